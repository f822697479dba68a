import type { HealthBucket } from '@suture/wire/api';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { fullCount, shortCount } from '../ui/number';
import { exactTime } from '../ui/time';
import { type Column, columns, crashFree } from './chart';
import { percent } from './share';

const width = 960;
const height = 180;
const gap = 2;

interface HealthChartProps {
  series: readonly HealthBucket[];
  hours: number;
}

/** Sessions over time, those with errors and crashes apart; each column can be read by itself. */
export function HealthChart({ series, hours }: HealthChartProps) {
  const shown = useMemo(() => columns(series, hours, Date.now()), [series, hours]);
  const [chosen, setChosen] = useState<number>();
  const most = Math.max(...shown.map(({ sessions }) => sessions), 1);
  const step = width / shown.length;
  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    setChosen((at) => Math.min(shown.length - 1, Math.max(0, (at ?? shown.length) + by)));
  };
  const total = shown.reduce((sum, { sessions }) => sum + sessions, 0);
  const column = chosen === undefined ? undefined : shown[chosen];
  return (
    <figure className="health-chart">
      <figcaption className="chart-legend" aria-live="polite">
        {column ? <Reading column={column} /> : <Legend />}
      </figcaption>
      <div
        className="chart-frame"
        role="slider"
        tabIndex={0}
        aria-label={`Sessions in ${hours} hours, ${fullCount(total)} in all; move with the arrow keys`}
        aria-valuemin={0}
        aria-valuemax={shown.length - 1}
        aria-valuenow={chosen ?? shown.length - 1}
        aria-valuetext={column ? readingText(column) : 'none chosen'}
        onKeyDown={move}
        onBlur={() => setChosen(undefined)}
        onPointerLeave={() => setChosen(undefined)}
      >
        <span className="chart-most">{shortCount(most)}</span>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {shown.map((each, index) => (
            <g key={each.from} data-chosen={index === chosen} className="chart-column">
              <rect
                className="chart-hit"
                x={index * step}
                width={step}
                height={height}
                onPointerEnter={() => setChosen(index)}
              />
              {stacked(each, most).map(({ kind, y, tall }) => (
                <rect
                  key={kind}
                  className={`chart-${kind}`}
                  x={index * step + gap / 2}
                  width={Math.max(1, step - gap)}
                  y={y}
                  height={tall}
                />
              ))}
            </g>
          ))}
          <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} className="chart-base" />
        </svg>
      </div>
      <div className="spark-ends">
        <span>{hours >= 48 ? `${hours / 24} days ago` : `${hours} h ago`}</span>
        <span>now</span>
      </div>
    </figure>
  );
}

/** Crashes below, then errors, then the healthy; a crash is never too small to be seen. */
function stacked({ sessions, errored, crashed }: Column, most: number) {
  const tall = (count: number) => (count <= 0 ? 0 : Math.max(2, (count / most) * (height - 4)));
  const parts = [
    { kind: 'crashed', tall: tall(crashed) },
    { kind: 'errored', tall: tall(errored) },
    { kind: 'healthy', tall: tall(sessions - errored - crashed) },
  ];
  let y = height;
  return parts
    .filter((part) => part.tall > 0)
    .map((part) => {
      y -= part.tall;
      return { ...part, y };
    });
}

function Legend() {
  return (
    <>
      <span data-kind="healthy">healthy</span>
      <span data-kind="errored">with errors</span>
      <span data-kind="crashed">crashed</span>
    </>
  );
}

function Reading({ column }: { column: Column }) {
  return (
    <>
      <strong>{exactTime(column.from)}</strong>
      <span>{readingText(column)}</span>
    </>
  );
}

const readingText = (column: Column): string =>
  `${fullCount(column.sessions)} sessions, ${fullCount(column.errored)} with errors, ${fullCount(
    column.crashed,
  )} crashed: ${percent(crashFree(column))} crash-free`;
