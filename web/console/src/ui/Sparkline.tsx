import { plural } from './number';
import { bars } from './sparkline';

interface SparklineProps {
  counts: readonly number[];
  unit?: 'hour' | 'day';
  width?: number;
  height?: number;
}

/** Events in each of the last hours or days as small bars. */
export function Sparkline({ counts, unit = 'hour', width = 120, height = 26 }: SparklineProps) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts, 0);
  const label = `${plural(total, 'event')} in ${counts.length} ${unit}s, at most ${most} in ${unit === 'hour' ? 'an hour' : 'a day'}`;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      <title>{label}</title>
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} className="sparkline-base" />
      {bars(counts, width, height).map((bar) => (
        <rect key={bar.x} {...bar} rx="1" />
      ))}
    </svg>
  );
}
