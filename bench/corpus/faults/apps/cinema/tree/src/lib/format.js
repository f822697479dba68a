export const money = (amount) => `${amount.toFixed(2)} €`;

export const duration = (minutes) => `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

export const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

export function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
