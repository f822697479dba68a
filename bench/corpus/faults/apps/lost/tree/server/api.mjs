import { claims, guarded, items, months, photos, stations } from "./office.mjs";

const SIZE = 2;
let beats = 0;

function listItems(query) {
  const page = Math.max(1, Number(query.get("page")) || 1);
  const kind = query.get("kind");
  const some = items.filter((item) => !kind || item.kind === kind);
  return { items: some.slice((page - 1) * SIZE, page * SIZE), size: SIZE };
}

function claim(itemId, { claimant }) {
  if (guarded.has(itemId)) return { claim: null, waiting: true };
  const made = { id: `c${claims.length + 1}`, item_id: itemId, claimant, state: "open", opened_at: "2026-11-27T16:00:00Z" };
  claims.push(made);
  return { claim: made };
}

function advance(id) {
  const found = claims.find((each) => each.id === id);
  return found && Object.assign(found, { state: found.state === "open" ? "checked" : "returned" });
}

const ROUTES = {
  "GET /items": (_, query) => listItems(query),
  "GET /items/:id": ([id]) => items.find((item) => item.id === id),
  "GET /items/:id/photos": ([id]) => ({ photos: photos[id] ?? [] }),
  "GET /items/:id/claims": ([id]) => ({ claims: claims.filter((each) => each.item_id === id) }),
  "POST /items/:id/claims": ([id], _, body) => claim(id, body),
  "GET /claims": () => ({ claims }),
  "POST /claims/:id/advance": ([id]) => advance(id),
  "GET /stations": () => ({ stations }),
  "POST /reports": () => ({ number: "R-2041" }),
  "GET /months": () => ({ months }),
  "GET /pulse": () => ({ desks: 3, queue: beats++ % 7 }),
  "POST /visits": () => ({}),
};

const table = Object.entries(ROUTES).map(([route, handle]) => {
  const [method, path] = route.split(" ");
  return { method, pattern: new RegExp(`^/api/v1${path.replaceAll(/:\w+/g, "([^/]+)")}$`), handle };
});

export function respond(method, url, body) {
  const hit = table.find((route) => route.method === method && route.pattern.test(url.pathname));
  const found = hit?.handle(hit.pattern.exec(url.pathname).slice(1), url.searchParams, body);
  return found ? [200, found] : [404, { code: "not_found" }];
}
