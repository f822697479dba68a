import type { Dashboard, Invoice, InvoiceDraft, InvoiceListItem, Reminder } from '@/types'
import { http } from './http'

export const invoiceService = {
  dashboard: () => http.get<Dashboard>('/dashboard'),
  list: (status?: string) => http.get<InvoiceListItem[]>(status ? `/invoices?status=${status}` : '/invoices'),
  find: (id: string) => http.get<Invoice>(`/invoices/${id}`),
  reminders: (id: string) => http.get<Reminder[]>(`/invoices/${id}/reminders`),
  create: (draft: InvoiceDraft & { dueOn: string }) => http.post<Invoice>('/invoices', draft),
}
