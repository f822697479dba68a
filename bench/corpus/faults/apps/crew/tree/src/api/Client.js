export class RestError extends Error {
  constructor(status, title) {
    super(title ?? `It answered ${status}`);
    this.name = 'RestError';
    this.status = status;
  }
}

/** Speaks with the back end. */
export class Client {
  #base;

  constructor(base) {
    this.#base = base;
  }

  async #ask(path, options) {
    const response = await fetch(`${this.#base}${path}`, options);
    const body = await response.json().catch(() => ({}));
    if (!response.ok) throw new RestError(response.status, body.problem?.title);
    return body;
  }

  read(path) {
    return this.#ask(path, { headers: { accept: 'application/json' } });
  }

  send(path, body = {}) {
    const headers = { 'content-type': 'application/json' };
    return this.#ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  beat(view) {
    this.send('/pulse', { view }).catch(() => {});
  }
}

export const client = new Client('/rest');
