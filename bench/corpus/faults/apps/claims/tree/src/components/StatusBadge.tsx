import type { Status } from "../api/types";
import { capitalize } from "../lib/format";

export function StatusBadge({ status }: { status: Status }) {
  return <span className={`badge badge-${status}`}>{capitalize(status)}</span>;
}
