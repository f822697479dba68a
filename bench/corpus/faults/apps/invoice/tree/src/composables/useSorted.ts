import { computed, type Ref, ref } from 'vue'

export type SortKeys<T> = Record<string, (item: T) => string | number>

export function useSorted<T>(items: Ref<T[]>, keys: SortKeys<T>, initial: string) {
  const sortKey = ref(initial)

  const sorted = computed(() => {
    const keyOf = keys[sortKey.value]
    return [...items.value].sort((a, b) => {
      const left = keyOf(a)
      const right = keyOf(b)
      return typeof left === 'string' ? left.localeCompare(String(right)) : left - Number(right)
    })
  })

  return { sortKey, sorted }
}
