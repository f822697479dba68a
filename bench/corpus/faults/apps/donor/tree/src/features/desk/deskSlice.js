import { createSlice } from '@reduxjs/toolkit';
import { findByCard } from '../donors/donorsSlice';

const deskSlice = createSlice({
  name: 'desk',
  initialState: { notice: '', foundId: null },
  reducers: {
    cleared(state) {
      state.notice = '';
      state.foundId = null;
    },
  },
  extraReducers: (builder) => {
    builder
      .addCase(findByCard.pending, (state) => {
        state.notice = 'Looking for the card';
        state.foundId = null;
      })
      .addCase(findByCard.fulfilled, (state, { payload }) => {
        state.notice = `It is ${payload.donor.name}`;
        state.foundId = payload.donor.id;
      })
      .addCase(findByCard.rejected, (state, { payload }) => {
        state.notice = `No donor: ${payload?.message ?? 'cancelled'}`;
      });
  },
});

export const { cleared } = deskSlice.actions;
export const selectDesk = (state) => state.desk;
export default deskSlice.reducer;
