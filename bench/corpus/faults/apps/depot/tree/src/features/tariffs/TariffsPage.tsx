import { useQuery } from "@tanstack/react-query";
import { loadTariffs } from "./tariffs";

export function TariffsPage() {
  const { data: rows = [] } = useQuery({
    queryKey: ["tariffs"],
    queryFn: ({ signal }) => loadTariffs(signal),
    throwOnError: true,
  });
  return (
    <main>
      <h1>Tariffs</h1>
      {rows.map(({ key, hours, cents }) => (
        <p key={key}>{`${key}: ${hours}, ${cents} ct`}</p>
      ))}
    </main>
  );
}
