import type { AlertTrial } from '@suture/wire/api';
import { useState } from 'react';
import { plural } from '../ui/number';
import { exactTime } from '../ui/time';

const box = { width: 960, height: 130 };
const words = { no: 'would not have fired', perhaps: 'perhaps', yes: 'would have fired' } as const;

/** Fourteen days by the hour: what was counted, the limit, and where the rule would have fired. */
export function TrialPlot({ trial }: { trial: AlertTrial }) {
  const [pointed, setPointed] = useState<number>();
  const { hours, limit } = trial;
  const values = hours.map((hour) => hour.value ?? 0);
  const known = hours.flatMap((hour) => (hour.value === undefined ? [] : [hour.value]));
  const low = trial.below ? Math.min(...known, limit ?? 100) - 1 : 0;
  const top = trial.below ? 100 : Math.max(1, ...values, limit ?? 0) * 1.05;
  const step = box.width / Math.max(1, hours.length);
  const height = (value: number) =>
    Math.max(2, ((value - low) / Math.max(0.001, top - low)) * (box.height - 8));
  const shown = pointed === undefined ? undefined : hours[pointed];
  const perhaps = hours.filter((hour) => hour.fires === 'perhaps').length;
  return (
    <figure className="trial-plot">
      <figcaption>
        <strong>
          {trial.alerts === 0
            ? 'It would not have fired.'
            : `It would have opened ${plural(trial.alerts, 'alert')}.`}
          {perhaps > 0 && ` Perhaps more: ${plural(perhaps, 'hour')} cannot be told.`}
        </strong>
        <span className="muted">
          {shown
            ? `${exactTime(Date.parse(shown.at))}: ${shown.value === undefined ? 'not known' : Math.round(shown.value * 100) / 100}, ${words[shown.fires]}`
            : known.length > 0 && !trial.below
              ? `${trial.unit}, up to ${Math.max(...known)}`
              : trial.unit}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${box.width} ${box.height}`}
        height={box.height}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${trial.unit} over the last 14 days; it would have opened ${plural(trial.alerts, 'alert')}`}
        onPointerLeave={() => setPointed(undefined)}
        onPointerMove={(event) => {
          const edge = event.currentTarget.getBoundingClientRect();
          const at = Math.floor(((event.clientX - edge.left) / edge.width) * hours.length);
          setPointed(hours[at] ? at : undefined);
        }}
      >
        {hours.map((hour, index) => (
          <g key={hour.at} data-fires={hour.fires} data-pointed={index === pointed}>
            {hour.fires !== 'no' && (
              <rect
                className="trial-fires"
                x={index * step}
                y={0}
                width={step}
                height={box.height}
              />
            )}
            {hour.value !== undefined && hour.value !== low && (
              <rect
                className="trial-value"
                x={index * step}
                y={box.height - height(hour.value)}
                width={Math.max(0.8, step * 0.8)}
                height={height(hour.value)}
              />
            )}
          </g>
        ))}
        {limit !== undefined && (
          <line
            className="trial-limit"
            x1="0"
            x2={box.width}
            y1={box.height - height(limit)}
            y2={box.height - height(limit)}
          />
        )}
      </svg>
      <div className="spark-ends">
        <span>14 days ago</span>
        <span>now</span>
      </div>
      {trial.note && <p className="muted trial-note">{trial.note}</p>}
    </figure>
  );
}
