import type { Deployment, Hotfix, Ship, ShipView } from '@suture/wire/api';
import { type ComponentProps, type FormEvent, useId } from 'react';
import { Icon } from '../ui/Icon';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { WatchPanel } from '../watch/WatchPanel';
import { GateList } from './GateList';
import { ReasonForm } from './ReasonForm';
import { Stages } from './Stages';
import {
  forecastText,
  isInFlight,
  type ShipStep,
  shipTone,
  stateWords,
  useShip,
  useShipStep,
} from './ship';

/** From proposed to everyone: the gates, the stages, and what production says meanwhile. */
export function ShipPanel({ hotfix }: { hotfix: Hotfix }) {
  const view = useShip(hotfix.id);
  const act = useShipStep(hotfix.id);
  const ship = view.data?.ship;
  return (
    <>
      <section className="panel" aria-labelledby="ship" id="gates">
        <header className="panel-head">
          <h2 id="ship">Ship</h2>
          {ship && (
            <>
              <code className="ellipsis">{ship.plan.release}</code>
              <span className={`badge badge-${shipTone(ship.progress.state)}`}>
                {stateWords[ship.progress.state]}
              </span>
            </>
          )}
        </header>
        {view.error && !view.data && <Failure error={view.error} onRetry={() => view.refetch()} />}
        {act.error && <Failure error={act.error} />}
        {view.isPending && <Skeleton height={160} />}
        {view.data && (
          <Content hotfix={hotfix} view={view.data} busy={act.isPending} onStep={act.mutate} />
        )}
      </section>
      {ship && ship.progress.deployment > 0 && (
        <div id="watched">
          <WatchPanel project={ship.project} deployment={deployed(ship)} />
        </div>
      )}
    </>
  );
}

interface ContentProps {
  hotfix: Hotfix;
  view: ShipView;
  busy: boolean;
  onStep: (step: ShipStep) => void;
}

function Content({ hotfix, view, busy, onStep }: ContentProps) {
  const ship = view.ship;
  if (!ship) {
    return hotfix.commits.length === 0 ? (
      <p className="panel-text muted">Nothing is committed on the branch yet.</p>
    ) : (
      <Propose
        text="Propose what is on the branch now. Nothing is deployed before every gate is open and you press Ship."
        busy={busy}
        onStep={onStep}
      />
    );
  }
  const { state, says } = ship.progress;
  const closed = view.gates.filter((gate) => gate.state === 'failed').length;
  return (
    <>
      <Stages ship={ship} forecast={view.forecast} />
      {view.forecast && <p className="panel-text">{forecastText(view.forecast)}</p>}
      {state === 'proposed' && !view.forecast && (
        <p className="panel-text muted">
          Its watch will have nothing to compare with: neither sessions nor errors were reported in
          the last two weeks.
        </p>
      )}
      {says && <p className="panel-text">{says}</p>}
      {state === 'proposed' && ship.plan.commit !== hotfix.head && (
        <p className="panel-text">The branch has other commits by now: propose it anew.</p>
      )}
      <Gates hotfix={hotfix} ship={ship} gates={view.gates} busy={busy} onStep={onStep} />
      <div className="ship-acts">
        {state === 'proposed' && (
          <button
            type="button"
            className="button button-primary"
            disabled={busy || closed > 0}
            onClick={() => onStep({ step: 'begin' })}
          >
            {closed === 0
              ? 'Ship'
              : closed === 1
                ? '1 gate is closed'
                : `${closed} gates are closed`}
          </button>
        )}
        {state === 'held' && (
          <ReasonForm
            label="Go on to the next stage"
            question="Why is this stage good, although the watch cannot tell?"
            disabled={busy}
            onReason={(reason) => onStep({ step: 'promote', reason })}
          />
        )}
        {isInFlight(state) && state !== 'rollingBack' && (
          <ReasonForm
            label="Halt and roll back"
            question="Why is it taken back?"
            danger
            disabled={busy}
            onReason={(reason) => onStep({ step: 'halt', reason })}
          />
        )}
      </div>
      {!isInFlight(state) && state !== 'shipped' && (
        <Propose text="Propose again what is on the branch now:" busy={busy} onStep={onStep} />
      )}
      <Log ship={ship} />
    </>
  );
}

/** Once the ship has begun they are history: what production says comes first. */
function Gates(props: ComponentProps<typeof GateList>) {
  if (props.ship.progress.state === 'proposed') return <GateList {...props} />;
  const waived = props.gates.filter((gate) => gate.state === 'waived').length;
  return (
    <details className="ship-log">
      <summary>
        {plural(props.gates.length, 'gate')}
        {waived > 0 && `, ${waived} waived`}
      </summary>
      <GateList {...props} />
    </details>
  );
}

function Propose({ text, busy, onStep }: { text: string } & Pick<ContentProps, 'busy' | 'onStep'>) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const release = String(new FormData(event.currentTarget).get('release')).trim();
    if (release) onStep({ step: 'propose', release });
  };
  return (
    <form className="ship-propose" onSubmit={submit}>
      <p>{text}</p>
      <div>
        <label htmlFor={id}>Release</label>
        <input
          id={id}
          name="release"
          required
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          placeholder="shop@1.4.1"
        />
        <button type="submit" className="button" disabled={busy}>
          <Icon name="follow" size={14} /> Propose
        </button>
      </div>
    </form>
  );
}

function Log({ ship }: { ship: Ship }) {
  return (
    <details className="ship-log" open={isInFlight(ship.progress.state)}>
      <summary>What happened, {ship.log.length}</summary>
      <ol>
        {ship.log.toReversed().map((note) => (
          <li key={`${note.at} ${note.text}`}>
            <span className="muted">
              <Time at={note.at} />
            </span>
            <span>{note.text}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const deployed = (ship: Ship): Deployment => ({
  id: ship.progress.deployment,
  project: ship.project,
  environment: 'production',
  release: ship.plan.release,
  commit: ship.plan.commit,
  kind: 'hotfix',
  at: ship.progress.since,
});
