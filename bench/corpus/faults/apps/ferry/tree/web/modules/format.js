const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

export const timeOf = (iso) => (Number.isNaN(Date.parse(iso)) ? '--:--' : clock.format(new Date(iso)));
export const pounds = (amount) => money.format(amount / 100);
export const STATES = { on_time: { text: 'On time', css: 'good' }, late: { text: 'Late', css: 'late' } };
export const stateOf = (state) => STATES[state] ?? { text: 'Ask at the pier', css: 'unknown' };
