import type { Booking } from "../types";
import { request } from "./request";

export interface BookingPayload {
  roomId: string;
  from: string;
  to: string;
  guests: string[];
}

export async function createBooking(payload: BookingPayload): Promise<Booking> {
  const { booking } = await request<{ booking: Booking }>("/bookings", { method: "POST", body: payload });
  return booking;
}
