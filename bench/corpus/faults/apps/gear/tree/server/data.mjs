export const items = [
  { id: 11, sku: 'CAM-35', title: 'Super 35 body', category: 'cameras', daily_rate_cents: 24000, serviced_on: '2026-10-12', stock: 2 },
  { id: 12, sku: 'SUP-07', title: 'Fluid head', category: 'support', daily_rate_cents: 3500, serviced_on: '2026-08-30', stock: 4 },
  { id: 13, sku: 'LGT-20', title: 'Daylight fresnel', category: 'lighting', daily_rate_cents: 6200, serviced_on: '2026-11-02', stock: 3 },
];

export const accessories = {
  11: [{ name: 'Top handle', included: true }, { name: 'Spare battery', included: false }],
  12: [{ name: 'Quick release plate', included: true }],
  13: [{ name: 'Barn doors', included: true }, { name: 'Stand', included: false }],
};

export const booked = {
  11: [{ from: '2026-12-01', to: '2026-12-04' }],
  12: [],
  13: [{ from: '2026-12-10', to: '2026-12-11' }],
};

export const bookings = [
  { id: 'b-301', reference: 'gh301', item_id: 11, from: '2026-12-01', days: 4, state: 'confirmed', renter: { name: 'Ilse', company: 'Kite Films' } },
  { id: 'b-302', reference: 'gh302', item_id: 13, from: '2026-12-10', days: 2, state: 'requested', renter: { name: 'Marek', company: null } },
  { id: 'b-303', reference: 'gh303', item_id: 12, from: '2026-11-20', days: 3, state: 'returned', renter: { name: 'Ilse', company: 'Kite Films' } },
];

/** Cents that came in, by year and month. */
export const revenue = {
  2025: [{ month: '2025-10', cents: 812000 }, { month: '2025-11', cents: 640500 }],
  2026: [{ month: '2026-10', cents: 903500 }, { month: '2026-11', cents: 771000 }],
};

/** Days on which nothing is handed out. */
export const closedOn = ['2026-12-25', '2026-12-26'];
