import type { OutcomeSeries, Outcomes } from '@suture/wire/api';
import { useState } from 'react';
import { fullCount, shortCount } from '../ui/number';
import { stackOf } from './stack';

const order = ['stored', 'client', 'filtered', 'limited', 'invalid'] as const;
const height = 190;
const width = 960;

interface ChartProps {
  answer: Outcomes;
  series: readonly OutcomeSeries[];
}

/** Stacked columns, one for each hour or day, with the numbers of the one that is pointed at. */
export function OutcomeChart({ answer, series }: ChartProps) {
  const [at, setAt] = useState<number>();
  const stacks = stackOf(series, order);
  const most = Math.max(1, ...stacks.map((stack) => stack.total));
  const step = width / Math.max(1, stacks.length);
  const begin = Date.parse(answer.from);
  const label = (index: number) => moment(begin + index * answer.stepSeconds * 1000, answer);
  const pointed = at === undefined ? undefined : stacks[at];
  return (
    <div className="outcome-chart">
      <div className="outcome-scale" aria-hidden="true">
        <span>{shortCount(most)}</span>
        <span>0</span>
      </div>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Outcomes over time, at most ${fullCount(most)} in one step`}
        onPointerLeave={() => setAt(undefined)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const index = Math.floor(((event.clientX - box.left) / box.width) * stacks.length);
          setAt(Math.min(stacks.length - 1, Math.max(0, index)));
        }}
      >
        {stacks.map((stack, index) => {
          let top = height;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in time
            <g key={index} opacity={at === undefined || at === index ? 1 : 0.55}>
              {order.map((outcome, part) => {
                const tall = ((stack.parts[part] ?? 0) / most) * height;
                top -= tall;
                return tall > 0 ? (
                  <rect
                    key={outcome}
                    className={`outcome-${outcome}`}
                    x={index * step + step * 0.1}
                    y={top}
                    width={step * 0.8}
                    height={tall}
                  />
                ) : null;
              })}
            </g>
          );
        })}
      </svg>
      <div className="outcome-times" aria-hidden="true">
        <span>{label(0)}</span>
        <span>{label(stacks.length - 1)}</span>
      </div>
      <div className="outcome-legend">
        <span className="outcome-when">{at === undefined ? 'In all' : label(at)}</span>
        {order.map((outcome, part) => {
          const all = stacks.reduce((sum, stack) => sum + (stack.parts[part] ?? 0), 0);
          if (all === 0) return null;
          return (
            <span key={outcome}>
              <i className={`outcome-key outcome-${outcome}`} />
              {outcome} <b>{fullCount(pointed ? (pointed.parts[part] ?? 0) : all)}</b>
            </span>
          );
        })}
      </div>
    </div>
  );
}

function moment(at: number, { stepSeconds }: Outcomes): string {
  return new Date(at).toLocaleString(
    undefined,
    stepSeconds < 86_400
      ? { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }
      : { month: 'short', day: 'numeric' },
  );
}
