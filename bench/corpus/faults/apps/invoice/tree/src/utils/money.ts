import type { InvoiceLine } from '@/types'

export function formatMoney(amount: number, currency = 'EUR'): string {
  return `${amount.toFixed(2)} ${currency}`
}

export function lineTotal({ quantity, unitPrice, taxRate }: InvoiceLine): number {
  return quantity * unitPrice * (1 + taxRate)
}

export function netTotal(lines: InvoiceLine[]): number {
  return lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0)
}
