const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

export const date = (iso) => (Number.isNaN(Date.parse(iso)) ? 'unknown' : dates.format(new Date(iso)));
export const area = (m2) => `${Number(m2).toFixed(2)} m²`;
export const initials = (name = '') => name.split(' ').map((part) => part[0]).join('');
