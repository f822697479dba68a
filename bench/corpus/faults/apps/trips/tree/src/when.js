const SHORT = { day: 'numeric', month: 'short', timeZone: 'UTC' };

/** The day of departure in the words of the reader's own language. */
export const departure = (text) => {
  const date = new Date(text ?? Number.NaN);
  if (Number.isNaN(date.valueOf())) return 'some day';
  const parts = new Intl.DateTimeFormat(navigator.language, SHORT).formatToParts(date);
  const find = (kind) => parts.find(({ type }) => type === kind)?.value ?? '';
  return `${find('day')} ${find('month')}`;
};

/** Whole months until a day. */
export const monthsUntil = (text, now = new Date()) => {
  const date = new Date(text);
  return (date.getUTCFullYear() - now.getUTCFullYear()) * 12 + date.getUTCMonth() - now.getUTCMonth();
};
