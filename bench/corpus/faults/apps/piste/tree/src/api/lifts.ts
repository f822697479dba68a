import { getJson } from './client'

export type LiftStatus = 'open' | 'hold' | 'closed'

export interface Lift {
  id: string
  name: string
  sector: string
  status: LiftStatus
  wait: number
  opens: string
}

type LiftDto = Omit<Lift, 'wait'> & { wait_minutes: number }

export async function fetchLifts(): Promise<Lift[]> {
  const { lifts } = await getJson<{ lifts: LiftDto[] }>('/lifts')
  return lifts.map(({ wait_minutes: wait, ...lift }) => ({ ...lift, wait }))
}
