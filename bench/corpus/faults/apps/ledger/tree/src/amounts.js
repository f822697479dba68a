const formats = new Map();

/** An amount in a currency; what has no currency is counted in euro. */
export function amount(value, currency) {
  const code = currency || 'EUR';
  if (!formats.has(code)) {
    formats.set(code, new Intl.NumberFormat('en', { style: 'currency', currency: code }));
  }
  return formats.get(code).format(value);
}

export function converted(value, { from, to, rates }) {
  if (from === to) return value;
  const rate = rates?.[from]?.[to];
  return rate ? value * rate.mid : value;
}

export const sumOf = (list, pick) => list.reduce((sum, each) => sum + pick(each), 0);
