import { defineStore } from 'pinia';
import { ref } from 'vue';
import { fetchProgrammes } from '../api/programmes';
import type { Programme } from '../types';

export const useProgrammes = defineStore('programmes', () => {
  const all = ref<Programme[]>([]);
  const failed = ref(false);

  async function load() {
    try {
      all.value = await fetchProgrammes();
      failed.value = false;
    } catch {
      failed.value = true;
    }
  }

  return { all, failed, load };
});
