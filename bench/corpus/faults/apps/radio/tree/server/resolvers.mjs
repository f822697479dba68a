import { limits, presenters, programmes, schedule } from './station.mjs';

const followed = new Set();
let listeners = 300;

const presenterOf = ({ presenter }) => {
  if (presenter && !presenters[presenter]) throw new Error('The directory of people does not answer');
  return presenters[presenter] ?? null;
};

const asProgramme = (record) => ({
  ...record,
  followed: followed.has(record.id),
  followers: record.followers + (followed.has(record.id) ? 1 : 0),
  presenter: () => presenterOf(record),
  episodes: ({ first }) => ({
    edges: record.episodes.slice(0, first).map((node) => ({ cursor: node.id, node })),
  }),
});

const find = (id) => programmes.find((record) => record.id === id);

export const root = {
  programmes({ first, after }) {
    const from = programmes.findIndex(({ id }) => id === after) + 1;
    const some = programmes.slice(from, from + first);
    const edges = some.map((record) => ({ cursor: record.id, node: asProgramme(record) }));
    const pageInfo = { endCursor: edges.at(-1)?.cursor, hasNextPage: edges.length === first };
    return { edges, pageInfo };
  },
  programme: ({ id }) => (find(id) ? asProgramme(find(id)) : null),
  schedule: ({ day }) =>
    (schedule[day] ?? []).map((slot) => ({ ...slot, programme: asProgramme(find(slot.programme)) })),
  onAir: () => ({ title: 'Noon report', listeners: (listeners = 300 + ((listeners + 7) % 40)) }),
  follow({ id }) {
    if (followed.size >= limits.followed) {
      return { programme: null, problems: [{ message: 'You follow as many programmes as you can' }] };
    }
    followed.add(id);
    return { programme: asProgramme(find(id)), problems: [] };
  },
};
