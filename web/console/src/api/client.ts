import type { Error as ErrorAnswer } from '@suture/wire/api';

/** An answer that is not a success, in the server's words: what is wrong and what to do. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly remedy?: string,
    /** Where in a query it is wrong. */
    readonly at?: { from: number; to: number },
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

const base = '/api/v1';

/** A path under the API, each value percent-encoded; absent query values are left out. */
export function apiPath(
  segments: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const path = segments.map(encodeURIComponent).join('/');
  const text = search.toString();
  return `${base}/${path}${text && `?${text}`}`;
}

async function call(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(
      0,
      'unreachable',
      'The server does not answer.',
      'Start it with ./suture up, or check the network; this page tries again by itself.',
    );
  }
  if (response.ok) return response;
  throw await refusal(response);
}

async function refusal(response: Response): Promise<ApiError> {
  try {
    const { error } = (await response.json()) as ErrorAnswer;
    if (typeof error.message === 'string' && typeof error.code === 'string')
      return new ApiError(response.status, error.code, error.message, error.remedy, error.at);
  } catch {
    // Something between this page and the server answered in a form of its own.
  }
  return new ApiError(
    response.status,
    'internal',
    `The server answered ${response.status} without saying why.`,
    'Look at its log; a proxy in between may have answered in its place.',
  );
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await call(path, { signal: signal ?? null });
  return (await response.json()) as T;
}

export async function getText(path: string): Promise<string> {
  return (await call(path, {})).text();
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  return (await send('POST', path, body)).json() as Promise<T>;
}

export async function patch<T>(path: string, body: unknown): Promise<T> {
  return (await send('PATCH', path, body)).json() as Promise<T>;
}

export async function put<T>(path: string, body: unknown): Promise<T> {
  return (await send('PUT', path, body)).json() as Promise<T>;
}

export async function remove(path: string): Promise<void> {
  await call(path, { method: 'DELETE' });
}

/** Changes something; whoever asks reads the answer, or nothing of it. */
export function send(method: string, path: string, body?: unknown): Promise<Response> {
  return call(path, {
    method,
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
}
