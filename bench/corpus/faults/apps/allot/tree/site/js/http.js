export class Http {
  constructor(base) {
    this.base = base;
  }

  async get(path) {
    const response = await fetch(this.base + path, { headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(`${response.status} for ${path}`);
    const { data } = await response.json();
    return data;
  }
}

export const http = new Http('/api');
