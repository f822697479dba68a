const cache = new Map();

function check(response) {
  if (response.ok) return response.json();
  return response.json().then(
    (body) => Promise.reject(Object.assign(new Error(body.message ?? 'It did not work'), { status: response.status })),
    () => Promise.reject(Object.assign(new Error('It did not work'), { status: response.status })),
  );
}

export function getJson(path) {
  return fetch(`/api${path}`).then(check);
}

export function postJson(path, body) {
  return fetch(`/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then(check);
}

/** What hardly changes is asked for once. */
export function cached(path) {
  if (!cache.has(path)) {
    const asked = getJson(path);
    cache.set(path, asked);
    asked.catch(() => cache.delete(path));
  }
  return cache.get(path);
}
