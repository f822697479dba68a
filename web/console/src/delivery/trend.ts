/** A part of a line without a gap. */
export interface Segment {
  from: number;
  values: number[];
}

/** The parts of a line between its gaps. */
export function segments(values: readonly (number | undefined)[]): Segment[] {
  const found: Segment[] = [];
  let open: Segment | undefined;
  values.forEach((value, index) => {
    if (value === undefined) {
      open = undefined;
      return;
    }
    if (!open) {
      open = { from: index, values: [] };
      found.push(open);
    }
    open.values.push(value);
  });
  return found;
}

const short = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const monthOnly = new Intl.DateTimeFormat('en', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A piece of a trend by its beginning. */
export function pieceName(from: string, step: 'day' | 'week' | 'month'): string {
  const at = Date.parse(from);
  return step === 'month' ? monthOnly.format(at) : short.format(at);
}
