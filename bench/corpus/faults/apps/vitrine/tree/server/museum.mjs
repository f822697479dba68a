export const rooms = [
  { id: 'east', name: 'East wing', climate: { temp: 20.4, humidity: 51.2 } },
  { id: 'west', name: 'West wing', climate: { temp: 19.8, humidity: 48.6 } },
]

export const objects = [
  { id: 'o1', inv_no: '1904-12', room_id: 'east', title: 'Harbour at dusk', maker: { name: 'A. Lund', born: 1861 }, condition: 'good' },
  { id: 'o2', inv_no: '1911-03', room_id: 'east', title: 'Oak chest', maker: { name: 'Guild of joiners', born: null }, condition: 'fair' },
  { id: 'o3', inv_no: '1962-40', room_id: 'west', title: 'Blue tapestry', maker: { name: 'M. Sand', born: 1920 }, condition: 'poor' },
  { id: 'o4', inv_no: '1970-08', room_id: 'west', title: 'Glass bowl', maker: { name: 'M. Sand', born: 1920 }, condition: 'good' },
]

export const reports = {
  o1: { inspected_on: '2026-03-04', inspector: 'Vera', damages: [{ kind: 'craquelure', area_mm2: 140 }] },
  o2: { inspected_on: '2026-05-19', inspector: 'Vera', damages: [] },
  o3: { inspected_on: '2026-01-22', inspector: 'Jon', damages: [{ kind: 'moth', area_mm2: 900 }, { kind: 'fading', area_mm2: 4000 }] },
  o4: { inspected_on: '2026-08-30', inspector: 'Jon', damages: [] },
}

export const loans = {
  outgoing: [
    { id: 'l1', object_id: 'o1', museum: 'Town museum', due_on: '2027-01-31', insured: { amount: 12500, currency: 'EUR' } },
    { id: 'l2', object_id: 'o4', museum: 'House of glass', due_on: '2026-12-24', insured: { amount: 800, currency: 'EUR' } },
  ],
  incoming: [],
}

export const tours = [
  { id: 't1', guide: 'Nora', starts_at: '2026-11-28T10:00:00Z', seats: { taken: 8, total: 15 } },
  { id: 't2', guide: 'Emil', starts_at: '2026-11-28T14:30:00Z', seats: { taken: 15, total: 15 } },
]
