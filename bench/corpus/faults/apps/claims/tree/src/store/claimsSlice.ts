import { createAsyncThunk, createSelector, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { type ClaimQuery, fetchClaims } from "../api/claims";
import type { ClaimSummary } from "../api/types";
import type { RootState } from "./index";

export type SortKey = "number" | "adjuster" | "amount";

interface ClaimsState {
  items: ClaimSummary[];
  page: number;
  pageCount: number;
  total: number;
  sortBy: SortKey;
  status: "idle" | "loading" | "ready" | "failed";
  error: string | null;
}

const initialState: ClaimsState = {
  items: [],
  page: 1,
  pageCount: 1,
  total: 0,
  sortBy: "number",
  status: "idle",
  error: null,
};

export const loadClaims = createAsyncThunk("claims/load", (query: ClaimQuery) => fetchClaims(query));

const claimsSlice = createSlice({
  name: "claims",
  initialState,
  reducers: {
    pageChanged(state, action: PayloadAction<number>) {
      state.page = action.payload;
    },
    sortChanged(state, action: PayloadAction<SortKey>) {
      state.sortBy = action.payload;
    },
  },
  extraReducers: (builder) => {
    builder
      .addCase(loadClaims.pending, (state) => {
        state.status = "loading";
        state.error = null;
      })
      .addCase(loadClaims.fulfilled, (state, action) => {
        state.status = "ready";
        state.items = action.payload.items;
        state.pageCount = action.payload.pageCount;
        state.total = action.payload.total;
      })
      .addCase(loadClaims.rejected, (state, action) => {
        state.status = "failed";
        state.error = action.error.message ?? "Unknown error";
      });
  },
});

export const { pageChanged, sortChanged } = claimsSlice.actions;
export const claimsReducer = claimsSlice.reducer;

function compareBy(key: SortKey) {
  return (a: ClaimSummary, b: ClaimSummary) => {
    if (key === "amount") return b.amount - a.amount;
    if (key === "adjuster") return (a.adjuster?.name ?? "").localeCompare(b.adjuster?.name ?? "");
    return a.number.localeCompare(b.number);
  };
}

export const selectVisibleClaims = createSelector(
  [
    (state: RootState) => state.claims.items,
    (state: RootState) => state.claims.sortBy,
    (state: RootState) => state.filters.since,
  ],
  (items, sortBy, since) =>
    items.filter((claim) => !since || claim.openedOn >= since).sort(compareBy(sortBy)),
);
