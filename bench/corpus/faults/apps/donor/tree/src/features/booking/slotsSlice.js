import { createSlice } from '@reduxjs/toolkit';
import { centreApi } from '../../api';
import { createApiThunk } from '../../app/createApiThunk';

export const fetchCentres = createApiThunk('slots/fetchCentres', (_, signal) => centreApi.list(signal));
export const fetchSlots = createApiThunk('slots/fetch', (centreId, signal) => centreApi.slots(centreId, signal));

const slotsSlice = createSlice({
  name: 'slots',
  initialState: { centres: [], centreId: null, items: [], requestId: null },
  reducers: {},
  extraReducers: (builder) => {
    builder
      .addCase(fetchCentres.fulfilled, (state, { payload }) => {
        state.centres = payload.centres;
      })
      .addCase(fetchSlots.pending, (state, { meta }) => {
        state.requestId = meta.requestId;
        state.centreId = meta.arg;
        state.items = [];
      })
      .addCase(fetchSlots.fulfilled, (state, { meta, payload }) => {
        if (state.requestId !== meta.requestId) return;
        state.items = payload.slots;
      });
  },
});

export const selectCentres = (state) => state.slots.centres;
export const selectCentre = (state) => state.slots.centres.find(({ id }) => id === state.slots.centreId);
export const selectSlots = (state) => state.slots.items;
export default slotsSlice.reducer;
