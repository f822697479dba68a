const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const times = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

export const onDay = (date: Date): string => dates.format(date);

export const atTime = (date: Date): string => `${dates.format(date)}, ${times.format(date)}`;

export const pounds = (cents: number): string => money.format(cents / 100);

export const kilos = (weight: number): string => `${weight.toFixed(1)} kg`;
