export type Status = "open" | "settled" | "rejected";

export interface Person {
  id: string;
  name: string;
}

export interface ClaimSummary {
  id: string;
  number: string;
  kind: string;
  status: Status;
  openedOn: string;
  amount: number;
  holder: { name: string; city: string };
  adjuster: Person | null;
}

export interface ClaimEvent {
  id: string;
  at: string;
  kind: string;
  author: { name: string } | null;
}

export interface Payout {
  id: string;
  amount: number;
  paidOn: string;
  method: string;
}

export interface ClaimDocument {
  id: string;
  name: string;
  bytes: number;
}

export interface Policy {
  number: string;
  product: string;
  deductible: number;
  coverage: { limit: number; currency: string };
}

export interface ClaimDetail extends ClaimSummary {
  policy: Policy;
  incident: { date: string; place: string; description: string };
  events: ClaimEvent[];
  payouts: Payout[];
  documents: ClaimDocument[];
}

export interface ClaimPageResult {
  items: ClaimSummary[];
  page: number;
  pageCount: number;
  total: number;
}

export interface Adjuster extends Person {
  openClaims: number;
  regions: string[];
}

export interface MonthlyReport {
  year: number;
  currency: string;
  months: { month: string; opened: number; settled: number; paid: number }[];
}

export interface User extends Person {
  permissions: string[];
  team: { id: string; name: string } | null;
}

export interface PolicyLookup {
  number: string;
  product: string;
  holder: { name: string; city: string };
}
