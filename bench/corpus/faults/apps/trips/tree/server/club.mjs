const place = (name, code, label) => ({ name, country: { code }, region: { label } });

export const trips = [
  {
    id: 't1',
    title: 'Two Lakes',
    departs: '2027-03-04',
    seats: { left: 4 },
    guide: { name: 'Una' },
    stops: [{ place: place('Morrow', 'CH', 'Alps'), nights: 2 }, { place: place('Linn', 'AT', 'Alps'), nights: 1 }],
    weather: { high: 14.5, low: 3 },
    travellers: [{ name: 'Eli', diet: ['vegan'] }, { name: 'Sam', diet: [] }],
  },
  {
    id: 't2',
    title: 'Salt Coast',
    departs: '2027-04-18',
    seats: { left: 1 },
    guide: null,
    stops: [{ place: place('Osta', 'PT', 'Coast'), nights: 4 }],
    weather: { high: 21, low: 11 },
    travellers: [{ name: 'Ada', diet: ['vegan', 'nuts'] }],
  },
  {
    id: 't3',
    title: 'High Forest',
    departs: '2027-05-02',
    seats: { left: 7 },
    guide: { name: 'Per' },
    stops: [],
    weather: { high: 17, low: 8 },
    travellers: [],
  },
];

export const me = {
  name: 'Juno',
  badges: [{ label: 'Far walker' }],
  passport: { expires: '2028-01-09' },
  bookings: [],
};

export const places = [place('Morrow', 'CH', 'Alps'), place('Linn', 'AT', 'Alps'), place('Osta', 'PT', 'Coast')];
