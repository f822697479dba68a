import { onMounted, onUnmounted, ref } from 'vue'

export function usePolling<T>(task: () => Promise<T>, interval: number) {
  const data = ref<T>()
  let timer: ReturnType<typeof setInterval> | undefined

  async function tick() {
    try {
      data.value = await task()
    } catch {
      data.value = undefined
    }
  }

  onMounted(() => {
    tick()
    timer = setInterval(tick, interval)
  })
  onUnmounted(() => clearInterval(timer))

  return { data }
}
