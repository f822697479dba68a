const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })

/** The hour of an instant. */
export function clock(instant) {
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? String(instant) : hours.format(at)
}
