import { createAsyncThunk, createEntityAdapter, createSelector, createSlice } from '@reduxjs/toolkit';
import { countBy } from 'lodash-es';
import { client } from '../api/Client';
import { fullName } from '../helpers/people';

const persons = createEntityAdapter();
const groups = createEntityAdapter();

export const loadPeople = createAsyncThunk('people/load', async () => {
  const [{ results }, { results: all }] = await Promise.all([client.read('/people'), client.read('/teams')]);
  return { people: results, teams: all };
});

export const people = createSlice({
  name: 'people',
  initialState: persons.getInitialState({ chosen: null, activeOnly: false }),
  reducers: {
    chosen(state, { payload: id }) {
      state.chosen = id;
    },
    activeToggled(state) {
      state.activeOnly = !state.activeOnly;
      state.chosen = null;
    },
  },
  extraReducers: (builder) =>
    builder.addCase(loadPeople.fulfilled, (state, { payload }) => {
      persons.setAll(state, payload.people);
    }),
});

export const teams = createSlice({
  name: 'teams',
  initialState: groups.getInitialState(),
  reducers: {},
  extraReducers: (builder) =>
    builder.addCase(loadPeople.fulfilled, (state, { payload }) => {
      groups.setAll(state, payload.teams);
    }),
});

export const { chosen, activeToggled } = people.actions;
const { selectAll: selectEverybody, selectEntities: selectPersons } = persons.getSelectors((state) => state.people);
const { selectAll: selectGroups } = groups.getSelectors((state) => state.teams);
export { selectPersons };

export const selectVisible = createSelector(
  [selectEverybody, (state) => state.people.activeOnly],
  (list, activeOnly) => (activeOnly ? list.filter(({ active }) => active) : list),
);

export const selectChosen = createSelector(
  [selectVisible, (state) => state.people.chosen],
  (list, id) => list.find((person) => person.id === id),
);

export const selectTeams = createSelector([selectGroups, selectPersons, selectEverybody], (list, byId, everybody) => {
  const sizes = countBy(everybody, 'team');
  return list.map(({ id, name, lead }) => ({
    id,
    name,
    size: sizes[id] ?? 0,
    lead: lead ? fullName(byId[lead]) : 'nobody',
  }));
});
