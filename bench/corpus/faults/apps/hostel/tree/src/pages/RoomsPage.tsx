import { useNavigate } from "react-router";
import { RoomCard } from "../components/RoomCard";
import { useBooking } from "../context/BookingContext";
import { useRooms } from "../hooks/useRooms";
import type { Room } from "../types";

export function RoomsPage() {
  const navigate = useNavigate();
  const { dispatch } = useBooking();
  const { rooms, status } = useRooms();

  const book = (room: Room) => {
    dispatch({ type: "roomChosen", room });
    navigate("/booking");
  };

  if (status === "failed") return <p>Rooms cannot be shown</p>;
  return (
    <main>
      <h1>Rooms</h1>
      {rooms.map((room) => (
        <RoomCard key={room.id} room={room} onBook={book} />
      ))}
    </main>
  );
}
