import type { Programme } from '../types';
import { http } from './http';

export async function fetchProgrammes(): Promise<Programme[]> {
  const { data } = await http.get<{ programmes: Programme[] }>('/programmes');
  return data.programmes;
}
