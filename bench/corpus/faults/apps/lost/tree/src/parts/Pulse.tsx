import { useEffect, useState } from "react";
import { api } from "../services/api";

interface PulseDto {
  desks: number;
  queue: number;
}

export function Pulse() {
  const [pulse, setPulse] = useState<PulseDto>();
  useEffect(() => {
    const timer = setInterval(() => {
      api.get<PulseDto>("/pulse").then(({ data }) => setPulse(data), () => setPulse(undefined));
    }, 800);
    return () => clearInterval(timer);
  }, []);
  return <small>{pulse?.desks ? `${pulse.queue} wait at ${pulse.desks} desks` : "The office is closed"}</small>;
}
