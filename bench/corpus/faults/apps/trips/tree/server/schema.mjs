import { me, places, trips } from './club.mjs';

const resolvers = {
  Trips: ({ after }) => ({ trips: page(after) }),
  Trip: ({ id }) => ({ trip: found(id) }),
  Join: ({ id }) => ({ join: { booking: book(found(id)) } }),
  Me: () => ({ me }),
  Places: ({ text }) => ({ places: places.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())) }),
};

export function execute({ operationName, variables }) {
  const resolve = resolvers[operationName];
  if (!resolve) return { errors: [{ message: `no operation ${operationName}` }] };
  try {
    return { data: resolve(variables ?? {}) };
  } catch (problem) {
    return { data: null, errors: [{ message: problem.message, path: [operationName] }] };
  }
}

function page(after) {
  const start = after ? trips.findIndex(({ id }) => id === after) + 1 : 0;
  const nodes = trips.slice(start, start + 2);
  return { edges: nodes.map((node) => ({ node })), pageInfo: { endCursor: nodes.at(-1)?.id ?? after } };
}

function found(id) {
  const trip = trips.find((each) => each.id === id);
  if (!trip) throw new Error('There is no such trip');
  return trip;
}

function book(trip) {
  if (trip.seats.left === 0) return null;
  trip.seats.left -= 1;
  const parts = [{ label: 'bus', cents: 4900 }, { label: 'beds', cents: 12000 }];
  return { ref: `B-${trip.id}`, seat: { row: 7, letter: 'c' }, price: { total: 16900, parts } };
}
