const teacher = (id, name, bio) => ({ __typename: 'Teacher', id, name, bio });
const session = (id, startsAt, wheels, booked) => ({ __typename: 'Session', id, startsAt, wheels, booked });
const glaze = (name, cone) => ({ __typename: 'Glaze', name, cone });

export const courses = [
  {
    __typename: 'Course', id: 'c1', title: 'Throwing bowls', level: 'BEGINNER', priceCents: 18000,
    teacher: teacher('t1', 'Mara', { __typename: 'Bio', headline: 'Twenty years at the wheel' }),
    sessions: [session('s1', '2026-12-02T18:00:00Z', 8, 5), session('s2', '2026-12-09T18:00:00Z', 8, 8)],
    materials: { __typename: 'Materials', clay: 'Stoneware', kilos: 10 },
  },
  {
    __typename: 'Course', id: 'c2', title: 'Raku night', level: 'ADVANCED', priceCents: 9500,
    teacher: teacher('t2', 'Ilse', { __typename: 'Bio', headline: 'Fire and smoke' }),
    sessions: [session('s3', '2026-12-12T19:00:00Z', 6, 2)],
    materials: { __typename: 'Materials', clay: 'Raku body', kilos: 4 },
  },
  {
    __typename: 'Course', id: 'c3', title: 'Hand building', level: 'BEGINNER', priceCents: 12000,
    teacher: teacher('t1', 'Mara', { __typename: 'Bio', headline: 'Twenty years at the wheel' }),
    sessions: [],
    materials: null,
  },
];

export const firings = [
  { __typename: 'Firing', id: 'f1', kiln: { __typename: 'Kiln', id: 'k1', name: 'Big Bertha' }, status: 'COOLING', program: { __typename: 'Program', name: 'Bisque', peak: 1000 }, startedAt: '2026-11-26T20:00:00Z' },
  { __typename: 'Firing', id: 'f2', kiln: { __typename: 'Kiln', id: 'k2', name: 'Test kiln' }, status: 'PLANNED', program: { __typename: 'Program', name: 'Glaze', peak: 1240 }, startedAt: null },
  { __typename: 'Firing', id: 'f3', kiln: { __typename: 'Kiln', id: 'k1', name: 'Big Bertha' }, status: 'UNLOADED', program: { __typename: 'Program', name: 'Glaze', peak: 1220 }, startedAt: '2026-11-20T19:00:00Z' },
];

export const pieces = [
  { __typename: 'Piece', id: 'p1', name: 'Wide bowl', stage: 'GLAZED', maker: { __typename: 'Member', id: 'm1', nickname: 'Jo' }, glazes: [glaze('Celadon', '9'), glaze('Tenmoku', '10')], shelf: { __typename: 'Shelf', row: 'B', place: 4 } },
  { __typename: 'Piece', id: 'p2', name: 'Mug', stage: 'BISQUE', maker: { __typename: 'Member', id: 'm1', nickname: 'Jo' }, glazes: [], shelf: { __typename: 'Shelf', row: 'A', place: 1 } },
  { __typename: 'Piece', id: 'p3', name: 'Tall vase', stage: 'GREEN', maker: { __typename: 'Member', id: 'm2', nickname: 'Kit' }, glazes: [glaze('Shino', '10')], shelf: null },
];

export const viewer = {
  __typename: 'Member', id: 'm1', nickname: 'Jo',
  membership: { __typename: 'Membership', tier: 'OPEN_ACCESS', renewsOn: '2027-01-31', credits: 6 },
  bookings: [{ __typename: 'Booking', id: 'b1', session: { __typename: 'Session', id: 's1', startsAt: '2026-12-02T18:00:00Z' }, course: { __typename: 'Course', id: 'c1', title: 'Throwing bowls' } }],
};

/** Operations that the studio's own upstream refuses or is slow to answer, in milliseconds. */
export const refusals = {};
export const delays = {};
