import type { Room, RoomStatus } from "../types";

export interface RoomDto {
  id: string;
  name: string;
  beds: number;
  status: RoomStatus;
  nightlyRate: number;
}

export interface RoomsResponse {
  rooms: RoomDto[];
}

export function toRoom({ nightlyRate, ...room }: RoomDto): Room {
  return { ...room, rate: nightlyRate };
}
