const DAY = 86_400_000;

/** The days of a week such as 2026-W49, or nothing where a text names none. */
export const weekOf = (text) => {
  const match = /^(\d{4})-W(\d{2})$/.exec(text ?? '');
  if (!match) return null;
  const [year, week] = match.slice(1).map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY;
  return { from: new Date(monday).toISOString(), to: new Date(monday + 7 * DAY).toISOString() };
};
