const RETRIABLE = new Set([502, 503, 504]);

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

export class ApiError extends Error {
  constructor(status, body) {
    super(body?.message ?? body?.title ?? `The server answered ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.body = body;
  }
}

/** Asks the API; what is only read is asked for again while a gateway is down. */
export class ApiClient {
  constructor({ base, retries = 1, timeout = 8000 }) {
    this.base = base;
    this.retries = retries;
    this.timeout = timeout;
  }

  get(path, { query, signal } = {}) {
    const search = query ? `?${new URLSearchParams(query)}` : '';
    return this.request('GET', path + search, { signal });
  }

  post(path, payload = {}) {
    return this.request('POST', path, { payload });
  }

  async request(method, path, options, attempt = 0) {
    try {
      return await this.send(method, path, options);
    } catch (error) {
      const retriable = method === 'GET' && RETRIABLE.has(error.status);
      if (!retriable || attempt >= this.retries) throw error;
      await pause(120 * 2 ** attempt);
      return this.request(method, path, options, attempt + 1);
    }
  }

  async send(method, path, { payload, signal }) {
    const limits = [AbortSignal.timeout(this.timeout), signal].filter(Boolean);
    const response = await fetch(this.base + path, {
      method,
      headers: payload ? { 'content-type': 'application/json' } : {},
      body: payload && JSON.stringify(payload),
      signal: AbortSignal.any(limits),
    });
    const body = parse(await response.text());
    if (!response.ok) throw new ApiError(response.status, body);
    return body;
  }
}
