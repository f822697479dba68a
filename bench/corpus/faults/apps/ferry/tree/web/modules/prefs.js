const KEY = 'ferry.prefs';
const DEFAULTS = { from: '', zones: ['near', 'far'], large: false };

export function readPrefs() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    localStorage.removeItem(KEY);
  }
  return {
    from: typeof kept.from === 'string' ? kept.from : DEFAULTS.from,
    zones: Array.isArray(kept.zones) ? kept.zones : DEFAULTS.zones,
    large: kept.large === true,
  };
}

export function keepPrefs(change) {
  localStorage.setItem(KEY, JSON.stringify({ ...readPrefs(), ...change }));
}
