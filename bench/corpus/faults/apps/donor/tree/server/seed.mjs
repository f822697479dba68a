export const donors = [
  { id: 'd1', name: 'Ines Bauer', bloodType: 'O+', card: '4417', phone: '0664 1234' },
  { id: 'd2', name: 'Jonas Lind', bloodType: 'A-', card: '4522', phone: null },
  { id: 'd3', name: 'Mara Okafor', bloodType: 'AB+', card: '4638', phone: '0650 7781' },
];

export const donations = {
  d1: [
    { id: 'n1', date: '2026-03-02', volumeMl: 470, place: 'Centre' },
    { id: 'n2', date: '2026-06-15', volumeMl: 450, place: 'Bus 2' },
    { id: 'n3', date: '2026-09-21', volumeMl: 470, place: 'Centre' },
  ],
  d2: [{ id: 'n4', date: '2026-05-11', volumeMl: 480, place: 'Centre' }],
  d3: [],
};

export const appointments = [
  { id: 'a1', at: '2026-11-30T08:30:00Z', kind: 'blood', status: 'booked', donor: { id: 'd1', name: 'Ines Bauer' } },
  { id: 'a2', at: '2026-11-30T09:00:00Z', kind: 'plasma', status: 'booked', donor: { id: 'd2', name: 'Jonas Lind' } },
  { id: 'a3', at: '2026-12-01T10:15:00Z', kind: 'blood', status: 'booked', donor: { id: 'd3', name: 'Mara Okafor' } },
  { id: 'a4', at: '2026-12-02T16:45:00Z', kind: 'blood', status: 'booked', donor: { id: 'd1', name: 'Ines Bauer' } },
];

export const centres = [
  { id: 'c1', name: 'City', beds: { A: { name: 'Bed A' }, B: { name: 'Bed B' } } },
  { id: 'c2', name: 'Harbour', beds: { K: { name: 'Bed K' } } },
];

export const slots = {
  c1: [
    { id: 's1', at: '2026-12-07T08:00:00Z', bed: 'A' },
    { id: 's2', at: '2026-12-07T08:30:00Z', bed: 'B' },
  ],
  c2: [{ id: 's7', at: '2026-12-08T11:00:00Z', bed: 'K' }],
};

export const stock = { O: 41, A: 37, B: 12, AB: 6 };

/** While the registry is being moved, it takes check-ins later. */
export const registry = { queueing: false };
