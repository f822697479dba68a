import { reactive } from 'vue'

const KEY = 'vitrine:notes'

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {}
  } catch {
    return {}
  }
}

export function useNotes() {
  const notes = reactive(kept())

  function put(id, text) {
    notes[id] = { text, at: new Date().toISOString() }
    localStorage.setItem(KEY, JSON.stringify(notes))
  }

  const linesOf = () =>
    Object.entries(notes)
      .filter(([, note]) => typeof note?.text === 'string')
      .map(([id, { text }]) => `${id}: ${text.trim()}`)

  return { put, linesOf }
}
