/** A client with interceptors: each sees every answer before its caller does. */
export class Client {
  #before = [];
  #after = [];

  constructor(root) {
    this.root = root;
  }

  onRequest(change) {
    this.#before.push(change);
    return this;
  }

  onAnswer(change) {
    this.#after.push(change);
    return this;
  }

  async request(config) {
    const { method = 'GET', url, query, json } = this.#before.reduce((one, change) => change(one), config);
    const address = new URL(this.root + url, location.origin);
    for (const [name, value] of Object.entries(query ?? {})) address.searchParams.set(name, value);
    const response = await fetch(address, {
      method,
      ...(json && { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    const answer = { ok: response.ok, status: response.status, body: text ? JSON.parse(text) : null };
    return this.#after.reduce((one, change) => change(one), answer);
  }
}

export const client = new Client('/v1').onAnswer((answer) => {
  if (!answer.ok) throw Object.assign(new Error(`The books answered ${answer.status}`), { answer });
  return answer;
});

export const load = (url, query) => client.request({ url, query }).then(({ body }) => body);

export const save = (url, json) => client.request({ method: 'POST', url, json }).then(({ body }) => body);
