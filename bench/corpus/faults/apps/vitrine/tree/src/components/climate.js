/** A room's climate in words. */
export function climateOf({ climate }) {
  const { temp, humidity } = climate ?? {}
  const parts = []
  if (typeof temp === 'number') parts.push(`${temp.toFixed(1)} °C`)
  if (typeof humidity === 'number') parts.push(`${humidity.toFixed(0)} % humidity`)
  return parts.join(', ') || 'not measured'
}
