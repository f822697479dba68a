import { api } from "./api";

export type ClaimState = "open" | "checked" | "returned";

interface ClaimDto {
  id: string;
  item_id: string;
  claimant: string;
  state: ClaimState;
  opened_at: string;
}

export interface Claim {
  id: string;
  claimant: string;
  state: ClaimState;
}

interface Made {
  claim: ClaimDto | null;
  waiting?: boolean;
}

const toClaim = ({ id, claimant, state }: ClaimDto): Claim => ({ id, claimant, state });

export async function allClaims(signal: AbortSignal): Promise<Claim[]> {
  const { data } = await api.get<{ claims: ClaimDto[] }>("/claims", { signal });
  return data.claims.map(toClaim);
}

export async function claimsOf(itemId: string, signal: AbortSignal): Promise<Claim[]> {
  const { data } = await api.get<{ claims: ClaimDto[] }>(`/items/${itemId}/claims`, { signal });
  return data.claims.map(toClaim);
}

/** The claim that was made, or nothing where it has to wait. */
export async function makeClaim(itemId: string, claimant: string): Promise<Claim | undefined> {
  const { data } = await api.post<Made>(`/items/${itemId}/claims`, { claimant });
  return data.claim ? toClaim(data.claim) : undefined;
}

export async function advance(id: string): Promise<void> {
  await api.post(`/claims/${id}/advance`);
}
