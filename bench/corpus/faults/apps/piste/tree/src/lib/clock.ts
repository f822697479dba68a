/** The hour and minute of a time in UTC, as all boards of the mountain show it. */
export function clock(iso: string): string {
  return iso.slice(11, 16)
}

export function day(iso: string): string {
  return iso.slice(0, 10)
}
