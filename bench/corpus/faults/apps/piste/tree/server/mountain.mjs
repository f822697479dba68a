export const lifts = [
  { id: 'gondola', name: 'Valley gondola', sector: 'north', status: 'open', wait_minutes: 4, opens: '08:30' },
  { id: 'ridge', name: 'Ridge chair', sector: 'north', status: 'open', wait_minutes: 9, opens: '09:00' },
  { id: 'bowl', name: 'Bowl chair', sector: 'south', status: 'hold', wait_minutes: 0, opens: '09:15' },
]

export const runs = [
  { id: 'r1', name: 'Larch', sector: 'north', grade: 'blue', length_m: 2400, groomed_at: '2026-11-28T04:40:00Z' },
  { id: 'r2', name: 'Ravine', sector: 'north', grade: 'black', length_m: 1800, groomed_at: '2026-11-27T21:10:00Z' },
  { id: 'r3', name: 'Marmot', sector: 'south', grade: 'red', length_m: 3100, groomed_at: '2026-11-28T05:20:00Z' },
]

export const bulletin = {
  level: 3,
  issued: '2026-11-27T17:00:00Z',
  problems: [
    { kind: 'wind slab', aspects: ['N', 'NE'], above_m: 2200 },
    { kind: 'old snow', aspects: ['NW'], above_m: 2400 },
  ],
}

export const passes = {
  'AA-17': { code: 'AA-17', holder: 'Jule', days_left: 3, rides: [{ lift: 'gondola', at: '09:02' }, { lift: 'ridge', at: '09:41' }] },
  'BB-20': { code: 'BB-20', holder: 'Tomas', days_left: 6, rides: [] },
}

export const webcams = {
  summit: { place: 'Summit', frames: ['08:00', '08:30', '09:00'] },
  village: { place: 'Village', frames: ['08:00', '09:00'] },
}

export const profiles = {
  r1: [2100, 1980, 1870, 1700],
  r2: [2300, 2050, 1790],
  r3: [2500, 2380, 2200, 1950, 1800],
}
