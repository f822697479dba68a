import { onMounted, onUnmounted, ref } from 'vue'
import { api } from '../api'

export function useClimate(every = 650) {
  const climate = ref(null)
  let timer

  const ask = () =>
    api
      .climate()
      .then((now) => {
        climate.value = now ?? null
      })
      .catch(() => {})

  onMounted(() => {
    ask()
    timer = setInterval(ask, every)
  })
  onUnmounted(() => clearInterval(timer))
  return climate
}
