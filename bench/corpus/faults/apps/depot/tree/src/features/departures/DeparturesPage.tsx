import { useDepartures } from "./useDepartures";

export function DeparturesPage() {
  const { data: plan, isError } = useDepartures();
  if (isError) return <p>The planner does not answer</p>;
  if (!plan) return <p>Loading departures</p>;
  const waiting = (plan.lines ?? []).filter(({ ready }) => !ready);
  return (
    <main>
      <h1>Departures</h1>
      <p>{`As of ${plan.at}: ${waiting.length} not ready`}</p>
      {waiting.map(({ line, bus, leaves }) => (
        <p key={line}>{`${line} with ${bus} at ${leaves}`}</p>
      ))}
    </main>
  );
}
