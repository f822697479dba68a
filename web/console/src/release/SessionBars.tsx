import { plural, shortCount } from '../ui/number';
import { bars } from '../ui/sparkline';

const width = 110;
const height = 24;

/** How many sessions there were in each part of the stretch, and in all. */
export function SessionBars({ perBucket, total }: { perBucket: readonly number[]; total: number }) {
  const label = plural(total, 'session');
  return (
    <span className="session-bars">
      <svg
        className="sparkline"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={label}
      >
        <title>{label}</title>
        <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} className="sparkline-base" />
        {bars(perBucket, width, height).map((bar) => (
          <rect key={bar.x} {...bar} rx="1" />
        ))}
      </svg>
      <span className="number">{shortCount(total)}</span>
    </span>
  );
}
