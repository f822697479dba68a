import type { Interview } from '../../api/types';
import { formatDay, formatTime } from '../../lib/format';

export interface AgendaItem {
  id: string;
  time: string;
  title: string;
  place: string;
  panel: string;
}

export interface AgendaDay {
  day: string;
  items: AgendaItem[];
}

function toItem({ id, startsAt, durationMinutes, candidate, location, panel }: Interview): AgendaItem {
  return {
    id,
    time: `${formatTime(startsAt)} (${durationMinutes} min)`,
    title: candidate.name,
    place: location?.label ?? 'to be decided',
    panel: panel.map(({ name }) => name).join(', '),
  };
}

export function buildAgenda(interviews: Interview[]): AgendaDay[] {
  const sorted = [...interviews].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const days = new Map<string, AgendaItem[]>();
  for (const interview of sorted) {
    const day = formatDay(interview.startsAt);
    days.set(day, [...(days.get(day) ?? []), toItem(interview)]);
  }
  return Array.from(days, ([day, items]) => ({ day, items }));
}
