import { useQuery } from "@tanstack/react-query";
import { getPlain } from "../../api/http";

export function LoadMeter() {
  const { data } = useQuery({
    queryKey: ["load"],
    queryFn: () => getPlain<{ kw: number; limit: number }>("/load"),
    refetchInterval: 700,
  });
  return <small>{data ? `${data.kw} of ${data.limit} kW` : "no load"}</small>;
}
