import { getJson } from './client'

export interface Problem {
  kind: string
  aspects: string[]
  above_m: number
}

export interface Bulletin {
  level: number
  issued: string
  problems: Problem[]
}

export const fetchBulletin = () => getJson<Bulletin>('/bulletin')
