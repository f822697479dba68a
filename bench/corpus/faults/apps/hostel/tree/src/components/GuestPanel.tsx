import { useFetch } from "../hooks/useFetch";
import { nightsBetween } from "../lib/stay";
import type { Guest, GuestNotes } from "../types";

export function GuestPanel({ guestId }: { guestId: string }) {
  const { data: guest } = useFetch<Guest>(`/guests/${guestId}`);
  const { data: notes } = useFetch<GuestNotes>(`/guests/${guestId}/notes`);
  if (!guest || !notes) return <p>Loading guest</p>;

  const { stay } = guest;
  const written = stay ? (notes.byStay[stay.id] ?? []) : [];
  return (
    <aside>
      <h2>{guest.name}</h2>
      <p>{stay ? `In ${stay.roomId} for ${nightsBetween(stay.from, stay.to)} nights` : "Not staying with us"}</p>
      <p>{`${written.length} notes`}</p>
    </aside>
  );
}
