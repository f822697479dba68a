export type Result<T> = { ok: true; value: T } | { ok: false; reason: string };

const failed = (reason: string): { ok: false; reason: string } => ({ ok: false, reason });

async function ask<T>(path: string, init?: RequestInit): Promise<Result<T>> {
  try {
    const response = await fetch(`/api/v1/${path}`, init);
    const body = await response.json();
    return response.ok ? { ok: true, value: body as T } : failed(body.reason ?? 'The choir does not answer');
  } catch {
    return failed('The choir cannot be reached');
  }
}

export const get = <T>(path: string) => ask<T>(path);

export const post = <T>(path: string, body: unknown) =>
  ask<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const log = (page: string) => void post('log', { page });

/** The value, or what to use instead. */
export const orElse = <T>(result: Result<T>, other: T): T => (result.ok ? result.value : other);
