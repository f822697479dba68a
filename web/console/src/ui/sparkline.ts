/** A bar of a sparkline, in the units of its view box. */
export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

const gap = 1;

/**
 * Bars for counts, the highest filling the height. A count above zero is never invisible; zeros have
 * no bar.
 */
export function bars(counts: readonly number[], width: number, height: number): Bar[] {
  const most = Math.max(...counts, 0);
  if (most === 0) return [];
  const step = width / counts.length;
  return counts.flatMap((count, index) => {
    if (count <= 0) return [];
    const tall = Math.max(2, (count / most) * height);
    return [
      { x: index * step + gap / 2, y: height - tall, width: Math.max(1, step - gap), height: tall },
    ];
  });
}
