export class HttpError extends Error {
  constructor(status, reason) {
    super(`The box office answers ${status}: ${reason}`);
    this.name = "HttpError";
    this.status = status;
  }
}

/** Handles what the server refuses; anything else goes on. */
export const onHttpError = (handle) => (error) => {
  if (error instanceof HttpError) return handle(error);
  throw error;
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** JSON over fetch; what the server fails at is asked again. */
export class Http {
  constructor(base, { retries = 2, wait = 80 } = {}) {
    this.base = base;
    this.retries = retries;
    this.wait = wait;
  }

  get(path) {
    return this.#withRetries(() => this.#send(path));
  }

  post(path, payload) {
    const headers = { "content-type": "application/json" };
    return this.#send(path, { method: "POST", headers, body: JSON.stringify(payload) });
  }

  async #withRetries(task) {
    for (let tries = 0; ; tries++) {
      try {
        return await task();
      } catch (error) {
        const again = error instanceof HttpError && error.status >= 500 && tries < this.retries;
        if (!again) throw error;
        await pause(this.wait * 2 ** tries);
      }
    }
  }

  async #send(path, init) {
    const response = await fetch(`${this.base}${path}`, init);
    const body = await response.json().catch(() => null);
    if (!response.ok) throw new HttpError(response.status, body?.error ?? "unknown");
    return body;
  }
}
