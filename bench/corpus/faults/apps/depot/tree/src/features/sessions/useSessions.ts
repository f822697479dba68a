import { useInfiniteQuery } from "@tanstack/react-query";
import { get } from "../../api/http";
import { sessionPageSchema } from "../../api/schemas";

export function useSessions() {
  return useInfiniteQuery({
    queryKey: ["sessions"],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      get(pageParam ? `/sessions?cursor=${pageParam}` : "/sessions", sessionPageSchema, signal),
    getNextPageParam: ({ next }) => next,
  });
}
