/** Requests by XMLHttpRequest, with a promise of what was answered. */
export class RestError extends Error {
  constructor(status, answer) {
    super(`status ${status}`);
    this.status = status;
    this.answer = answer;
  }
}

function request(verb, path, payload) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(verb, `/rest${path}`);
    xhr.setRequestHeader('Accept', 'application/json');
    xhr.onload = () => {
      const answer = parse(xhr.responseText);
      if (xhr.status >= 200 && xhr.status < 300) resolve(answer);
      else reject(new RestError(xhr.status, answer));
    };
    xhr.onerror = () => reject(new RestError(0));
    xhr.send(payload === undefined ? null : JSON.stringify(payload));
  });
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (unreadable) {
    return undefined;
  }
}

export const rest = {
  get: (path) => request('GET', path),
  post: (path, payload) => request('POST', path, payload),
};
