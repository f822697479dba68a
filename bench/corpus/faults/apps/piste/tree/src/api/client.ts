export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly path: string,
  ) {
    super(`${path} answered ${status}`)
    this.name = 'HttpError'
  }
}

export async function getJson<T>(path: string): Promise<T> {
  const response = await fetch(`/api${path}`, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new HttpError(response.status, path)
  return response.json()
}

/** For things that may not be there. */
export async function getMaybe<T>(path: string): Promise<T | null> {
  try {
    return await getJson<T>(path)
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return null
    throw error
  }
}

export function beacon(page: string): void {
  fetch('/api/beacon', { method: 'POST', body: JSON.stringify({ page }) }).catch(() => {})
}
