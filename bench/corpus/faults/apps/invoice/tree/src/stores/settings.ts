import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { settingsService } from '@/services/customers'
import type { Settings } from '@/types'

const DEFAULTS: Settings = {
  company: '',
  currency: 'EUR',
  numbering: { prefix: '', next: 1 },
  paymentTerms: { days: 30, reminderAfter: 14 },
}

export const useSettingsStore = defineStore('settings', () => {
  const settings = ref<Settings>(DEFAULTS)
  const loaded = ref(false)

  const nextNumber = computed(() => `${settings.value.numbering.prefix}${settings.value.numbering.next}`)
  const termDays = computed(() => settings.value.paymentTerms.days)

  async function load() {
    try {
      settings.value = await settingsService.load()
      loaded.value = true
    } catch {
      loaded.value = false
    }
  }

  return { settings, loaded, nextNumber, termDays, load }
})
