import { createEntityAdapter, createSelector, createSlice } from '@reduxjs/toolkit';
import { donorApi } from '../../api';
import { createApiThunk } from '../../app/createApiThunk';

export const fetchDonors = createApiThunk('donors/fetchAll', (_, signal) => donorApi.list(signal));
export const findByCard = createApiThunk('donors/findByCard', (card, signal) => donorApi.byCard(card, signal));
export const fetchDonations = createApiThunk('donors/fetchDonations', (id, signal) => donorApi.donations(id, signal));

const donorsAdapter = createEntityAdapter({
  sortComparer: (one, other) => one.name.localeCompare(other.name),
});

const donorsSlice = createSlice({
  name: 'donors',
  initialState: donorsAdapter.getInitialState({ status: 'idle', error: '', donations: {} }),
  reducers: {},
  extraReducers: (builder) => {
    builder
      .addCase(fetchDonors.pending, (state) => {
        state.status = 'loading';
      })
      .addCase(fetchDonors.fulfilled, (state, { payload }) => {
        state.status = 'ready';
        donorsAdapter.upsertMany(state, payload.donors);
      })
      .addCase(fetchDonors.rejected, (state, { payload }) => {
        state.status = 'failed';
        state.error = payload?.message ?? '';
      })
      .addCase(findByCard.fulfilled, (state, { payload }) => {
        donorsAdapter.upsertOne(state, payload.donor);
      })
      .addCase(fetchDonations.fulfilled, (state, { payload, meta }) => {
        state.donations[meta.arg] = payload.donations;
      });
  },
});

export const { selectAll: selectDonors, selectById: selectDonor } = donorsAdapter.getSelectors(
  (state) => state.donors,
);

/** How many donors there are of each group, whatever their rhesus factor. */
export const selectGroups = createSelector([selectDonors], (donors) => {
  const counts = {};
  for (const { bloodType } of donors) {
    const group = bloodType.slice(0, -1);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
});

const selectDonations = (state, id) => state.donors.donations[id];

export const selectGiven = createSelector([selectDonations], (donations = []) => ({
  times: donations.length,
  total: donations.reduce((sum, { volumeMl }) => sum + Number(volumeMl), 0),
}));

export default donorsSlice.reducer;
