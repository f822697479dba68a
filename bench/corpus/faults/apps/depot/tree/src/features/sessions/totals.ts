import type { Session, SessionPage } from "../../api/schemas";

export function energyOf(sessions: Session[]): number {
  return sessions.reduce((sum, { kwh }) => sum + kwh, 0);
}

/** The day back to which the pages reach. */
export function reachOf(pages: SessionPage[]): string {
  const oldest = pages.flatMap(({ items }) => items).at(-1);
  return oldest ? oldest.startedAt.toISOString().slice(0, 10) : "today";
}
