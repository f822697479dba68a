import { client } from "./client";
import type { Adjuster, ClaimDetail, ClaimPageResult, MonthlyReport, Payout, PolicyLookup, User } from "./types";

export interface ClaimQuery {
  page: number;
  statuses: string[];
  text: string;
}

export async function fetchMe() {
  const { data } = await client.get<User>("/me");
  return data;
}

export async function fetchClaims({ page, statuses, text }: ClaimQuery) {
  const params = { page, status: statuses.join(",") || undefined, q: text || undefined };
  const { data } = await client.get<ClaimPageResult>("/claims", { params });
  return data;
}

export async function fetchClaim(id: string) {
  const { data } = await client.get<ClaimDetail>(`/claims/${id}`);
  return data;
}

export async function assignClaim(id: string, adjusterId: string) {
  const { data } = await client.patch<ClaimDetail>(`/claims/${id}`, { adjusterId });
  return data;
}

export async function createPayout(id: string, amount: number) {
  const { data } = await client.post<{ payout: Payout }>(`/claims/${id}/payouts`, { amount });
  return data.payout;
}

export async function createClaim(form: { policyNumber: string; kind: string; place: string }) {
  const { data } = await client.post<{ id: string; number: string }>("/claims", form);
  return data;
}

export async function lookupPolicy(number: string) {
  const { data } = await client.get<PolicyLookup>(`/policies/${number}`);
  return data;
}

export async function fetchAdjusters() {
  const { data } = await client.get<{ adjusters: Adjuster[] }>("/adjusters");
  return data.adjusters;
}

export async function fetchMonthlyReport() {
  const { data } = await client.get<MonthlyReport>("/reports/monthly");
  return data;
}

export async function fetchUnread() {
  const { data } = await client.get<{ unread: number }>("/notifications");
  return data.unread;
}
