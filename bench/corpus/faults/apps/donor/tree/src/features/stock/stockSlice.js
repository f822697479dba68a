import { createSelector, createSlice } from '@reduxjs/toolkit';
import { stockApi } from '../../api';
import { createApiThunk } from '../../app/createApiThunk';

export const fetchStock = createApiThunk('stock/fetch', (_, signal) => stockApi.now(signal));

const stockSlice = createSlice({
  name: 'stock',
  initialState: { units: null },
  reducers: {},
  extraReducers: (builder) => {
    builder.addCase(fetchStock.fulfilled, (state, { payload }) => {
      state.units = payload.units;
    });
  },
});

export const selectScarce = createSelector([(state) => state.stock.units], (units) =>
  Object.entries(units ?? {})
    .filter(([, count]) => count < 15)
    .map(([group]) => group),
);

export default stockSlice.reducer;
