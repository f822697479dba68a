import { useState } from "react";
import { Link } from "react-router";
import { groupBays } from "./bays";
import { useBays, useStart } from "./useBays";

export function BayGrid() {
  const { data: bays, isPending } = useBays();
  const start = useStart();
  const [notice, setNotice] = useState("");
  if (isPending || !bays) return <p>Loading the bays</p>;

  async function begin(bayId: string) {
    try {
      const { session } = await start.mutateAsync(bayId);
      setNotice(`Session ${session.id} runs in bay ${session.bay}`);
    } catch (error) {
      setNotice(error instanceof Error ? `Not started: ${error.message}` : "Not started");
    }
  }

  return (
    <main>
      <p role="status">{notice}</p>
      {groupBays(bays).map(({ title, bays: members }) => (
        <section key={title}>
          <h2>{title}</h2>
          {members.map((bay) => (
            <p key={bay.id}>
              Bay {bay.number} {bay.power.toFixed(1)} kW{" "}
              {bay.busId && <Link to={`/buses/${bay.busId}`}>{`Bus in bay ${bay.number}`}</Link>}
              {bay.state === "free" && (
                <button type="button" onClick={() => begin(bay.id)}>{`Start bay ${bay.number}`}</button>
              )}
            </p>
          ))}
        </section>
      ))}
    </main>
  );
}
