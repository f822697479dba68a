import { get } from './lib/http.js'
import { store } from './lib/store.js'

export function watchQueues (milliseconds) {
  store.on('queues', (queues) => {
    const texts = Object.entries(queues).map(([gate, cars]) => `${cars} wait at ${gate}`)
    document.getElementById('queues').textContent = texts.join(', ')
  })
  setInterval(async () => {
    const answer = await get('/queues').catch(() => null)
    if (answer) store.set('queues', answer.queues ?? {})
  }, milliseconds)
}
