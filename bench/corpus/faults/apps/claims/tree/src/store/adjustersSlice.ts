import { createAsyncThunk, createSlice } from "@reduxjs/toolkit";
import { fetchAdjusters } from "../api/claims";
import type { Adjuster } from "../api/types";
import type { RootState } from "./index";

interface AdjustersState {
  list: Adjuster[];
  error: string | null;
}

const initialState: AdjustersState = { list: [], error: null };

export const loadAdjusters = createAsyncThunk("adjusters/load", () => fetchAdjusters());

const adjustersSlice = createSlice({
  name: "adjusters",
  initialState,
  reducers: {},
  extraReducers: (builder) => {
    builder
      .addCase(loadAdjusters.fulfilled, (state, action) => {
        state.list = action.payload;
        state.error = null;
      })
      .addCase(loadAdjusters.rejected, (state, action) => {
        state.error = action.error.message ?? "Unknown error";
      });
  },
});

export const adjustersReducer = adjustersSlice.reducer;
export const selectAdjusters = (state: RootState) => state.adjusters.list;
