import * as claims from "./claims.mjs";
import { adjusters, me, months } from "./data.mjs";

const ok = (data) => ({ status: 200, data });
const created = (data) => ({ status: 201, data });
const fail = (status, message) => ({ status, data: { message } });

let unread = 3;

const routes = [
  ["GET", /^\/me$/, () => ok(me)],
  ["GET", /^\/claims$/, ({ query }) => ok(claims.list(query))],
  ["POST", /^\/claims$/, ({ body }) => create(body)],
  ["GET", /^\/claims\/([\w-]+)$/, ({ params: [id] }) => show(id)],
  ["PATCH", /^\/claims\/([\w-]+)$/, ({ params: [id], body }) => assign(id, body)],
  ["POST", /^\/claims\/([\w-]+)\/payouts$/, ({ params: [id], body }) => pay(id, body)],
  ["GET", /^\/policies\/([\w-]+)$/, ({ params: [number] }) => policy(number)],
  ["GET", /^\/adjusters$/, () => ok({ adjusters })],
  ["GET", /^\/reports\/monthly$/, () => ok({ year: 2026, currency: "EUR", months })],
  ["GET", /^\/notifications$/, () => ok({ unread: (unread = (unread % 5) + 1) })],
];

function show(id) {
  const claim = claims.find(id);
  return claim ? ok(claims.toDetail(claim)) : fail(404, "No such claim");
}

function assign(id, { adjusterId }) {
  const claim = claims.find(id);
  const adjuster = adjusters.find((each) => each.id === adjusterId);
  if (!claim || !adjuster) return fail(404, "No such claim or adjuster");
  claim.adjuster = { id: adjuster.id, name: adjuster.name };
  return ok(claims.toDetail(claim));
}

function pay(id, { amount }) {
  const claim = claims.find(id);
  if (!claim) return fail(404, "No such claim");
  if (amount > claims.remaining(claim)) return fail(422, "The amount exceeds the cover");
  return created({ payout: claims.addPayout(claim, amount) });
}

function create({ policyNumber, kind, place }) {
  const found = claims.findPolicy(policyNumber);
  if (!found) return fail(422, "No such policy");
  return created(claims.open(found, kind, place));
}

function policy(number) {
  const found = claims.findPolicy(number);
  return found ? ok(found) : fail(404, "No such policy");
}

export function router(method, path, query, body) {
  for (const [verb, pattern, handler] of routes) {
    const match = verb === method ? path.match(pattern) : null;
    if (match) return handler({ params: match.slice(1), query, body });
  }
  return fail(404, "Not found");
}
