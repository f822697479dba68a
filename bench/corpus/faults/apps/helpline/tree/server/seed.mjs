export const agent = { id: 'ag1', name: 'Nora Pohl', languages: ['de', 'en'] };

export const customers = [
  { id: 'cu1', name: 'Bergbahn AG', plan: 'business', seats: 40, email: 'it@bergbahn.example', orders: [{ id: 'o1', total: 4800 }] },
  { id: 'cu2', name: 'Cafe Linde', plan: 'starter', seats: 3, email: 'hallo@linde.example', orders: [] },
];

export const tickets = [
  {
    id: 't1', subject: 'Cannot sign in', status: 'open', priority: 2, tags: ['login'], customerId: 'cu1',
    sla: { target: 'gold', minutesLeft: 95 },
    messages: [
      { id: 't1-1', from: { name: 'Bergbahn AG' }, text: 'The code never arrives', sentAt: '2026-11-27T08:00:00Z' },
      { id: 't1-2', from: { name: 'Nora Pohl' }, text: 'Which phone is it?', sentAt: '2026-11-27T08:20:00Z' },
    ],
  },
  {
    id: 't2', subject: 'Charged twice', status: 'open', priority: 1, tags: ['billing', 'urgent'], customerId: 'cu2',
    sla: { target: 'silver', minutesLeft: 240 },
    messages: [{ id: 't2-1', from: { name: 'Cafe Linde' }, text: 'Two charges in one month', sentAt: '2026-11-26T16:00:00Z' }],
  },
  {
    id: 't3', subject: 'Export is empty', status: 'closed', priority: 3, tags: ['export'], customerId: 'cu1',
    sla: { target: 'gold', minutesLeft: 0 },
    messages: [{ id: 't3-1', from: { name: 'Bergbahn AG' }, text: 'Solved, thanks', sentAt: '2026-11-20T12:00:00Z' }],
  },
];

export const stats = {
  satisfaction: { score: 4.6, answers: 31 },
  agents: [
    { name: 'Nora Pohl', closed: 41, firstReply: 12.5 },
    { name: 'Emil Haas', closed: 33, firstReply: 18 },
    { name: 'Lea Sutter', closed: 38, firstReply: 9.25 },
  ],
};
