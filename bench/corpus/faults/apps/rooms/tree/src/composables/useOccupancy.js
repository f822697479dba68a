import { computed, ref } from 'vue';
import { api } from '../lib/api';

export function useOccupancy() {
  const occupancy = ref(null);

  const percentNow = computed(() => {
    if (!occupancy.value) return 0;
    const { occupied, total } = occupancy.value.now;
    return Math.round((occupied / total) * 100);
  });

  const peakText = computed(() => {
    const peak = occupancy.value?.peak;
    return peak ? `${peak.percent} % at ${peak.hour}:00` : 'No peak yet';
  });

  async function load() {
    occupancy.value = await api.get('/occupancy');
  }

  return { occupancy, percentNow, peakText, load };
}
