import { getMaybe } from './client'

export interface Ride {
  lift: string
  at: string
}

export interface Pass {
  code: string
  holder: string
  daysLeft: number
  rides: Ride[]
}

interface PassDto {
  code: string
  holder: string
  days_left: number
  rides: Ride[]
}

export async function fetchPass(code: string): Promise<Pass | null> {
  const dto = await getMaybe<PassDto>(`/passes/${encodeURIComponent(code)}`)
  if (!dto) return null
  const { days_left, ...rest } = dto
  return { ...rest, daysLeft: days_left }
}
