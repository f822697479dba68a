export type RoomStatus = "clean" | "dirty" | "occupied";

export interface Room {
  id: string;
  name: string;
  beds: number;
  status: RoomStatus;
  rate: number;
}

export interface Settings {
  house: string;
  currency: string;
  checkIn: string;
}

export interface GuestSummary {
  id: string;
  name: string;
}

export interface Guest extends GuestSummary {
  stay: { id: string; roomId: string; from: string; to: string } | null;
}

export interface GuestNotes {
  byStay: Record<string, { text: string }[]>;
}

export interface Arrival {
  id: string;
  guest: string;
  room: string;
  due: string;
  checkedIn: boolean;
}

export interface InvoiceLine {
  text: string;
  amount: number;
}

export interface Invoice {
  id: string;
  guest: string;
  lines: InvoiceLine[];
}

export interface Booking {
  reference: string;
  room: string;
}
