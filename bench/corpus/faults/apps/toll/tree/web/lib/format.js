const money = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' })
const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
const OF_THE_BOOTH = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d)$/

export const euros = (cents) => money.format(cents / 100)

/** A time as ISO writes it, or as the older booths do. */
export function moment (text) {
  const booth = OF_THE_BOOTH.exec(text)
  const date = new Date(booth ? `${booth[3]}-${booth[2]}-${booth[1]}T${booth[4]}:00Z` : text)
  return Number.isNaN(date.getTime()) ? 'some time' : clock.format(date)
}
