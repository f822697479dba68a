import { percent, points, toneOf } from './share';

/** A crash-free share with its tone and its trend. */
export function Rate({ share, trend }: { share: number | undefined; trend?: number | undefined }) {
  const change = points(trend);
  return (
    <span className="rate">
      <span className="rate-share" data-tone={toneOf(share)}>
        {percent(share)}
      </span>
      {change && (
        <span
          className="rate-trend"
          data-tone={change.startsWith('+') ? 'good' : 'danger'}
          title="change in points against the stretch before"
        >
          {change}
        </span>
      )}
    </span>
  );
}
