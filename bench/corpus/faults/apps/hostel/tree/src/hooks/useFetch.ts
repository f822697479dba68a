import { useCallback, useEffect, useReducer, useState } from "react";
import { request } from "../api/request";

export interface FetchState<T> {
  status: "idle" | "loading" | "ready" | "failed";
  data: T | null;
  error: Error | null;
}

type FetchAction<T> = { type: "start" } | { type: "done"; data: T } | { type: "fail"; error: Error };

function reduce<T>(state: FetchState<T>, action: FetchAction<T>): FetchState<T> {
  switch (action.type) {
    case "start":
      return { status: "loading", data: null, error: null };
    case "done":
      return { status: "ready", data: action.data, error: null };
    case "fail":
      return { ...state, status: "failed", error: action.error };
  }
}

/** Gets a path of the API, and again whenever it changes or `reload` is called. */
export function useFetch<T>(path: string | null) {
  const [state, dispatch] = useReducer(reduce<T>, { status: "idle", data: null, error: null });
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (path === null) return;
    const controller = new AbortController();
    dispatch({ type: "start" });
    request<T>(path, { signal: controller.signal })
      .then((data) => dispatch({ type: "done", data }))
      .catch((error: Error) => {
        if (!controller.signal.aborted) dispatch({ type: "fail", error });
      });
    return () => controller.abort();
  }, [path, round]);

  const reload = useCallback(() => setRound((current) => current + 1), []);
  return { ...state, reload };
}
