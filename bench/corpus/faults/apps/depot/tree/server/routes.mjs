import * as store from "./store.mjs";

const PAGE = 2;
let load = 140;

function page(cursor) {
  const from = cursor ? store.sessions.findIndex(({ id }) => id === cursor) + 1 : 0;
  const items = store.sessions.slice(from, from + PAGE);
  return { items, next: items.length === PAGE ? items.at(-1).id : null };
}

function start(id) {
  const bay = store.bays.find((each) => each.id === id);
  if (!bay || bay.state !== "free" || store.occupied.has(id)) return [409, { error: "busy" }];
  Object.assign(bay, { state: "charging", power_kw: 30 });
  return [201, { session: { id: "s9", bay: bay.number, started_at: "2026-11-27T16:42:00Z" } }];
}

/** Each route: method, pattern and what it answers. */
export const routes = [
  ["GET", /^\/api\/me$/, () => [200, store.me]],
  ["GET", /^\/api\/bays$/, () => [200, { bays: store.bays }]],
  ["POST", /^\/api\/bays\/([\w-]+)\/start$/, ([id]) => start(id)],
  ["GET", /^\/api\/buses\/(\w+)$/, ([id]) => (store.buses[id] ? [200, store.buses[id]] : [404, { error: "no_bus" }])],
  ["GET", /^\/api\/search$/, (_, query) => [200, search(query.get("q") ?? "")]],
  ["GET", /^\/api\/sessions$/, (_, query) => [200, page(query.get("cursor"))]],
  ["GET", /^\/api\/tariffs$/, () => [200, store.tariffs]],
  ["GET", /^\/api\/departures$/, () => [200, store.plan]],
  ["GET", /^\/api\/load$/, () => [200, { kw: (load = 140 + ((load + 7) % 20)), limit: 400 }]],
  ["POST", /^\/api\/usage$/, () => [202, {}]],
];

function search(q) {
  const hits = Object.values(store.buses).filter(({ number }) => number.startsWith(q));
  return { hits: hits.map(({ id, number, line }) => ({ id, number, line })) };
}
