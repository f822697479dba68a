import { useParams } from "react-router";
import { useBus } from "./useBus";

export function BusPage() {
  const { busId = "" } = useParams();
  const { data: bus } = useBus(busId);
  if (!bus) return <p>Loading the bus</p>;
  return (
    <main>
      <h1>{`Bus ${bus.number}`}</h1>
      <p>{`Line ${bus.line}, ${bus.charge} % charged`}</p>
      <p>{bus.hottest === undefined ? "No cell reports" : `Hottest cell at ${bus.hottest} °C`}</p>
      <p>{bus.service ? `Serviced ${bus.service.at} by ${bus.service.by}` : "Never serviced"}</p>
    </main>
  );
}
