import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { StockGroup } from '@/api/models';
import { practiceApi } from '@/api/resources';

export const useStockStore = defineStore('stock', () => {
  const groups = ref<StockGroup[]>([]);
  const chosen = ref<string>();
  const failed = ref(false);

  const group = computed(() => groups.value.find(({ key }) => key === chosen.value));
  const low = computed(() => groups.value.flatMap(({ items }) => items).filter(({ onHand }) => onHand < 10));

  async function load() {
    try {
      groups.value = await practiceApi.stock();
    } catch {
      failed.value = true;
    }
  }

  return { groups, chosen, failed, group, low, load };
});
