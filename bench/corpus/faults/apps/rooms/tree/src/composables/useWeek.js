import { computed, ref } from 'vue';
import { api } from '../lib/api';
import { addDays } from '../lib/dates';

export function useWeek(start) {
  const from = ref(start);
  const days = ref([]);
  const selectedDate = ref(start);
  const loading = ref(false);

  const selectedDay = computed(() => days.value.find((day) => day.date === selectedDate.value));

  async function load() {
    const asked = from.value;
    loading.value = true;
    const week = await api.get(`/bookings?from=${asked}`);
    if (asked !== from.value) return;
    days.value = week.days;
    selectedDate.value = week.from;
    loading.value = false;
  }

  function shift(weeks) {
    from.value = addDays(from.value, weeks * 7);
    return load();
  }

  return { from, days, selectedDate, selectedDay, loading, load, shift };
}
