import type { Project } from '@suture/wire/api';
import { SwitchField } from './Field';
import { LimitsEditor } from './LimitsEditor';
import { SettingsForm } from './SettingsForm';

export function Limits({ project }: { project: Project }) {
  return (
    <SettingsForm project={project} section="limits" title="Limits and quotas">
      {(draft, set) => (
        <>
          <p className="muted">
            For all keys together; each key may have limits of its own. What is over a limit is
            answered with 429, and SDKs hold back what the answer names: throttled errors do not
            stop sessions. Seconds and minutes refill evenly; hours, days and months begin anew in
            UTC.
          </p>
          <LimitsEditor limits={draft.project} onChange={(project) => set({ ...draft, project })} />
          <SwitchField
            label="Spike protection"
            hint="When the last hour has more than six times the usual events (and at least 1,000), each issue keeps 100 more of them and the rest is counted as limited. The first events of new issues are always kept."
            checked={draft.spikeProtection}
            onChange={(spikeProtection) => set({ ...draft, spikeProtection })}
          />
        </>
      )}
    </SettingsForm>
  );
}
