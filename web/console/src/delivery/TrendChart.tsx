import { useState } from 'react';
import { segments } from './trend';

export interface TrendPoint {
  /** What it stands for: `week of 4 May`. */
  label: string;
  value: number | undefined;
}

interface TrendChartProps {
  label: string;
  points: readonly TrendPoint[];
  say: (value: number | undefined) => string;
  /** The value that fills the height at least. */
  least?: number;
}

const width = 300;
const height = 64;

/** One value after the other; where there is none the line has a gap. */
export function TrendChart({ label, points, say, least = 0 }: TrendChartProps) {
  const [pointed, setPointed] = useState<number>();
  const known = points.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const top = Math.max(least, ...known) || 1;
  const step = width / Math.max(1, points.length);
  const x = (index: number) => (index + 0.5) * step;
  const y = (value: number) => height - 3 - (value / top) * (height - 8);
  const shown = pointed === undefined ? undefined : points[pointed];
  return (
    <figure className="trend">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${points.map((point) => `${point.label} ${say(point.value)}`).join(', ')}`}
        onPointerLeave={() => setPointed(undefined)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = Math.floor(((event.clientX - box.left) / box.width) * points.length);
          setPointed(points[at] ? at : undefined);
        }}
      >
        <line className="sparkline-base" x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
        {segments(points.map(({ value }) => value)).map((segment) => (
          <polyline
            key={segment.from}
            points={segment.values
              .map((value, index) => `${x(segment.from + index)},${y(value)}`)
              .join(' ')}
          />
        ))}
        {points.map(
          ({ value, label: name }, index) =>
            value !== undefined && (
              <line
                key={name}
                className="trend-dot"
                data-pointed={index === pointed}
                x1={x(index)}
                x2={x(index)}
                y1={y(value)}
                y2={y(value)}
              />
            ),
        )}
      </svg>
      <figcaption className="spark-ends">
        <span>{shown ? `${shown.label}: ${say(shown.value)}` : points[0]?.label}</span>
        {!shown && <span>{points.at(-1)?.label}</span>}
      </figcaption>
    </figure>
  );
}
