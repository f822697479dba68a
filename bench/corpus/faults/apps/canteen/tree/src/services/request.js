export function ServiceError(code) {
    this.name = 'ServiceError';
    this.message = `The canteen says: ${code}`;
    this.code = code;
    Error.captureStackTrace?.(this, ServiceError);
}
ServiceError.prototype = Object.create(Error.prototype);

/** Asks the canteen and opens the envelope that it answers in. */
export function request(method, path, body) {
    return fetch(`/canteen${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: body && JSON.stringify(body),
    })
        .then((response) => {
            if (!response.ok) throw new ServiceError(response.status);
            return response.json();
        })
        .then((envelope) => {
            if (!envelope.ok) throw new ServiceError(envelope.error.code);
            return envelope.data;
        });
}
