import { plural } from './number';
import { bars } from './sparkline';

interface SparklineProps {
  perHour: readonly number[];
  width?: number;
  height?: number;
}

/** Events in each of the last hours as small bars. */
export function Sparkline({ perHour, width = 120, height = 26 }: SparklineProps) {
  const total = perHour.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...perHour, 0);
  const label = `${plural(total, 'event')} in ${perHour.length} hours, at most ${most} in an hour`;
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
      {bars(perHour, width, height).map((bar) => (
        <rect key={bar.x} {...bar} rx="1" />
      ))}
    </svg>
  );
}
