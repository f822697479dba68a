import type { ClaimEvent } from "../api/types";
import { capitalize, formatDate } from "../lib/format";

function latestOf(events: ClaimEvent[]) {
  return [...events].sort((a, b) => b.at.localeCompare(a.at))[0];
}

export function Timeline({ events }: { events: ClaimEvent[] }) {
  const latest = latestOf(events);
  return (
    <section>
      <h3>Timeline</h3>
      <p>{latest ? `Last change on ${formatDate(latest.at)}` : "No changes yet"}</p>
      <ul>
        {events.map((event) => (
          <li key={event.id}>{`${capitalize(event.kind)} by ${event.author?.name ?? "system"}`}</li>
        ))}
      </ul>
    </section>
  );
}
