/** Errors that a boundary caught count as errors of the page. */
export function report(error: unknown): void {
  window.reportError(error)
}
