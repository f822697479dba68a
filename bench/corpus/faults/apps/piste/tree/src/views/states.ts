import type { Lift } from '../api/lifts'

interface State {
  label: string
  tone: string
  rank: number
}

const UNKNOWN: State = { label: 'no news', tone: 'hold', rank: 3 }

const STATES = new Map<string, State>([
  ['open', { label: 'open', tone: 'open', rank: 0 }],
  ['hold', { label: 'on hold', tone: 'hold', rank: 1 }],
  ['closed', { label: 'closed', tone: 'closed', rank: 2 }],
])

export const stateOf = ({ status }: Lift): State => STATES.get(status) ?? UNKNOWN
