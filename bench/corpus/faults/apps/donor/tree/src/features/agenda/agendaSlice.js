import { createEntityAdapter, createSelector, createSlice } from '@reduxjs/toolkit';
import { agendaApi } from '../../api';
import { createApiThunk } from '../../app/createApiThunk';

const PAGE_SIZE = 2;

export const fetchPage = createApiThunk('agenda/fetchPage', (after, signal) => agendaApi.page(after, signal));
export const checkIn = createApiThunk('agenda/checkIn', (id) => agendaApi.checkIn(id));

const agendaAdapter = createEntityAdapter();

const agendaSlice = createSlice({
  name: 'agenda',
  initialState: agendaAdapter.getInitialState({ cursor: null, until: null, more: true, error: '' }),
  reducers: {},
  extraReducers: (builder) => {
    builder
      .addCase(fetchPage.fulfilled, (state, { payload: { items } }) => {
        agendaAdapter.upsertMany(state, items);
        const last = items.at(-1);
        if (last) {
          state.cursor = last.id;
          state.until = last.at;
        }
        state.more = items.length === PAGE_SIZE;
      })
      .addCase(fetchPage.rejected, (state, { payload }) => {
        state.error = payload?.message ?? '';
      })
      .addCase(checkIn.pending, (state, { meta }) => {
        state.entities[meta.arg].status = 'here';
      })
      .addCase(checkIn.fulfilled, (state, { payload }) => {
        if (payload.appointment) agendaAdapter.upsertOne(state, payload.appointment);
      })
      .addCase(checkIn.rejected, (state, { meta, payload }) => {
        state.entities[meta.arg].status = 'booked';
        state.error = payload?.message ?? '';
      });
  },
});

export const { selectAll: selectAppointments } = agendaAdapter.getSelectors((state) => state.agenda);

export const selectAgenda = createSelector(
  [selectAppointments, (_, week) => week],
  (appointments, week) =>
    appointments
      .filter(({ at }) => !week || (at >= week.from && at < week.to))
      .sort((one, other) => one.at.localeCompare(other.at)),
);

export default agendaSlice.reducer;
