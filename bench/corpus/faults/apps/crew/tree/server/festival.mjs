export const festival = {
  shifts: [
    { id: 's1', title: 'Gate east', day: 'fri', starts: '16:00', hours: 4, crew: ['v1', 'v3'], needs: { people: 3, skills: [{ name: 'radio', level: 1 }] } },
    { id: 's2', title: 'Lost property', day: 'fri', starts: '18:00', hours: 6, crew: ['v2'], needs: { people: 1 } },
    { id: 's3', title: 'Main bar', day: 'sat', starts: '12:00', hours: 5, crew: ['v2', 'v4'], needs: { people: 4, skills: [{ name: 'till', level: 2 }] } },
    { id: 's4', title: 'Water point', day: 'sat', starts: '10:00', hours: 3, crew: [], needs: { people: 2 } },
    { id: 's5', title: 'Clean up', day: 'sun', starts: '20:00', hours: 4, crew: ['v4'], needs: { people: 9 } },
  ],
  people: [
    { id: 'v1', name: { first: 'Ana', last: 'Ruiz' }, team: 't1', active: true, contact: { phone: '0151' }, badges: [{ kind: 'radio', since: '2024-05-02' }] },
    { id: 'v2', name: { first: 'Ben', last: 'Okoro' }, team: 't2', active: true, contact: { email: 'ben@crew.example' }, badges: [] },
    { id: 'v3', name: { first: 'Cleo', last: 'Marsh' }, team: 't1', active: false, contact: { phone: '0153' }, badges: [{ kind: 'first aid', since: '2022-06-30' }, { kind: 'radio', since: '2023-01-15' }] },
    { id: 'v4', name: { first: 'Dov', last: 'Lind' }, team: 't3', active: true, contact: null, badges: [{ kind: 'till', since: '2025-03-09' }] },
  ],
  teams: [
    { id: 't1', name: 'Gates', lead: 'v1' },
    { id: 't2', name: 'Service', lead: 'v2' },
    { id: 't3', name: 'Green', lead: null },
  ],
  notes: {
    s1: [{ id: 'n1', author: 'v1', text: 'Bring gloves', at: '2026-07-01T09:00:00Z' }, { id: 'n2', author: 'v3', text: 'Radios are charged', at: '2026-07-02T18:30:00Z' }],
    s2: [{ id: 'n3', author: 'v2', text: 'Keys are at the desk', at: '2026-07-02T10:00:00Z' }],
    s3: [{ id: 'n4', author: 'v4', text: 'Ice comes at eleven', at: '2026-07-03T08:00:00Z' }],
  },
  meals: {
    days: {
      fri: { menus: [{ name: 'Lentil stew', votes: 12, diets: ['vegan'] }, { name: 'Chicken rice', votes: 30, diets: [] }] },
      sat: { menus: [{ name: 'Bean chili', votes: 21, diets: ['vegan'] }] },
      sun: { menus: [] },
    },
  },
  account: { person: 'v1', roles: ['volunteer'], hours: { done: 12.5, planned: [4, 6] }, voucher: { code: 'TEA-9', until: '2026-07-05' } },
};
