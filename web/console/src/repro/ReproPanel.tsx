import type { ReproductionStep, ReproductionView } from '@suture/wire/api';
import { apiPath } from '../api/client';
import { Icon } from '../ui/Icon';
import { Failure, Notice } from '../ui/Notice';
import { plural } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Untrusted } from '../ui/Untrusted';
import { RunElsewhere } from './RunElsewhere';
import { isRunning, minimalText, stepText, useReproduction, useReproductionStep } from './repro';
import { Sightings } from './Sightings';

/** The steps that make the failure happen again, the fewest first, and what they showed where. */
export function ReproPanel({ issue, captured }: { issue: string; captured: boolean }) {
  const reproduction = useReproduction(issue);
  const step = useReproductionStep(issue);
  const view = reproduction.data;
  const busy = step.isPending || (view !== undefined && isRunning(view));
  if (!captured && (!view || view.from === 'none')) return null;
  return (
    <section className="panel repro" aria-labelledby="repro-title">
      <header className="panel-head">
        <h2 id="repro-title">Reproduction</h2>
        <Untrusted />
        {view && view.from !== 'none' && (
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => step.mutate({ kind: 'run', commit: '' })}
          >
            <Icon name="refresh" size={15} />
            {view.running ? 'Running…' : 'Run on what is live'}
          </button>
        )}
        {view?.from === 'capture' && (
          <a
            className="button"
            href={apiPath(['issues', issue, 'reproduction', 'test.zip'])}
            download
          >
            Download as a test
          </a>
        )}
      </header>
      {step.error && <Failure error={step.error} />}
      {reproduction.error && !view && (
        <Failure error={reproduction.error} onRetry={() => reproduction.refetch()} />
      )}
      {reproduction.isPending && <Skeleton height={80} />}
      {view?.problem && <Notice tone="warning" title={view.problem} />}
      {view?.running && (
        <Progress text="Running it. A commit that was never built here is built first; that can take minutes." />
      )}
      {view && <Sightings sightings={view.sightings} />}
      {view && view.from !== 'none' && (
        <RunElsewhere busy={busy} onRun={(commit) => step.mutate({ kind: 'run', commit })} />
      )}
      {view && view.from !== 'capture' && <Plain view={view} />}
      {view?.from === 'capture' && (
        <Captured view={view} busy={busy} onSearch={() => step.mutate({ kind: 'minimise' })} />
      )}
    </section>
  );
}

function Progress({ text }: { text: string }) {
  return (
    <div className="repro-progress" role="status">
      <div className="progress" aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}

function Plain({ view }: { view: ReproductionView }) {
  return (
    <>
      {view.from === 'command' && (
        <p className="panel-text">
          The command under <code>repro.command</code> of suture.yml fails where the bug is.
        </p>
      )}
      {view.from === 'request' && (
        <p className="panel-text">
          The request that the newest event happened in is made again: an answer of 500 or above is
          the failure.
        </p>
      )}
      {view.steps.length > 0 && <Steps steps={view.steps} label="What is run" />}
    </>
  );
}

interface CapturedProps {
  view: ReproductionView;
  busy: boolean;
  onSearch: () => void;
}

/** The steps that are needed, where they were looked for; below them all that there are. */
function Captured({ view, busy, onSearch }: CapturedProps) {
  const { minimal, steps } = view;
  const searching = minimal?.state === 'running';
  return (
    <>
      <h3 className="repro-sub">Steps that are needed</h3>
      {searching ? (
        <Progress text={minimalText(view)} />
      ) : (
        <p className="panel-text" role="status">
          {minimalText(view)}
        </p>
      )}
      {minimal && minimal.steps.length > 0 && (
        <>
          <Steps steps={minimal.steps} label="The steps that are needed" />
          <Needed minimal={minimal} />
        </>
      )}
      {!searching && minimal?.state !== 'done' && (
        <p className="panel-text">
          <button type="button" className="button" disabled={busy} onClick={onSearch}>
            {minimal ? 'Search again' : 'Find the steps that are needed'}
          </button>
        </p>
      )}
      <details>
        <summary>
          All {plural(steps.length, 'step')} of the capture, {plural(view.exchanges, 'answer')}
        </summary>
        <Steps steps={steps} label="All steps" />
      </details>
    </>
  );
}

function Needed({ minimal }: { minimal: NonNullable<ReproductionView['minimal']> }) {
  return minimal.exchanges
    .filter(({ needed }) => needed)
    .map(({ method, url, status }) => (
      <p key={`${method} ${url}`} className="panel-text repro-answer">
        With{' '}
        <code>
          {method} {url}
        </code>{' '}
        answered <b>{status || 'not at all'}</b> as recorded
      </p>
    ));
}

function Steps({ steps, label }: { steps: readonly ReproductionStep[]; label: string }) {
  return (
    <ol className="repro-steps" aria-label={label}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps never move
        <li key={index}>{stepText(step)}</li>
      ))}
    </ol>
  );
}
