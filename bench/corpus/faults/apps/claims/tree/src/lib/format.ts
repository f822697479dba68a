const SYMBOLS: Record<string, string> = { EUR: "€", CHF: "CHF " };

export function formatMoney(amount: number, currency = "EUR") {
  return `${SYMBOLS[currency] ?? currency}${amount.toFixed(2)}`;
}

export function formatDate(iso: string) {
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

export function formatSize(bytes: number) {
  return bytes > 100_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.round(bytes / 1000)} kB`;
}

export function capitalize(word: string) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
