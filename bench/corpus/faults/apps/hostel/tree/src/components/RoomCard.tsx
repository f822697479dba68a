import { useMoney } from "../hooks/useMoney";
import type { Room, RoomStatus } from "../types";

interface Badge {
  label: string;
  bookable: boolean;
}

const BADGES: Record<RoomStatus, Badge> = {
  clean: { label: "Ready", bookable: true },
  dirty: { label: "Being cleaned", bookable: true },
  occupied: { label: "Occupied", bookable: false },
};

interface Props {
  room: Room;
  onBook: (room: Room) => void;
}

export function RoomCard({ room, onBook }: Props) {
  const money = useMoney();
  const badge = BADGES[room.status] ?? { label: "Unknown", bookable: false };
  return (
    <article>
      <h2>{room.name}</h2>
      <p>{`${room.beds} beds, ${room.rate ? money(room.rate) : "price on request"}`}</p>
      <p>{badge.label}</p>
      {badge.bookable && (
        <button type="button" onClick={() => onBook(room)}>
          {`Book ${room.name}`}
        </button>
      )}
    </article>
  );
}
