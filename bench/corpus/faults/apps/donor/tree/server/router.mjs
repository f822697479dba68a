/** Routes with `:parameters`; a handler that gives nothing means that there is no such thing. */
export class Router {
  #routes = [];
  #base;

  constructor(base) {
    this.#base = base;
  }

  get(path, handle) {
    return this.#add('GET', path, handle);
  }

  post(path, handle) {
    return this.#add('POST', path, handle);
  }

  #add(method, path, handle) {
    const pattern = new RegExp(`^${this.#base}${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    this.#routes.push({ method, pattern, handle });
    return this;
  }

  answer(method, url, body) {
    for (const route of this.#routes) {
      const match = route.method === method && route.pattern.exec(url.pathname);
      if (!match) continue;
      const found = route.handle(match.groups ?? {}, url.searchParams, body);
      if (found) return { status: 200, body: found };
    }
    return { status: 404, body: { message: 'There is no such thing' } };
  }
}
