import { useSearchParams } from "react-router";
import type { Session } from "../../api/schemas";
import { useSettings } from "../../context/SettingsContext";
import { energyOf, reachOf } from "./totals";
import { useSessions } from "./useSessions";

const CELLS: Record<string, (session: Session) => string> = {
  bus: ({ bus }) => bus,
  kwh: ({ kwh }) => `${kwh.toFixed(1)} kWh`,
  ended: ({ endedAt }) => endedAt.toISOString().slice(11, 16),
};

function dayOf(text: string | null): Date | undefined {
  const day = text ? new Date(text) : undefined;
  return day && !Number.isNaN(day.getTime()) ? day : undefined;
}

export function SessionsPage() {
  const [params] = useSearchParams();
  const since = dayOf(params.get("since"));
  const { settings } = useSettings();
  const { data, hasNextPage, fetchNextPage } = useSessions();
  const pages = data?.pages ?? [];
  const sessions = pages.flatMap(({ items }) => items).filter(({ endedAt }) => !since || endedAt >= since);
  const columns = settings.columns.filter((column) => column in CELLS);

  return (
    <main>
      <h1>Sessions</h1>
      {since && <p>{`Since ${since.toISOString().slice(0, 10)}`}</p>}
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>{columns.map((column) => CELLS[column](session)).join(" · ")}</li>
        ))}
      </ul>
      <p>{`${energyOf(sessions).toFixed(1)} kWh in all`}</p>
      {pages.length > 0 && <p>{`Back to ${reachOf(pages)}`}</p>}
      {hasNextPage && (
        <button type="button" onClick={() => fetchNextPage()}>
          Older sessions
        </button>
      )}
    </main>
  );
}
