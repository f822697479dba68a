function createStore (values) {
  const listeners = new Map()

  return {
    get: (key) => values[key],
    set (key, value) {
      values[key] = value
      for (const listener of listeners.get(key) ?? []) listener(value)
    },
    /** Until the signal is aborted, where there is one. */
    on (key, listener, signal) {
      if (!listeners.has(key)) listeners.set(key, new Set())
      listeners.get(key).add(listener)
      signal?.addEventListener('abort', () => listeners.get(key).delete(listener))
    }
  }
}

export const store = createStore({ lanes: [], passages: [], queues: {}, notice: '' })
