import { useState } from "react";
import { request } from "../api/request";
import { useInterval } from "../hooks/useInterval";

interface Occupancy {
  taken: number;
  beds: number;
}

export function OccupancyBadge() {
  const [occupancy, setOccupancy] = useState<Occupancy | null>(null);

  useInterval(() => {
    request<Occupancy>("/occupancy")
      .then(setOccupancy)
      .catch((error) => console.warn("occupancy", error.message));
  }, 600);

  return <small>{occupancy ? `${occupancy.taken} of ${occupancy.beds} beds taken` : "No count of beds"}</small>;
}
