/** Holds the place of what is still on its way, at its size. */
export function Skeleton({
  height,
  width = '100%',
}: {
  height: number | string;
  width?: number | string;
}) {
  return <div className="skeleton" style={{ height, width }} aria-hidden="true" />;
}
