import { createAsyncThunk, createSelector, createSlice } from "@reduxjs/toolkit";
import { fetchMonthlyReport } from "../api/claims";
import type { MonthlyReport } from "../api/types";
import type { RootState } from "./index";

interface ReportsState {
  monthly: MonthlyReport | null;
}

const initialState: ReportsState = { monthly: null };

export const loadMonthly = createAsyncThunk("reports/monthly", () => fetchMonthlyReport());

const reportsSlice = createSlice({
  name: "reports",
  initialState,
  reducers: {},
  extraReducers: (builder) => {
    builder.addCase(loadMonthly.fulfilled, (state, action) => {
      state.monthly = action.payload;
    });
  },
});

export const reportsReducer = reportsSlice.reducer;

export const selectTotals = createSelector([(state: RootState) => state.reports.monthly], (report) => {
  if (!report) return null;
  return report.months.reduce(
    (totals, month) => ({
      opened: totals.opened + month.opened,
      settled: totals.settled + month.settled,
      paid: totals.paid + Number(month.paid),
    }),
    { opened: 0, settled: 0, paid: 0 },
  );
});
