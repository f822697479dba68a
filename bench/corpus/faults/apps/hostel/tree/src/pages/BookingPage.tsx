import { type FormEvent, useState } from "react";
import { createBooking } from "../api/bookings";
import { HttpError } from "../api/request";
import { useBooking } from "../context/BookingContext";
import { useMoney } from "../hooks/useMoney";
import { quoteFor } from "../lib/stay";

export function BookingPage() {
  const money = useMoney();
  const { draft, dispatch } = useBooking();
  const [name, setName] = useState("");
  const [message, setMessage] = useState("");
  const { room, from, to, guests } = draft;
  const quote = room && from && to ? quoteFor(room, from, to) : null;

  const addGuest = () => {
    if (name.trim()) dispatch({ type: "guestAdded", name: name.trim() });
    setName("");
  };

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (!room) return;
    try {
      const booking = await createBooking({ roomId: room.id, from, to, guests });
      dispatch({ type: "cleared" });
      setMessage(`Booked ${booking.room} as ${booking.reference}`);
    } catch (error) {
      const taken = error instanceof HttpError && error.status === 409;
      setMessage(taken ? "Somebody else has taken that room" : "The booking did not work");
    }
  };

  return (
    <main>
      <h1>{room ? `Book ${room.name}` : "Choose a room first"}</h1>
      <form onSubmit={confirm}>
        <label>
          Arrival
          <input value={from} onChange={(event) => dispatch({ type: "datesChanged", from: event.target.value })} />
        </label>
        <label>
          Departure
          <input value={to} onChange={(event) => dispatch({ type: "datesChanged", to: event.target.value })} />
        </label>
        <label>
          Guest name
          <input value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="button" onClick={addGuest}>
          Add guest
        </button>
        <ul>
          {guests.map((guest) => (
            <li key={guest}>{guest}</li>
          ))}
        </ul>
        <p>{quote ? `${quote.nights} nights for ${money(quote.total)}` : "No price yet"}</p>
        <button type="submit">Confirm booking</button>
      </form>
      <p role="status">{message}</p>
    </main>
  );
}
