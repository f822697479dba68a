const KEY = 'toll.widgets'

/** The widgets that somebody has chosen, of those that there are. */
export function chosenWidgets (known) {
  let kept
  try {
    kept = JSON.parse(localStorage.getItem(KEY))
  } catch {
    kept = null
  }
  const chosen = Array.isArray(kept) ? kept.filter((name) => known.includes(name)) : []
  return chosen.length > 0 ? chosen : known
}

export function keepWidgets (names) {
  localStorage.setItem(KEY, JSON.stringify(names))
}
