import { computed, type Ref, ref } from 'vue';

export function usePagination<T>(rows: Ref<T[]>, size: Ref<number>) {
  const wanted = ref(1);

  const pages = computed(() => Math.max(1, Math.ceil(rows.value.length / size.value)));
  const page = computed(() => Math.min(wanted.value, pages.value));
  const visible = computed(() => rows.value.slice((page.value - 1) * size.value, page.value * size.value));

  const go = (to: number) => {
    wanted.value = Math.max(1, Math.min(to, pages.value));
  };

  return { page, pages, visible, go };
}
