export const me = { id: "u-1", name: "Ines Falk", permissions: ["assign", "pay"], team: { id: "t-2", name: "Motor" } };

export const adjusters = [
  { id: "a-1", name: "Bruno Kern", openClaims: 4, regions: ["north", "coast"] },
  { id: "a-2", name: "Carla Stein", openClaims: 7, regions: ["south"] },
  { id: "a-3", name: "Dario Blum", openClaims: 2, regions: ["east", "city"] },
];

export const policies = [
  { number: "H-2201", product: "Home", deductible: 150, limit: 12000, currency: "EUR", holder: { name: "Olga Maurer", city: "Lindau" } },
  { number: "M-3310", product: "Motor", deductible: 300, limit: 25000, currency: "EUR", holder: { name: "Peter Zahn", city: "Wangen" } },
  { number: "M-3342", product: "Motor", deductible: 500, limit: 18000, currency: "EUR", holder: { name: "Rita Vogt", city: "Bregenz" } },
];

const opened = (at) => ({ id: "e-1", at, kind: "opened", author: { name: "Web form" } });

export const claims = [
  {
    id: "c-101", number: "2026-101", policy: "M-3310", kind: "collision", status: "open", openedOn: "2026-10-03", amount: 4200,
    adjuster: { id: "a-1", name: "Bruno Kern" },
    incident: { date: "2026-10-01", place: "Wangen", description: "Rear-ended at a light" },
    events: [opened("2026-10-03T08:10:00Z"), { id: "e-2", at: "2026-10-06T12:30:00Z", kind: "inspected", author: { name: "Bruno Kern" } }],
    payouts: [{ id: "p-1", amount: 1200, paidOn: "2026-10-12", method: "transfer" }],
    documents: [{ id: "d-1", name: "estimate.pdf", bytes: 80214 }],
  },
  {
    id: "c-102", number: "2026-102", policy: "H-2201", kind: "water", status: "open", openedOn: "2026-10-09", amount: 2650,
    adjuster: { id: "a-2", name: "Carla Stein" },
    incident: { date: "2026-10-08", place: "Lindau", description: "Burst pipe in the kitchen" },
    events: [opened("2026-10-09T07:02:00Z")],
    payouts: [],
    documents: [{ id: "d-7", name: "kitchen.jpg", bytes: 411020 }, { id: "d-8", name: "plumber.pdf", bytes: 60112 }],
  },
  {
    id: "c-103", number: "2026-103", policy: "M-3342", kind: "hail", status: "settled", openedOn: "2026-08-20", amount: 1980,
    adjuster: { id: "a-1", name: "Bruno Kern" },
    incident: { date: "2026-08-19", place: "Bregenz", description: "Dents on roof and hood" },
    events: [opened("2026-08-20T15:45:00Z"), { id: "e-2", at: "2026-09-01T10:00:00Z", kind: "settled", author: { name: "Bruno Kern" } }],
    payouts: [{ id: "p-2", amount: 1480, paidOn: "2026-09-02", method: "transfer" }],
    documents: [],
  },
  {
    id: "c-104", number: "2026-104", policy: "H-2201", kind: "theft", status: "rejected", openedOn: "2026-09-11", amount: 900,
    adjuster: { id: "a-3", name: "Dario Blum" },
    incident: { date: "2026-09-05", place: "Lindau", description: "Bicycle from an open yard" },
    events: [opened("2026-09-11T11:20:00Z")],
    payouts: [],
    documents: [],
  },
  {
    id: "c-105", number: "2026-105", policy: "M-3342", kind: "glass", status: "open", openedOn: "2026-11-02", amount: 640,
    adjuster: { id: "a-3", name: "Dario Blum" },
    incident: { date: "2026-11-01", place: "Dornbirn", description: "Stone chip on the windscreen" },
    events: [opened("2026-11-02T09:31:00Z")],
    payouts: [],
    documents: [],
  },
];

export const months = [
  { month: "2026-08", opened: 31, settled: 28, paid: 48210.5 },
  { month: "2026-09", opened: 27, settled: 30, paid: 51990 },
  { month: "2026-10", opened: 35, settled: 22, paid: 39420.25 },
];
