export class HttpError extends Error {
  constructor(
    public readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

async function send<T>(method: string, path: string, payload?: unknown): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method,
    headers: { Accept: 'application/json', ...(payload ? { 'Content-Type': 'application/json' } : {}) },
    body: payload ? JSON.stringify(payload) : undefined,
  })
  const json = await response.json().catch(() => ({}))
  if (!response.ok) throw new HttpError(response.status, json.error ?? response.statusText)
  return json.data as T
}

export const http = {
  get: <T>(path: string) => send<T>('GET', path),
  post: <T>(path: string, payload: unknown) => send<T>('POST', path, payload),
}
