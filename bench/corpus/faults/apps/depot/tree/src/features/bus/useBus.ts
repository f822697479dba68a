import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/http";
import { busSchema } from "../../api/schemas";

export function useBus(id: string) {
  return useQuery({
    queryKey: ["buses", id],
    queryFn: ({ signal }) => get(`/buses/${id}`, busSchema, signal),
    throwOnError: true,
  });
}
