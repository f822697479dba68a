import { computed } from 'vue';
import { type Broadcast, SCHEDULE } from '../queries/schedule';
import { useQuery } from './useQuery';

function byHour(broadcasts: Broadcast[]): Map<string, Broadcast[]> {
  const hours = new Map<string, Broadcast[]>();
  for (const broadcast of broadcasts) {
    const hour = broadcast.startsAt.slice(11, 13);
    hours.set(hour, [...(hours.get(hour) ?? []), broadcast]);
  }
  return hours;
}

export function useSchedule(day: () => string) {
  const { data, error } = useQuery(SCHEDULE, () => ({ day: day() }));
  const hours = computed(() => byHour(data.value?.schedule ?? []));
  return { hours, error };
}
