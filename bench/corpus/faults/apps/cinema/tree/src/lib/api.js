export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

async function call(path, options) {
  const response = await fetch(`/api${path}`, options);
  const data = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, data.message ?? 'The cinema does not answer');
  return data;
}

const post = (path, body = {}) =>
  call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

export const fetchProgramme = (day) => call(`/programme?day=${day}`);
export const fetchFilm = (id) => call(`/films/${id}`);
export const fetchShowing = (id) => call(`/showings/${id}`);
export const holdSeats = (id, seats) => post(`/showings/${id}/hold`, { seats });
export const checkVoucher = (code) => post('/vouchers', { code });
export const placeOrder = (items, voucher) => post('/orders', { items, voucher });
export const fetchMember = () => call('/member');
export const fetchVisitors = () => call('/visitors');
