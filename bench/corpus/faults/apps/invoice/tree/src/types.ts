export type InvoiceStatus = 'draft' | 'sent' | 'overdue' | 'paid'

export interface InvoiceListItem {
  id: string
  number: string
  status: InvoiceStatus
  issuedOn: string
  dueOn: string
  customer: { id: string; name: string }
  total: number
}

export interface InvoiceLine {
  description: string
  quantity: number
  unitPrice: number
  taxRate: number
}

export interface Payment {
  paidOn: string
  method: { kind: 'transfer' | 'card'; reference: string }
}

export interface Invoice extends Omit<InvoiceListItem, 'total'> {
  lines: InvoiceLine[]
  payment: Payment | null
}

export interface Reminder {
  id: string
  level: number
  sentAt: string
  to: string
}

export interface Address {
  street: string
  city: string
  country: string
}

export interface CustomerListItem {
  id: string
  name: string
  address?: Address
  balance: number
}

export interface Customer extends CustomerListItem {
  contacts: { id: string; name: string; email: string }[]
}

export interface Settings {
  company: string
  currency: string
  numbering: { prefix: string; next: number }
  paymentTerms: { days: number; reminderAfter: number }
}

export interface Dashboard {
  revenue: { currency: string; byMonth: { month: string; amount: number }[] }
  open: { count: number; total: number }
}

export interface InvoiceDraft {
  customerId: string
  issuedOn: string
  lines: InvoiceLine[]
}
