import { combineLatest, EMPTY, filter, forkJoin, map, Subject, switchMap } from 'rxjs';
import type { Apiary, Hive, Inspection } from '../model';
import * as service from '../services/apiary-service';
import { Store } from './store';

interface HiveState {
  apiaries: Apiary[];
  slug?: string;
  hive?: Hive;
  inspections: Inspection[];
}

export const hiveStore = new Store<HiveState>({ apiaries: [], inspections: [] });
const opened = new Subject<string>();

export const currentApiary$ = combineLatest([
  hiveStore.select(({ apiaries }) => apiaries),
  hiveStore.select(({ slug }) => slug),
]).pipe(map(([apiaries, slug]) => apiaries.find((apiary) => apiary.slug === slug)));

export const latestReading$ = hiveStore.select(({ hive }) => hive).pipe(
  filter((hive) => hive !== undefined),
  map(({ readings }) => [...(readings ?? [])].sort((one, other) => other.at.localeCompare(one.at))[0]),
);

export const mites$ = hiveStore
  .select(({ inspections }) => inspections)
  .pipe(map((list) => Math.max(0, ...list.map(({ mites }) => Number(mites)))));

opened
  .pipe(switchMap((id) => forkJoin({ hive: service.hive(id), inspections: service.inspections(id) })))
  .subscribe((loaded) => hiveStore.patch(loaded));

export function loadApiaries(): void {
  service.apiaries().subscribe((apiaries) => hiveStore.patch({ apiaries }));
}

export function chooseApiary(slug: string): void {
  hiveStore.patch({ slug, hive: undefined, inspections: [] });
}

export function openHive(id: string): void {
  opened.next(id);
}

export function addInspection(findings: string[], refused: (reason: string) => void): void {
  const { hive } = hiveStore.value;
  const asked = hive ? service.inspect(hive.id, findings) : EMPTY;
  asked.subscribe({
    next: (inspection) => hiveStore.patch({ inspections: [...hiveStore.value.inspections, inspection] }),
    error: (error: Error) => refused(error.message),
  });
}
