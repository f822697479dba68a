export const settings = { house: "Harbour House", currency: "EUR", checkIn: "15:00" };

export const rooms = [
  { id: "attic", name: "Attic", beds: 2, status: "clean", nightlyRate: 74 },
  { id: "garden", name: "Garden", beds: 4, status: "occupied", nightlyRate: 118 },
  { id: "cellar", name: "Cellar", beds: 6, status: "dirty", nightlyRate: 96.5 },
];

export const guests = [
  { id: "g1", name: "Nilsen", stay: { id: "s11", roomId: "garden", from: "2026-11-24", to: "2026-11-30" } },
  { id: "g2", name: "Moreau", stay: { id: "s12", roomId: "garden", from: "2026-11-26", to: "2026-11-29" } },
  { id: "g3", name: "Okafor", stay: { id: "s13", roomId: "cellar", from: "2026-11-27", to: "2026-12-02" } },
];

export const notes = {
  g1: { byStay: { s11: [{ text: "Asked for a quiet bed" }] } },
  g2: { byStay: { s12: [{ text: "Arrives by the last train" }, { text: "Paid in advance" }] } },
  g3: { byStay: { s13: [] } },
};

export const arrivals = [
  { id: "a1", guest: "Okafor", room: "Cellar", due: "16:20", checkedIn: true },
  { id: "a2", guest: "Lindqvist", room: "Attic", due: "18:00", checkedIn: false },
];

export const invoices = [
  { id: "i1", guest: "Nilsen", lines: [{ text: "Six nights", amount: 708 }, { text: "Breakfast", amount: 54 }] },
  { id: "i2", guest: "Moreau", lines: [{ text: "Three nights", amount: 354 }, { text: "Bicycle", amount: 12 }] },
];

export const bookings = [];
