import { claims, policies } from "./data.mjs";

const PAGE_SIZE = 4;

export function find(id) {
  return claims.find((claim) => claim.id === id);
}

export function findPolicy(number) {
  return policies.find((policy) => policy.number === number);
}

function toSummary(claim) {
  const { id, number, kind, status, openedOn, amount, adjuster } = claim;
  const { holder } = findPolicy(claim.policy);
  return { id, number, kind, status, openedOn, amount, holder, adjuster };
}

export function toDetail(claim) {
  const policy = findPolicy(claim.policy);
  const { product, deductible, limit, currency } = policy;
  return {
    ...toSummary(claim),
    policy: { number: policy.number, product, deductible, coverage: { limit, currency } },
    incident: claim.incident,
    events: claim.events,
    payouts: claim.payouts,
    documents: claim.documents,
  };
}

export function list(query) {
  const statuses = (query.get("status") ?? "").split(",").filter(Boolean);
  const text = (query.get("q") ?? "").toLowerCase();
  const page = Number(query.get("page") ?? 1);
  const found = claims
    .map(toSummary)
    .filter((claim) => statuses.length === 0 || statuses.includes(claim.status))
    .filter((claim) => `${claim.number} ${claim.holder.name}`.toLowerCase().includes(text));
  return {
    items: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    page,
    pageCount: Math.max(1, Math.ceil(found.length / PAGE_SIZE)),
    total: found.length,
  };
}

export function remaining(claim) {
  const paid = claim.payouts.reduce((sum, payout) => sum + payout.amount, 0);
  return findPolicy(claim.policy).limit - paid;
}

export function addPayout(claim, amount) {
  const payout = { id: `p-${claim.payouts.length + 90}`, amount, paidOn: "2026-11-27", method: "transfer" };
  claim.payouts = [...claim.payouts, payout];
  return payout;
}

export function open(policy, kind, place) {
  const id = `c-${101 + claims.length}`;
  const claim = {
    id,
    number: `2026-${id.slice(2)}`,
    policy: policy.number,
    kind,
    status: "open",
    openedOn: "2026-11-27",
    amount: 0,
    adjuster: null,
    incident: { date: "2026-11-27", place, description: "" },
    events: [{ id: "e-1", at: "2026-11-27T09:00:00Z", kind: "opened", author: { name: "Web form" } }],
    payouts: [],
    documents: [],
  };
  claims.push(claim);
  return { id, number: claim.number };
}
