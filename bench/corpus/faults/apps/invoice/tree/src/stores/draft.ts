import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { InvoiceDraft, InvoiceLine } from '@/types'
import { lineTotal } from '@/utils/money'

const STORAGE_KEY = 'invoice.draft'

function emptyDraft(): InvoiceDraft {
  return { customerId: '', issuedOn: new Date().toISOString().slice(0, 10), lines: [emptyLine()] }
}

function emptyLine(): InvoiceLine {
  return { description: '', quantity: 1, unitPrice: 0, taxRate: 0.19 }
}

function restore(): InvoiceDraft {
  const stored = localStorage.getItem(STORAGE_KEY)
  if (!stored) return emptyDraft()
  try {
    const draft = JSON.parse(stored)
    return Array.isArray(draft.lines) ? { ...emptyDraft(), ...draft } : emptyDraft()
  } catch {
    return emptyDraft()
  }
}

export const useDraftStore = defineStore('draft', () => {
  const draft = ref<InvoiceDraft>(restore())
  const total = computed(() => draft.value.lines.reduce((sum, line) => sum + lineTotal(line), 0))

  watch(draft, (value) => localStorage.setItem(STORAGE_KEY, JSON.stringify(value)), { deep: true })

  function addLine() {
    draft.value.lines.push(emptyLine())
  }

  function reset() {
    draft.value = emptyDraft()
  }

  return { draft, total, addLine, reset }
})
