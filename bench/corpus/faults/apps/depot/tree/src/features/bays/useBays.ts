import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { get, post } from "../../api/http";
import { baysSchema } from "../../api/schemas";

type Bays = z.infer<typeof baysSchema>;

export interface Started {
  session: { id: string; bay: number; started_at: string };
}

export function useBays() {
  return useQuery({
    queryKey: ["bays"],
    queryFn: ({ signal }) => get("/bays", baysSchema, signal),
    select: ({ bays }) => bays,
    throwOnError: true,
  });
}

export function useStart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (bayId: string) => post<Started>(`/bays/${bayId}/start`),
    onMutate: async (bayId) => {
      await client.cancelQueries({ queryKey: ["bays"] });
      const before = client.getQueryData<Bays>(["bays"]);
      client.setQueryData<Bays>(["bays"], (old) => ({
        bays: (old?.bays ?? []).map((bay) => (bay.id === bayId ? { ...bay, state: "charging" } : bay)),
      }));
      return { before };
    },
    onError: (_error, _bayId, context) => client.setQueryData(["bays"], context?.before),
    onSettled: () => client.invalidateQueries({ queryKey: ["bays"] }),
  });
}
