import { useSyncExternalStore } from 'react';

const steps: readonly [seconds: number, unit: string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** How long ago in one unit: `4 min ago`; a year and more ago as the date. */
export function relative(at: number, now: number): string {
  const seconds = Math.round((now - at) / 1000);
  if (Number.isNaN(seconds)) return 'unknown';
  if (seconds >= 365 * 86_400) return new Date(at).toISOString().slice(0, 10);
  for (const [length, unit] of steps) {
    if (Math.abs(seconds) >= length) {
      const count = Math.floor(Math.abs(seconds) / length);
      return seconds < 0 ? `in ${count} ${unit}` : `${count} ${unit} ago`;
    }
  }
  return seconds < -5 ? 'in a moment' : 'just now';
}

/** A stretch of time in its two largest units: `3 d 4 h`, `12 min`. */
export function elapsed(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}

/** A stretch of time that is only estimated, in one unit: `12 min`, `3 h`, `4 days`. */
export function roughly(minutes: number): string {
  if (minutes < 120) return `${Math.max(1, Math.round(minutes))} min`;
  if (minutes < 2 * 1440) return `${Math.round(minutes / 60)} h`;
  return `${Math.round(minutes / 1440)} days`;
}

/** A position in a recording: `1:05`, with `tenths` `1:05.3`. */
export function clockTime(milliseconds: number, tenths = false): string {
  const sign = milliseconds < 0 ? '−' : '';
  const total = Math.floor(Math.abs(milliseconds) / 100);
  const minutes = Math.floor(total / 600);
  const seconds = Math.floor((total % 600) / 10);
  const text = `${sign}${minutes}:${String(seconds).padStart(2, '0')}`;
  return tenths ? `${text}.${total % 10}` : text;
}

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

/** The instant in full, in the reader's time zone. */
export function exactTime(at: number): string {
  return Number.isNaN(at) ? 'unknown' : exact.format(at);
}

const listeners = new Set<() => void>();
let timer = 0;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = window.setInterval(() => {
      now = Date.now();
      for (const each of listeners) each();
    }, 15_000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.clearInterval(timer);
  };
}

/** The present, renewed four times a minute by one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
