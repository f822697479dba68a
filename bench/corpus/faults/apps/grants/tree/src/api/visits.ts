import { http } from './http';

export function reportVisit(path: string): void {
  http.post('/visits', { path }).catch(() => undefined);
}
