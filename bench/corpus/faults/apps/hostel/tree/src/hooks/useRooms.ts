import { useMemo } from "react";
import { type RoomsResponse, toRoom } from "../api/rooms";
import { useFetch } from "./useFetch";

export function useRooms() {
  const { data, status } = useFetch<RoomsResponse>("/rooms");
  const rooms = useMemo(() => data?.rooms.map(toRoom) ?? [], [data]);
  return { rooms, status };
}
