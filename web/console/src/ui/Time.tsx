import { exactTime, relative, useNow } from './time';

/** An instant as how long ago, with the exact time on hover. */
export function Time({ at }: { at: string }) {
  const now = useNow();
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={exactTime(instant)}>
      {relative(instant, Math.max(now, instant - 5_000))}
    </time>
  );
}
