import { defineStore } from 'pinia'
import { ref } from 'vue'
import { customerService } from '@/services/customers'
import type { Customer, CustomerListItem } from '@/types'

export const useCustomersStore = defineStore('customers', () => {
  const list = ref<CustomerListItem[]>([])
  const selected = ref<Customer | null>(null)
  const failed = ref(false)
  let wanted = ''

  async function load() {
    failed.value = false
    try {
      list.value = await customerService.list()
    } catch {
      failed.value = true
    }
  }

  async function select(id: string) {
    wanted = id
    selected.value = null
    const customer = await customerService.find(id).catch(() => null)
    if (wanted === id) selected.value = customer
  }

  return { list, selected, failed, load, select }
})
