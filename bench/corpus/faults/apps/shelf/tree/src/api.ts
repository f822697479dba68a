export class Refused extends Error {
  constructor(readonly status: number) {
    super(`The library answered ${status}.`);
  }
}

export async function read<T>(path: string): Promise<T> {
  const answer = await fetch(`/api${path}`);
  if (!answer.ok) throw new Refused(answer.status);
  return answer.json();
}

export async function send<T>(path: string, body: unknown = {}): Promise<T> {
  const answer = await fetch(`/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Refused(answer.status);
  return answer.json();
}

export function visited(path: string): void {
  fetch('/api/visits', { method: 'POST', body: JSON.stringify({ path }) }).catch(() => {});
}
