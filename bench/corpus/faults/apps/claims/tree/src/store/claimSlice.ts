import { createAsyncThunk, createSelector, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { assignClaim, createPayout, fetchClaim } from "../api/claims";
import type { ClaimDetail } from "../api/types";
import type { RootState } from "./index";

interface ClaimState {
  id: string | null;
  claim: ClaimDetail | null;
  openDocumentId: string | null;
  error: string | null;
}

const initialState: ClaimState = { id: null, claim: null, openDocumentId: null, error: null };

export const loadClaim = createAsyncThunk("claim/load", (id: string) => fetchClaim(id));

export const assign = createAsyncThunk("claim/assign", ({ id, adjusterId }: { id: string; adjusterId: string }) =>
  assignClaim(id, adjusterId),
);

export const pay = createAsyncThunk("claim/pay", ({ id, amount }: { id: string; amount: number }) =>
  createPayout(id, amount),
);

const claimSlice = createSlice({
  name: "claim",
  initialState,
  reducers: {
    documentOpened(state, action: PayloadAction<string>) {
      state.openDocumentId = action.payload;
    },
    documentClosed(state) {
      state.openDocumentId = null;
    },
  },
  extraReducers: (builder) => {
    builder
      .addCase(loadClaim.pending, (state, action) => {
        state.id = action.meta.arg;
        state.openDocumentId = null;
        state.error = null;
      })
      .addCase(loadClaim.fulfilled, (state, action) => {
        if (state.id !== action.meta.arg) return;
        state.claim = action.payload;
      })
      .addCase(loadClaim.rejected, (state, action) => {
        state.error = action.error.message ?? "Unknown error";
      })
      .addCase(assign.fulfilled, (state, action) => {
        state.claim = action.payload;
      })
      .addCase(pay.pending, (state) => {
        state.error = null;
      })
      .addCase(pay.fulfilled, (state, action) => {
        state.claim?.payouts.push(action.payload);
      })
      .addCase(pay.rejected, (state, action) => {
        state.error = action.error.message ?? "Unknown error";
      });
  },
});

export const { documentOpened, documentClosed } = claimSlice.actions;
export const claimReducer = claimSlice.reducer;

export const selectClaim = (state: RootState) => state.claim.claim;

export const selectCover = createSelector([selectClaim], (claim) => {
  if (!claim) return null;
  const { limit, currency } = claim.policy.coverage;
  const paid = claim.payouts.reduce((sum, payout) => sum + payout.amount, 0);
  return { limit, currency, paid, remaining: limit - paid };
});

export const selectOpenDocument = createSelector(
  [selectClaim, (state: RootState) => state.claim.openDocumentId],
  (claim, id) => claim?.documents.find((document) => document.id === id) ?? null,
);
