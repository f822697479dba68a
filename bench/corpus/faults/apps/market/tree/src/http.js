/** A small client: `data` is what the server sent under that name. */
class HttpError extends Error {
  constructor(response, body) {
    super(`Request failed with status ${response.status}`);
    this.status = response.status;
    this.body = body;
  }
}

function create({ baseURL }) {
  async function request(method, url, { params, body } = {}) {
    const query = params ? `?${new URLSearchParams(params)}` : '';
    const response = await fetch(baseURL + url + query, {
      method,
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    const json = await response.json().catch(() => ({}));
    if (!response.ok) throw new HttpError(response, json);
    return { status: response.status, data: json.data, meta: json.meta ?? {} };
  }
  return {
    get: (url, params) => request('GET', url, { params }),
    post: (url, body) => request('POST', url, { body }),
  };
}

export const http = create({ baseURL: '/api/v2' });
