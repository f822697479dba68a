/** A day that is to come, as the reader's country writes it. */
export function Day({ at }: { at: string }) {
  const day = new Date(at);
  return (
    <time dateTime={at} title={day.toLocaleString()}>
      {day.toLocaleDateString(undefined, { dateStyle: 'medium' })}
    </time>
  );
}
