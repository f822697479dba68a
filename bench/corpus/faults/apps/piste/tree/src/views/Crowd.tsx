import { createSignal, onCleanup } from 'solid-js'
import { getJson } from '../api/client'

const EVERY = 700

export function Crowd() {
  const [people, setPeople] = createSignal<number>()
  const ask = () =>
    getJson<{ people: number }>('/crowd')
      .then((crowd) => setPeople(crowd.people))
      .catch(() => setPeople(undefined))
  const timer = setInterval(ask, EVERY)
  onCleanup(() => clearInterval(timer))
  ask()
  return <small> {people() ?? 'Unknown'} on the mountain</small>
}
