export const me = { id: 'p1', name: 'Jonas Abt', today: '2026-11-25', week: '2026-11-23' };

export const rooms = [
  { id: 'r1', name: 'Aare', level: 0, wing: 'east', seats: 6, equipment: ['screen'] },
  { id: 'r2', name: 'Reuss', level: 1, wing: 'west', seats: 12, equipment: ['screen', 'camera'] },
  { id: 'r3', name: 'Limmat', level: 2, wing: 'west', seats: 4, equipment: [] },
];

export const bookings = [
  { id: 'b1', title: 'Stand-up', roomId: 'r1', date: '2026-11-23', start: '09:00', end: '09:30', organizer: { name: 'Mara Lenz' } },
  { id: 'b2', title: 'Budget', roomId: 'r2', date: '2026-11-25', start: '13:00', end: '15:00', organizer: { name: 'Timo Graf' } },
  { id: 'b3', title: 'Interview', roomId: 'r3', date: '2026-11-26', start: '10:00', end: '11:00', organizer: { name: 'Mara Lenz' } },
  { id: 'b4', title: 'Review', roomId: 'r2', date: '2026-11-30', start: '14:00', end: '15:30', organizer: { name: 'Timo Graf' } },
  { id: 'b5', title: 'Cleaning', roomId: 'r1', date: '2026-12-02', start: '17:00', end: '18:00', organizer: { name: 'House service' } },
  { id: 'b6', title: 'Outlook', roomId: 'r2', date: '2026-12-07', start: '09:00', end: '11:00', organizer: { name: 'Mara Lenz' } },
];

export const details = {
  b1: { attendees: [{ name: 'Jonas Abt', answer: 'yes' }, { name: 'Timo Graf', answer: 'no' }], catering: null },
  b2: {
    attendees: [{ name: 'Mara Lenz', answer: 'yes' }, { name: 'Jonas Abt', answer: 'none' }],
    catering: { deliverAt: '12:45', items: [{ name: 'Coffee', count: 8 }] },
  },
  b3: { attendees: [], catering: null },
};

export const slots = {
  r1: [{ start: '09:00', end: '10:00' }, { start: '11:00', end: '12:00' }],
  r2: [{ start: '08:00', end: '09:00' }, { start: '15:00', end: '17:00' }],
  r3: [{ start: '13:00', end: '14:00' }],
};

export const people = [
  { id: 'p2', name: 'Mara Lenz', department: { name: 'Sales' } },
  { id: 'p3', name: 'Timo Graf', department: { name: 'Finance' } },
  { id: 'p4', name: 'Tilda Frey', department: { name: 'Design' } },
];

export const occupancy = {
  now: { occupied: 1, total: 3 },
  byFloor: [{ level: 0, percent: 42 }, { level: 1, percent: 71 }, { level: 2, percent: 18 }],
  peak: { hour: 10, percent: 88 },
};
