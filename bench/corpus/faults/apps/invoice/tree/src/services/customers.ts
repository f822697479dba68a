import type { Customer, CustomerListItem, Settings } from '@/types'
import { http } from './http'

export const customerService = {
  list: () => http.get<CustomerListItem[]>('/customers'),
  find: (id: string) => http.get<Customer>(`/customers/${id}`),
}

export const settingsService = {
  load: () => http.get<Settings>('/settings'),
}
