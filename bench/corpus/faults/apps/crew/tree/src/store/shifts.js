import { createAsyncThunk, createEntityAdapter, createSelector, createSlice } from '@reduxjs/toolkit';
import { keyBy, mapValues, sumBy } from 'lodash-es';
import { client } from '../api/Client';

const adapter = createEntityAdapter({ sortComparer: (one, other) => one.starts.localeCompare(other.starts) });

export const loadDays = createAsyncThunk('shifts/days', () => client.read('/days'));

export const loadShifts = createAsyncThunk('shifts/load', (day) => client.read(`/shifts?day=${day}`));

export const joinShift = createAsyncThunk('shifts/join', (id) => client.send(`/shifts/${id}/join`));

export const loadNotes = createAsyncThunk('shifts/notes', async (id) => {
  const { notes } = await client.read(`/shifts/${id}/notes`);
  return { id, notes };
});

const wanted = ({ needs, ...shift }) => ({
  ...shift,
  places: needs?.people ?? 0,
  skills: (needs?.skills ?? []).map(({ name }) => name),
});

export const shifts = createSlice({
  name: 'shifts',
  initialState: adapter.getInitialState({ day: 'fri', status: 'idle', counts: {}, notes: {}, trouble: '' }),
  reducers: {
    dayChosen(state, { payload: day }) {
      state.day = day;
      state.status = 'loading';
      state.trouble = '';
    },
  },
  extraReducers: (builder) =>
    builder
      .addCase(loadDays.fulfilled, (state, { payload: { days } }) => {
        state.counts = mapValues(keyBy(days, 'day'), 'shifts');
      })
      .addCase(loadShifts.fulfilled, (state, { payload: { results }, meta: { arg: day } }) => {
        if (day !== state.day) return;
        adapter.setAll(state, results.map(wanted));
        state.status = 'ready';
      })
      .addCase(joinShift.fulfilled, (state, { payload: { shift } }) => {
        adapter.upsertOne(state, wanted(shift));
      })
      .addCase(joinShift.rejected, (state, { error: { message } }) => {
        state.trouble = message;
      })
      .addCase(loadNotes.fulfilled, (state, { payload: { id, notes } }) => {
        state.notes[id] = notes;
      })
      .addCase(loadNotes.rejected, (state) => {
        state.trouble = 'There are no notes now';
      }),
});

export const { dayChosen } = shifts.actions;
export const { selectAll: selectShifts } = adapter.getSelectors((state) => state.shifts);

export const selectMissing = createSelector(selectShifts, (list) =>
  sumBy(list, ({ places, crew }) => Math.max(0, places - crew.length)),
);

export const selectFirst = createSelector(selectShifts, ([first]) => first);
