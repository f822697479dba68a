import type { z } from "zod";

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`);
    this.name = "ApiError";
  }
}

function codeOf(body: unknown): string {
  return typeof body === "object" && body !== null && "error" in body ? String(body.error) : "unknown";
}

async function send(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(`/api${path}`, { ...init, headers: { accept: "application/json", ...init.headers } });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, codeOf(body));
  return body;
}

/** What the API answers, checked. */
export async function get<S extends z.ZodType>(path: string, schema: S, signal?: AbortSignal): Promise<z.infer<S>> {
  return schema.parse(await send(path, { signal }));
}

/** For routes whose shape no schema describes yet. */
export async function getPlain<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await send(path, { signal })) as T;
}

export async function post<T>(path: string, payload: object = {}): Promise<T> {
  const headers = { "content-type": "application/json" };
  return (await send(path, { method: "POST", headers, body: JSON.stringify(payload) })) as T;
}

export function usage(page: string): void {
  post("/usage", { page }).catch(() => undefined);
}
