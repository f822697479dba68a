import { clock } from '../lib/clock'
import { getJson, getMaybe } from './client'

export type Sector = 'north' | 'south'

export interface Run {
  id: string
  name: string
  sector: Sector
  grade: string
  length: number
  groomed: string
}

interface RunDto {
  id: string
  name: string
  sector: Sector
  grade: string
  length_m: number
  groomed_at: string | null
}

const toRun = ({ length_m, groomed_at, ...rest }: RunDto): Run => ({
  ...rest,
  length: length_m / 1000,
  groomed: groomed_at ? `groomed at ${clock(groomed_at)}` : 'not groomed',
})

export async function fetchRuns(sector: Sector): Promise<Run[]> {
  const { runs } = await getJson<{ runs: RunDto[] }>(`/runs?sector=${sector}`)
  return runs.map(toRun)
}

export async function fetchProfile(runId: string): Promise<number[]> {
  const profile = await getMaybe<{ heights: number[] }>(`/profiles/${runId}`)
  return profile?.heights ?? []
}
