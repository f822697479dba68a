const episode = (id, title, airedOn, minutes, stats) => ({ id, title, airedOn, minutes, stats });

export const presenters = { r1: { id: 'r1', name: 'Nora Hale' }, r2: { id: 'r2', name: 'Theo Brandt' } };

export const programmes = [
  {
    id: 'p1', title: 'Blue hours', genre: 'JAZZ', presenter: 'r1', followers: 412,
    episodes: [
      episode('e1', 'After rain', '2026-11-20', 58, { plays: 2210, likes: 97 }),
      episode('e2', 'Brass only', '2026-11-13', 55, { plays: 1804, likes: 61 }),
    ],
  },
  {
    id: 'p2', title: 'Folk post', genre: 'FOLK', presenter: 'r2', followers: 188,
    episodes: [
      episode('e7', 'Letters home', '2026-11-22', 44, { plays: 640, likes: 38 }),
      episode('e8', 'The long valley', '2026-11-15', 46, { plays: 590, likes: 21 }),
    ],
  },
  { id: 'p3', title: 'Noon report', genre: 'NEWS', presenter: 'r2', followers: 930, episodes: [] },
  { id: 'p4', title: 'Night play', genre: 'DRAMA', presenter: 'r1', followers: 75, episodes: [] },
];

export const schedule = {
  '2026-11-27': [
    { id: 'b1', startsAt: '2026-11-27T12:00:00Z', programme: 'p3' },
    { id: 'b2', startsAt: '2026-11-27T20:00:00Z', programme: 'p1' },
    { id: 'b3', startsAt: '2026-11-27T20:58:00Z', programme: 'p4' },
  ],
};

/** How many programmes one listener may follow. */
export const limits = { followed: 3 };
