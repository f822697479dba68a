import { createSelector, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { isArray, sumBy } from 'lodash-es';

const KEY = 'gear.basket';

export interface BasketLine {
  id: number;
  days: number;
}

export interface BasketState {
  lines: BasketLine[];
  discount: number;
}

const EMPTY: BasketState = { lines: [], discount: 0 };

function restoreBasket(): BasketState {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isArray(kept?.lines) ? { ...EMPTY, ...kept } : EMPTY;
  } catch {
    return EMPTY;
  }
}

export function persistBasket(basket: BasketState): void {
  localStorage.setItem(KEY, JSON.stringify(basket));
}

export const basketSlice = createSlice({
  name: 'basket',
  initialState: restoreBasket,
  reducers: {
    added(state, { payload }: PayloadAction<BasketLine>) {
      const line = state.lines.find(({ id }) => id === payload.id);
      if (line) line.days += payload.days;
      else state.lines.push(payload);
    },
    discounted(state, { payload }: PayloadAction<number>) {
      state.discount = payload;
    },
  },
  selectors: {
    selectDiscount: ({ discount }) => discount,
    selectLines: ({ lines }) => lines,
  },
});

export const { added, discounted } = basketSlice.actions;
export const { selectDiscount, selectLines } = basketSlice.selectors;
export const selectCount = createSelector(selectLines, (lines) => sumBy(lines, 'days'));
