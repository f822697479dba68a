import type { JudgedDeployment, Timeline } from '@suture/wire/api';
import { useState } from 'react';
import { exactTime } from '../ui/time';
import { percent } from './delivery';
import { ceiling, place, rates, rows } from './timeline';

const width = 1000;
const height = 150;

/** Deployments above, the share of failed sessions below, over the same time. */
export function TimelineChart({ timeline }: { timeline: Timeline }) {
  const [pointed, setPointed] = useState<JudgedDeployment>();
  const shares = rates(timeline);
  const top = ceiling(shares.map(({ share }) => share));
  const places = timeline.deployments.map(({ deployment }) => place(deployment.at, timeline));
  const row = rows(places);
  const y = (share: number) => height - (share / top) * (height - 6);
  return (
    <section className="panel timeline" aria-label="Deployments over time">
      <p className="chart-legend">
        {pointed ? (
          <span>
            <b className="mono">{pointed.deployment.release}</b> · {pointed.deployment.kind} ·{' '}
            {exactTime(Date.parse(pointed.deployment.at))}
            {pointed.failed && ' · failed'}
          </span>
        ) : (
          <>
            <span data-kind="normal">deployment</span>
            <span data-kind="hotfix">hotfix</span>
            <span data-kind="rollback">rollback</span>
            <span data-kind="failed">failed</span>
          </>
        )}
      </p>
      <div className="timeline-lane" style={{ blockSize: `${34 + 17 * Math.max(0, ...row)}px` }}>
        {timeline.deployments.map((each, index) => (
          <button
            key={each.deployment.id}
            type="button"
            className="timeline-mark"
            data-kind={each.deployment.kind}
            data-failed={each.failed}
            style={{
              insetInlineStart: `${(places[index] ?? 0) * 100}%`,
              insetBlockStart: `${10 + 17 * (row[index] ?? 0)}px`,
            }}
            aria-label={`${each.deployment.release}, ${each.deployment.kind}${each.failed ? ', failed' : ''}`}
            onPointerEnter={() => setPointed(each)}
            onPointerLeave={() => setPointed(undefined)}
            onFocus={() => setPointed(each)}
            onBlur={() => setPointed(undefined)}
          />
        ))}
      </div>
      {shares.length === 0 ? (
        <p className="panel-text muted">
          No session was reported in this stretch, so there is no error rate: switch session
          tracking on in the SDK.
        </p>
      ) : (
        <div className="timeline-rate">
          <svg
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`Failed sessions, at most ${percent(Math.max(...shares.map(({ share }) => share)))}`}
          >
            {timeline.deployments.map((each) => {
              const x = place(each.deployment.at, timeline) * width;
              return (
                <line
                  key={each.deployment.id}
                  className="timeline-rule"
                  data-failed={each.failed}
                  x1={x}
                  x2={x}
                  y1="0"
                  y2={height}
                />
              );
            })}
            <polyline
              className="watch-own"
              points={shares
                .map(({ at, share }) => `${(at * width).toFixed(1)},${y(share).toFixed(1)}`)
                .join(' ')}
            />
          </svg>
          <span className="chart-most">failed sessions, top of the scale {percent(top)}</span>
        </div>
      )}
      <div className="spark-ends">
        <span>{timeline.from.slice(0, 10)}</span>
        <span>{timeline.to.slice(0, 10)}</span>
      </div>
    </section>
  );
}
