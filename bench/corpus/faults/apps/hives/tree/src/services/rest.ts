import { from, type Observable, switchMap, throwError } from 'rxjs';

export class RestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

function decode<T>(response: Response): Observable<T> {
  if (response.ok) return from(response.json() as Promise<T>);
  return from(response.json().catch(() => ({}))).pipe(
    switchMap(({ error }) => throwError(() => new RestError(response.status, error ?? 'No answer'))),
  );
}

/** Asks at once, whether or not somebody listens yet. */
export function get<T>(path: string): Observable<T> {
  return from(fetch(`/data/${path}`)).pipe(switchMap((response) => decode<T>(response)));
}

export function post<T>(path: string, body: unknown): Observable<T> {
  const headers = { 'content-type': 'application/json' };
  return from(fetch(`/data/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).pipe(
    switchMap((response) => decode<T>(response)),
  );
}
