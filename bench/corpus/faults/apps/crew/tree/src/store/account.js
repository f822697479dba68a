import { createAsyncThunk, createSelector, createSlice } from '@reduxjs/toolkit';
import { sum } from 'lodash-es';
import { client } from '../api/Client';

export const loadAccount = createAsyncThunk('account/load', async () => (await client.read('/account')).account);

export const account = createSlice({
  name: 'account',
  initialState: { mine: null },
  reducers: {},
  extraReducers: (builder) =>
    builder.addCase(loadAccount.fulfilled, (state, { payload }) => {
      state.mine = payload;
    }),
});

export const selectMine = ({ account: { mine } }) => mine;

export const selectHours = createSelector(selectMine, (mine) => ({
  done: Number(mine?.hours?.done ?? 0),
  planned: sum(mine?.hours?.planned ?? []),
}));
