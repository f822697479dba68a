export const me = { id: "o4", name: "Rosa", roles: ["dispatch"], shift: { id: "late", ends: "22:30" } };

export const bays = [
  { id: "bay-1", number: 1, state: "charging", bus_id: "b7", power_kw: 92.5 },
  { id: "bay-2", number: 2, state: "free", bus_id: null, power_kw: 0 },
  { id: "bay-3", number: 3, state: "charging", bus_id: "b9", power_kw: 48 },
  { id: "bay-4", number: 4, state: "reserved", bus_id: null, power_kw: 0 },
];

/** Bays whose charger is in use although nobody has told the depot. */
export const occupied = new Set([]);

export const buses = {
  b7: {
    id: "b7",
    number: "1704",
    line: "17",
    battery: { soc: 64, health: 0.93, cells: [{ id: 1, temp: 31 }, { id: 2, temp: 34 }] },
    last_service: { at: "2026-10-02", by: "Workshop North" },
  },
  b9: {
    id: "b9",
    number: "2041",
    line: "204",
    battery: { soc: 22, health: 0.88, cells: [{ id: 1, temp: 29 }, { id: 2, temp: 30 }] },
    last_service: { at: "2026-09-14", by: "Workshop North" },
  },
};

export const sessions = [
  { id: "s1", bus: "1704", kwh: 210.4, started_at: "2026-11-26T18:02:00Z", ended_at: "2026-11-26T21:40:00Z" },
  { id: "s2", bus: "2041", kwh: 187.1, started_at: "2026-11-26T17:12:00Z", ended_at: "2026-11-26T20:05:00Z" },
  { id: "s3", bus: "1704", kwh: 96.0, started_at: "2026-11-25T11:30:00Z", ended_at: "2026-11-25T13:01:00Z" },
  { id: "s4", bus: "2041", kwh: 143.7, started_at: "2026-11-25T09:00:00Z", ended_at: "2026-11-25T11:20:00Z" },
];

export const tariffs = {
  currency: "EUR",
  windows: [
    { id: "night", from: "22:00", to: "06:00", price: 0.19 },
    { id: "day", from: "06:00", to: "17:00", price: 0.31 },
    { id: "peak", from: "17:00", to: "22:00", price: 0.44 },
  ],
};

export const plan = {
  at: "16:40",
  lines: [
    { line: "17", bus: "1704", leaves: "17:05", ready: true },
    { line: "204", bus: "2041", leaves: "17:20", ready: false },
  ],
};
