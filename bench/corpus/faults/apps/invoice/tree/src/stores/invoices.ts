import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { invoiceService } from '@/services/invoices'
import type { Invoice, InvoiceListItem, InvoiceStatus, Reminder } from '@/types'

export const useInvoicesStore = defineStore('invoices', () => {
  const items = ref<InvoiceListItem[]>([])
  const current = ref<Invoice | null>(null)
  const reminders = ref<Reminder[]>([])
  const loading = ref(false)
  const error = ref('')

  const openTotal = computed(() =>
    items.value.filter(({ status }) => status !== 'paid').reduce((sum, { total }) => sum + total, 0),
  )

  async function fetchAll(status?: InvoiceStatus) {
    loading.value = true
    error.value = ''
    try {
      items.value = await invoiceService.list(status)
    } catch {
      error.value = 'The invoices could not be loaded'
    } finally {
      loading.value = false
    }
  }

  async function fetchOne(id: string) {
    current.value = null
    error.value = ''
    try {
      current.value = await invoiceService.find(id)
    } catch {
      error.value = 'The invoice could not be loaded'
    }
  }

  async function fetchReminders(id: string) {
    reminders.value = await invoiceService.reminders(id).catch(() => [])
  }

  return { items, current, reminders, loading, error, openTotal, fetchAll, fetchOne, fetchReminders }
})
