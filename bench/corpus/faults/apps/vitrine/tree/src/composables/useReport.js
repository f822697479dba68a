import { ref } from 'vue'
import { api } from '../api'

/** The report on an object's condition, in the words of a label. */
export function useReport() {
  const summary = ref('')

  async function open(id) {
    let report
    try {
      report = await api.report(id)
    } catch {
      summary.value = 'There is no report'
      return
    }
    const { inspector, inspectedOn, damages = [] } = report
    const area = damages.reduce((sum, { areaMm2 }) => sum + areaMm2, 0)
    summary.value = `${inspector}, ${inspectedOn}: ${damages.length} damages on ${area} mm²`
  }

  return { summary, open }
}
