import { createAsyncThunk, createSelector, createSlice } from '@reduxjs/toolkit';
import { maxBy } from 'lodash-es';
import { client } from '../api/Client';

export const loadMeals = createAsyncThunk('meals/load', () => client.read('/meals'));

export const meals = createSlice({
  name: 'meals',
  initialState: { days: {}, day: 'fri' },
  reducers: {
    mealDayChosen(state, { payload: day }) {
      state.day = day;
    },
  },
  extraReducers: (builder) =>
    builder.addCase(loadMeals.fulfilled, (state, { payload: { days } }) => {
      state.days = days;
    }),
});

export const { mealDayChosen } = meals.actions;

const selectMenus = createSelector([({ meals }) => meals.days, ({ meals }) => meals.day], (days, day) => days[day]?.menus ?? []);

export const selectFavourite = createSelector(selectMenus, (menus) => maxBy(menus, 'votes')?.name);

export const selectVegan = createSelector(selectMenus, (menus) => menus.filter(({ diets }) => diets.includes('vegan')).length);
