import { useState } from "react";
import { GuestPanel } from "../components/GuestPanel";
import { useFetch } from "../hooks/useFetch";
import type { GuestSummary } from "../types";

export function GuestsPage() {
  const { data } = useFetch<{ guests: GuestSummary[] }>("/guests");
  const [position, setPosition] = useState(-1);
  const guests = data?.guests ?? [];
  const selected = guests[position];

  return (
    <main>
      <h1>{`${guests.length} guests`}</h1>
      <button type="button" onClick={() => setPosition((position + 1) % guests.length)}>
        Next guest
      </button>
      {selected && <GuestPanel guestId={selected.id} />}
    </main>
  );
}
