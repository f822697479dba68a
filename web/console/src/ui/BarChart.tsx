import { useState } from 'react';
import { fullCount } from './number';

export interface Column {
  /** What it stands for, told when it is pointed at. */
  label: string;
  count: number;
}

interface BarChartProps {
  /** What is counted: `Events in each hour`. */
  label: string;
  columns: readonly Column[];
  height?: number;
}

const width = 960;

/** Counts side by side, the highest filling the height; the one that is pointed at is told. */
export function BarChart({ label, columns, height = 120 }: BarChartProps) {
  const [pointed, setPointed] = useState<number>();
  const most = Math.max(1, ...columns.map((column) => column.count));
  const step = width / Math.max(1, columns.length);
  const gap = Math.min(4, step * 0.2);
  const shown = pointed === undefined ? undefined : columns[pointed];
  return (
    <figure className="bar-chart">
      <figcaption>
        <span>{shown ? `${shown.label}: ${fullCount(shown.count)}` : label}</span>
        <span className="muted">at most {fullCount(most)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${columns.map(({ label: each, count }) => `${each} ${count}`).join(', ')}`}
        onPointerLeave={() => setPointed(undefined)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = Math.floor(((event.clientX - box.left) / box.width) * columns.length);
          setPointed(columns[at] ? at : undefined);
        }}
      >
        <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} className="sparkline-base" />
        {columns.map((column, index) => {
          const tall = column.count === 0 ? 0 : Math.max(2, (column.count / most) * (height - 2));
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a chart keep their places
              key={index}
              x={index * step + gap / 2}
              y={height - tall}
              width={Math.max(1, step - gap)}
              height={tall}
              data-pointed={index === pointed}
            />
          );
        })}
      </svg>
    </figure>
  );
}
