export const harbours = [
  { code: 'NOR', name: 'North Pier', berths: [{ no: 1, depth: 6.5 }, { no: 2, depth: 4 }], office: { phone: '01632 960011', opens: '06:00' } },
  { code: 'ISL', name: 'Isle Slip', berths: [{ no: 1, depth: 3.2 }], office: null },
  { code: 'BAY', name: 'Low Bay', berths: [], office: { phone: '01632 960033', opens: '07:30' } },
];

export const sailings = [
  { id: 'f100', from: 'NOR', to: 'ISL', departs: '2026-11-27T07:15:00Z', vessel: { name: 'Petrel', capacity: { people: 120, cars: 20 } }, state: 'on_time', stops: [{ code: 'BAY', minutes: 25 }] },
  { id: 'f101', from: 'ISL', to: 'NOR', departs: '2026-11-27T09:40:00Z', vessel: { name: 'Petrel', capacity: { people: 120, cars: 20 } }, state: 'late', stops: [] },
  { id: 'f102', from: 'NOR', to: 'BAY', departs: '2026-11-27T11:05:00Z', vessel: { name: 'Dunlin', capacity: { people: 60, cars: 4 } }, state: 'on_time', stops: [] },
];

export const tickets = [
  { no: 'T-9001', sailing: 'f100', holder: { name: 'Adult single' }, price: { amount: 1240, currency: 'GBP' }, extras: [{ kind: 'bicycle', amount: 300 }] },
  { no: 'T-9002', sailing: 'f102', holder: { name: 'Family return' }, price: { amount: 4100, currency: 'GBP' }, extras: [] },
];

export const fares = {
  zones: {
    near: { label: 'Near', bands: [{ age: 'adult', amount: 620 }, { age: 'child', amount: 310 }] },
    far: { label: 'Far', bands: [{ age: 'adult', amount: 1240 }, { age: 'child', amount: 620 }] },
    night: { label: 'Night', bands: [] },
  },
  season: { name: 'Winter', until: '2027-03-31' },
};

export const boarding = {
  f100: { gate: 'A', queue: [{ lane: 1, cars: 7 }, { lane: 2, cars: 3 }] },
  f101: { gate: 'C', queue: [{ lane: 4, cars: 2 }] },
  f102: { gate: 'B', queue: [] },
};
