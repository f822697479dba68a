import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { Rota } from '@/api/models';
import { practiceApi } from '@/api/resources';
import { minutes } from '@/lib/dates';

export const useRotaStore = defineStore('rota', () => {
  const week = ref('2026-W48');
  const rota = ref<Rota>();

  const hours = computed(() => {
    const shifts = rota.value?.days.flatMap((day) => day.shifts) ?? [];
    return shifts.reduce((sum, { from, to }) => sum + (minutes(to) - minutes(from)) / 60, 0);
  });
  const opening = computed(() => {
    const [first] = rota.value?.days ?? [];
    const shift = first?.shifts[0];
    return shift ? `${shift.vet} opens on ${first.day} at ${shift.from}` : 'Nobody opens yet';
  });

  async function show(next: string) {
    week.value = next;
    const loaded = await practiceApi.rota(next);
    if (week.value === next) rota.value = loaded;
  }

  return { week, rota, hours, opening, show };
});
