import { getJson } from './client'

export interface Webcam {
  place: string
  frames: string[]
}

export async function fetchWebcam(id: string): Promise<Webcam | null> {
  try {
    return await getJson<Webcam>(`/webcams/${id}`)
  } catch {
    return null
  }
}
