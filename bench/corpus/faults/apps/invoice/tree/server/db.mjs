export const account = {
  company: 'Studio Halm',
  currency: 'EUR',
  numbering: { prefix: 'R', next: 1005 },
  paymentTerms: { days: 14, reminderAfter: 7 },
}

export const customers = [
  {
    id: 'cu-1',
    name: 'Nordlicht Media',
    address: { street: 'Hafenweg 4', city: 'Kiel', country: 'DE' },
    contacts: [
      { id: 'k1', name: 'Rieke Thomsen', email: 'rieke@nordlicht.example' },
      { id: 'k2', name: 'Jan Paulsen', email: 'jan@nordlicht.example' },
    ],
    balance: 1190,
  },
  {
    id: 'cu-2',
    name: 'Bakkerij De Molen',
    address: { street: 'Molenstraat 12', city: 'Gent', country: 'BE' },
    contacts: [{ id: 'k3', name: 'Lotte Maes', email: 'lotte@demolen.example' }],
    balance: 0,
  },
  {
    id: 'cu-3',
    name: 'Atelier Zwei',
    address: { street: 'Lindengasse 31', city: 'Wien', country: 'AT' },
    contacts: [{ id: 'k4', name: 'Karin Holzer', email: 'karin@atelier.example' }],
    balance: 480,
  },
]

export const invoices = [
  {
    id: 'inv-1001',
    number: 'R1001',
    customerId: 'cu-1',
    status: 'paid',
    issuedOn: '2026-09-04',
    dueOn: '2026-09-18',
    lines: [
      { description: 'Brand workshop', quantity: 2, unitPrice: 640, taxRate: 0.19 },
      { description: 'Travel', quantity: 1, unitPrice: 84.5, taxRate: 0.19 },
    ],
    payment: { paidOn: '2026-09-15', method: { kind: 'transfer', reference: 'NL-4471' } },
  },
  {
    id: 'inv-1002',
    number: 'R1002',
    customerId: 'cu-1',
    status: 'overdue',
    issuedOn: '2026-10-21',
    dueOn: '2026-11-04',
    lines: [{ description: 'Website texts', quantity: 10, unitPrice: 100, taxRate: 0.19 }],
    payment: null,
  },
  {
    id: 'inv-1003',
    number: 'R1003',
    customerId: 'cu-3',
    status: 'sent',
    issuedOn: '2026-11-19',
    dueOn: '2026-12-03',
    lines: [{ description: 'Catalogue layout', quantity: 6, unitPrice: 80, taxRate: 0 }],
    payment: null,
  },
  {
    id: 'inv-1004',
    number: 'R1004',
    customerId: 'cu-2',
    status: 'paid',
    issuedOn: '2026-11-02',
    dueOn: '2026-11-16',
    lines: [{ description: 'Packaging design', quantity: 1, unitPrice: 950, taxRate: 0 }],
    payment: { paidOn: '2026-11-10', method: { kind: 'card', reference: '**** 1180' } },
  },
]

export const reminders = {
  'inv-1002': [
    { id: 'm1', level: 1, sentAt: '2026-11-11T08:00:00Z', to: 'rieke@nordlicht.example' },
    { id: 'm2', level: 2, sentAt: '2026-11-20T08:00:00Z', to: 'rieke@nordlicht.example' },
  ],
}

export const revenue = [
  { month: '2026-09', amount: 1625.5 },
  { month: '2026-10', amount: 1190 },
  { month: '2026-11', amount: 1430 },
]
