import type { ReproductionStep, ReproductionView } from '@suture/wire/api';
import { apiPath } from '../api/client';
import { verdictText } from '../hotfix/proof';
import { Failure } from '../ui/Notice';
import { plural } from '../ui/number';
import { Skeleton } from '../ui/Skeleton';
import { Time } from '../ui/Time';
import { Untrusted } from '../ui/Untrusted';
import { isRunning, minimalText, stepText, useReproduction, useReproductionStep } from './repro';

/** The steps that make the failure happen again, the fewest first, and what they showed where. */
export function ReproPanel({ issue }: { issue: string }) {
  const reproduction = useReproduction(issue);
  const step = useReproductionStep(issue);
  const view = reproduction.data;
  const busy = step.isPending || (view !== undefined && isRunning(view));
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
            onClick={() => step.mutate('run')}
          >
            {view.running ? 'Running…' : 'Run on what is live'}
          </button>
        )}
        {view?.from === 'capture' && (
          <>
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => step.mutate('minimise')}
            >
              {view.minimal?.state === 'running' ? 'Searching…' : 'Find the steps that are needed'}
            </button>
            <a
              className="button"
              href={apiPath(['issues', issue, 'reproduction', 'test.zip'])}
              download
            >
              Download as a test
            </a>
          </>
        )}
      </header>
      {step.error && <Failure error={step.error} />}
      {reproduction.error && !view && (
        <Failure error={reproduction.error} onRetry={() => reproduction.refetch()} />
      )}
      {reproduction.isPending && <Skeleton height={80} />}
      {view && <Told view={view} />}
    </section>
  );
}

function Told({ view }: { view: ReproductionView }) {
  const { minimal, problem, sightings, steps } = view;
  const captured = view.from === 'capture';
  return (
    <>
      {problem && <p className="panel-text">{problem}</p>}
      {sightings.map(({ name, commit, verdict, at }) => (
        <p key={commit} className="panel-text">
          {name || 'Live'} <code>{commit.slice(0, 12)}</code> {verdictText(verdict)}{' '}
          <span className="muted">
            <Time at={at} />
          </span>
        </p>
      ))}
      {view.from === 'command' && (
        <p className="panel-text">
          The command under <code>repro.command</code> of suture.yml fails where the bug is.
        </p>
      )}
      {!captured && steps.length > 0 && <Steps steps={steps} label="What is run" />}
      {captured && steps.length > 0 && (
        <p className="panel-text" role="status">
          {minimalText(view)}
        </p>
      )}
      {minimal && minimal.steps.length > 0 && (
        <>
          <Steps steps={minimal.steps} label="The steps that are needed" />
          {minimal.exchanges
            .filter(({ needed }) => needed)
            .map(({ method, url, status }) => (
              <p key={`${method} ${url}`} className="panel-text">
                With{' '}
                <code>
                  {method} {url}
                </code>{' '}
                answered <b>{status || 'not at all'}</b> as recorded
              </p>
            ))}
        </>
      )}
      {captured && steps.length > 0 && (
        <details>
          <summary>
            All {plural(steps.length, 'step')} of the capture, {plural(view.exchanges, 'answer')}
          </summary>
          <Steps steps={steps} label="All steps" />
        </details>
      )}
    </>
  );
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
