export function Loading({ what }: { what: string }) {
  return <p className="muted">Loading {what}…</p>;
}

export function LoadError({ what, onRetry }: { what: string; onRetry?: () => void }) {
  return (
    <p role="alert">
      The {what} could not be loaded.{' '}
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Retry
        </button>
      )}
    </p>
  );
}
