import { useQuery } from "@tanstack/react-query";
import { getPlain } from "../../api/http";

export interface Departure {
  line: string;
  bus: string;
  leaves: string;
  ready: boolean;
}

export interface Plan {
  at: string;
  lines: Departure[];
}

export function useDepartures() {
  return useQuery({ queryKey: ["departures"], queryFn: () => getPlain<Plan>("/departures") });
}
