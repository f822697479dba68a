import { account, customers, invoices, reminders, revenue } from './db.mjs'

const totalOf = ({ lines }) =>
  Math.round(lines.reduce((sum, line) => sum + line.quantity * line.unitPrice * (1 + line.taxRate), 0) * 100) / 100

function toListItem(invoice) {
  const { id, number, status, issuedOn, dueOn, customerId } = invoice
  const { name } = customers.find((customer) => customer.id === customerId)
  return { id, number, status, issuedOn, dueOn, customer: { id: customerId, name }, total: totalOf(invoice) }
}

function toDetail(invoice) {
  const { id, name } = customers.find((customer) => customer.id === invoice.customerId)
  return { ...invoice, customer: { id, name } }
}

export function getDashboard() {
  const open = invoices.filter(({ status }) => status !== 'paid')
  return {
    data: {
      revenue: { currency: account.currency, byMonth: revenue },
      open: { count: open.length, total: open.map(totalOf).reduce((sum, total) => sum + total, 0) },
    },
  }
}

export function listInvoices({ query }) {
  const status = query.get('status')
  const found = invoices.filter((invoice) => !status || invoice.status === status)
  return { data: found.map(toListItem), meta: { total: found.length } }
}

export function getInvoice({ params: [id] }) {
  const invoice = invoices.find((each) => each.id === id)
  return invoice ? { data: toDetail(invoice) } : { status: 404, error: 'Invoice not found' }
}

export function createInvoice({ body }) {
  const number = `${account.numbering.prefix}${account.numbering.next++}`
  const invoice = { id: `inv-${number.slice(1)}`, number, status: 'draft', payment: null, ...body }
  invoices.push(invoice)
  return { status: 201, data: toDetail(invoice) }
}

export function listReminders({ params: [id] }) {
  return { data: reminders[id] ?? [] }
}

export function listCustomers() {
  return { data: customers.map(({ id, name, address, balance }) => ({ id, name, address, balance })) }
}

export function getCustomer({ params: [id] }) {
  const customer = customers.find((each) => each.id === id)
  return customer ? { data: customer } : { status: 404, error: 'Customer not found' }
}

export function getSettings() {
  return { data: account }
}

let transactions = 212

export function getBankSync() {
  transactions += 1
  return { data: { state: 'idle', transactions } }
}
