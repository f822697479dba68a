import type { OutcomeSeries } from '@suture/wire/api';

/** One column: how many of each outcome, in the order that was asked for. */
export interface Stack {
  parts: number[];
  total: number;
}

export function stackOf(series: readonly OutcomeSeries[], order: readonly string[]): Stack[] {
  const steps = series[0]?.counts.length ?? 0;
  const stacks: Stack[] = Array.from({ length: steps }, () => ({
    parts: order.map(() => 0),
    total: 0,
  }));
  for (const { outcome, counts } of series) {
    const part = order.indexOf(outcome);
    if (part < 0) continue;
    counts.forEach((times, step) => {
      const stack = stacks[step];
      if (!stack) return;
      stack.parts[part] = (stack.parts[part] ?? 0) + times;
      stack.total += times;
    });
  }
  return stacks;
}
