export const stalls = [
  { slug: 'hill', name: 'Hill Dairy', rating: { value: 4.6, count: 31 }, tags: ['organic'], owner: { displayName: 'Ane Berg', avatar: null } },
  { slug: 'root', name: 'Root and Leaf', rating: { value: 4.1, count: 12 }, tags: [], owner: { displayName: 'Sol Marsh', avatar: null } },
  { slug: 'oven', name: 'Third Oven', rating: { value: 4.9, count: 80 }, tags: ['organic', 'bread'], owner: { displayName: 'Jo Pell', avatar: null } },
];

export const offers = {
  hill: [
    { sku: 'h1', label: 'Goat cheese', price: { amount: 890, currency: 'eur' }, stock: 4, variants: [{ size: 'Small' }, { size: 'Large' }] },
    { sku: 'h2', label: 'Butter', price: { amount: 420, currency: 'eur' }, stock: 9, variants: [] },
    { sku: 'h3', label: 'Curd', price: { amount: 310, currency: 'eur' }, stock: 0, variants: [] },
  ],
  root: [
    { sku: 'r1', label: 'Beetroot', price: { amount: 180, currency: 'eur' }, stock: 20, variants: [] },
    { sku: 'r2', label: 'Chard', price: { amount: 240, currency: 'eur' }, stock: 6, variants: [] },
  ],
  oven: [{ sku: 'o1', label: 'Rye loaf', price: { amount: 560, currency: 'eur' }, stock: 3, variants: [{ size: 'Half' }] }],
};

export const basket = {
  lines: [{ sku: 'r1', label: 'Beetroot', qty: 2, unit: { amount: 180, currency: 'eur' } }],
  coupon: null,
  slots: [{ id: 's1', label: '9 to 10', free: false }, { id: 's2', label: '10 to 11', free: true }],
};

export const orders = [
  { number: 'M-104', placedAt: '2026-10-03T08:00:00Z', lines: [{ label: 'Rye loaf' }], courier: { name: 'Kit', phone: '555 01 02' } },
  { number: 'M-101', placedAt: '2026-09-21T08:00:00Z', lines: [{ label: 'Butter' }], courier: { name: 'Lou', phone: '555 03 04' } },
];

export const profile = { nick: 'pear', address: { street: 'Lane 4', town: 'Ashby' }, prefs: { units: 'metric' } };

export const banners = [{ title: 'Open on Sunday' }];

export const live = { visitors: 12 };
