import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api } from '../api'

export const useLoans = defineStore('loans', () => {
  const outgoing = ref([])
  const message = ref('')

  const insured = computed(() => outgoing.value.reduce((sum, { insured: { amount } }) => sum + Number(amount), 0))
  const next = computed(() => [...outgoing.value].sort((one, other) => one.dueOn.localeCompare(other.dueOn))[0])

  async function load() {
    const answer = await api.loans()
    outgoing.value = answer?.outgoing ?? []
  }

  async function extend(id) {
    const loan = outgoing.value.find((each) => each.id === id)
    const before = loan.dueOn
    loan.dueOn = 'soon'
    try {
      const extended = await api.extend(id)
      loan.dueOn = extended?.dueOn ?? before
      message.value = extended ? `Extended to ${extended.dueOn}` : 'It was extended already'
    } catch {
      loan.dueOn = before
      message.value = 'That did not work'
    }
  }

  return { outgoing, message, insured, next, load, extend }
})
