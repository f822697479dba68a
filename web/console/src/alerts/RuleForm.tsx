import type { AlertRule } from '@suture/wire/api';
import { type FormEvent, useState } from 'react';
import { Field, SwitchField, TextField } from '../project/Field';
import { Failure } from '../ui/Notice';
import { ConditionFields } from './ConditionFields';
import { NumberField } from './NumberField';
import { useChannels, useSaveRule, useTrial } from './queries';
import { TrialPlot } from './TrialPlot';
import { beginnings, type Kind, kindLabels } from './words';

interface RuleFormProps {
  slug: string;
  rule: AlertRule;
  onDone: () => void;
}

/** A rule, tried on the past before it is saved. */
export function RuleForm({ slug, rule, onDone }: RuleFormProps) {
  const [draft, setDraft] = useState(rule);
  const save = useSaveRule(slug);
  const trial = useTrial(slug);
  const tried = trial.data && JSON.stringify(trial.variables) === JSON.stringify(draft.condition);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { ...draft, name: draft.name.trim() || kindLabels[draft.condition.kind] },
      {
        onSuccess: onDone,
      },
    );
  };
  return (
    <form className="form alert-form" onSubmit={submit} aria-label={rule.name || 'New rule'}>
      <div className="form-row">
        <Field label="When">
          {(id) => (
            <select
              id={id}
              className="input"
              value={draft.condition.kind}
              onChange={(event) =>
                setDraft({ ...draft, condition: beginnings[event.target.value as Kind] })
              }
            >
              {Object.entries(kindLabels).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Severity">
          {(id) => (
            <select
              id={id}
              className="input"
              value={draft.severity}
              onChange={(event) =>
                setDraft({ ...draft, severity: event.target.value as AlertRule['severity'] })
              }
            >
              <option value="info">info</option>
              <option value="warning">warning</option>
              <option value="critical">critical</option>
            </select>
          )}
        </Field>
      </div>
      <ConditionFields
        condition={draft.condition}
        onChange={(condition) => setDraft({ ...draft, condition })}
      />
      <div className="alert-trial">
        <button
          type="button"
          className="button"
          disabled={trial.isPending}
          onClick={() => trial.mutate(draft.condition)}
        >
          {trial.isPending ? 'Looking…' : 'Try it on the last 14 days'}
        </button>
        {trial.error && <Failure error={trial.error} />}
        {tried && <TrialPlot trial={trial.data} />}
      </div>
      <TextField
        label="Name"
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        placeholder={kindLabels[draft.condition.kind]}
      />
      <TellingFields slug={slug} draft={draft} onChange={setDraft} />
      <div className="save-row">
        <button type="submit" className="button button-primary" disabled={save.isPending}>
          {rule.id === 0 ? 'Add the rule' : 'Save the rule'}
        </button>
        <button type="button" className="button button-quiet" onClick={onDone}>
          Cancel
        </button>
      </div>
      {save.error && <Failure error={save.error} />}
    </form>
  );
}

function TellingFields({
  slug,
  draft,
  onChange,
}: {
  slug: string;
  draft: AlertRule;
  onChange: (draft: AlertRule) => void;
}) {
  const channels = useChannels(slug).data ?? [];
  const { telling } = draft;
  const set = (change: Partial<AlertRule['telling']>) =>
    onChange({ ...draft, telling: { ...telling, ...change } });
  const toggled = (list: readonly number[], id: number) =>
    list.includes(id) ? list.filter((each) => each !== id) : [...list, id];
  const escalation = telling.escalation;
  const withEscalation = (next: AlertRule['telling']['escalation']) => {
    const { escalation: _, ...rest } = telling;
    onChange({ ...draft, telling: next ? { ...rest, escalation: next } : rest });
  };
  return (
    <>
      {channels.length > 0 && (
        <fieldset className="fieldset">
          <legend className="field-label">Channels; none chosen means every one</legend>
          <div className="alert-checks">
            {channels.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={telling.channels.includes(id)}
                  onChange={() => set({ channels: toggled(telling.channels, id) })}
                />{' '}
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div className="form-row">
        <NumberField
          label="Gather further finds for"
          unit="minutes"
          value={telling.groupMinutes}
          onChange={(groupMinutes) => set({ groupMinutes })}
        />
        {channels.length > 0 && (
          <NumberField
            label="Escalate when nobody has taken it on for"
            unit="minutes, 0 for never"
            value={escalation?.minutes ?? 0}
            onChange={(minutes) =>
              withEscalation(
                minutes > 0 ? { minutes, channels: escalation?.channels ?? [] } : undefined,
              )
            }
          />
        )}
      </div>
      {escalation && (
        <fieldset className="fieldset">
          <legend className="field-label">Then tell</legend>
          <div className="alert-checks">
            {channels.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={escalation.channels.includes(id)}
                  onChange={() =>
                    withEscalation({ ...escalation, channels: toggled(escalation.channels, id) })
                  }
                />{' '}
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <SwitchField
        label="Tell the end too"
        checked={telling.ended}
        onChange={(ended) => set({ ended })}
      />
    </>
  );
}
