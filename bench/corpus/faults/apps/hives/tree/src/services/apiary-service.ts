import { catchError, map, type Observable, of } from 'rxjs';
import type { Apiary, Harvest, Hive, Inspection, Keeper } from '../model';
import { get, post } from './rest';

export const apiaries = (): Observable<Apiary[]> =>
  get<{ apiaries: Apiary[] }>('apiaries').pipe(map((answer) => answer.apiaries));

export const hive = (id: string): Observable<Hive> => get<{ hive: Hive }>(`hives/${id}`).pipe(map((answer) => answer.hive));

export const inspections = (id: string): Observable<Inspection[]> =>
  get<{ inspections: Inspection[] }>(`hives/${id}/inspections`).pipe(
    map((answer) => answer.inspections),
    catchError(() => of([])),
  );

export const inspect = (id: string, findings: string[]): Observable<Inspection> =>
  post<{ inspection: Inspection }>(`hives/${id}/inspections`, { findings }).pipe(map((answer) => answer.inspection));

export const harvests = (): Observable<Harvest[]> =>
  get<{ harvests: Harvest[] }>('harvests').pipe(
    map((answer) => answer.harvests),
    catchError(() => of([])),
  );

export const keeper = (): Observable<Keeper> => get<{ keeper: Keeper }>('keeper').pipe(map((answer) => answer.keeper));
