import { useFetch } from "../hooks/useFetch";
import { useSettings } from "../context/SettingsContext";
import type { Arrival } from "../types";

interface ArrivalsResponse {
  day: string;
  arrivals: Arrival[];
}

export function ArrivalsPage() {
  const settings = useSettings();
  const { data, status, reload } = useFetch<ArrivalsResponse>("/arrivals");
  if (status === "failed") return <p>Arrivals cannot be shown</p>;
  if (!data) return <p>Loading arrivals</p>;

  const expected = data.arrivals.filter(({ checkedIn }) => !checkedIn);
  return (
    <main>
      <h1>{settings ? `Arrivals at ${settings.house}` : "Arrivals"}</h1>
      <p>{`${expected.length} still expected`}</p>
      <ul>
        {data.arrivals.map(({ id, guest, room, due }) => (
          <li key={id}>{`${due} ${guest}, ${room}`}</li>
        ))}
      </ul>
      <button type="button" onClick={reload}>
        Refresh arrivals
      </button>
    </main>
  );
}
