import { createSlice, type PayloadAction } from "@reduxjs/toolkit";

export interface FiltersState {
  statuses: string[];
  text: string;
  since: string;
}

const KEY = "claims.filters";
const DEFAULTS: FiltersState = { statuses: [], text: "", since: "" };

function loadFilters(): FiltersState {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { ...DEFAULTS, statuses: Array.isArray(saved.statuses) ? saved.statuses : [] };
  } catch {
    return DEFAULTS;
  }
}

export function saveFilters({ statuses }: FiltersState) {
  localStorage.setItem(KEY, JSON.stringify({ statuses }));
}

const filtersSlice = createSlice({
  name: "filters",
  initialState: loadFilters,
  reducers: {
    statusToggled(state, action: PayloadAction<string>) {
      const status = action.payload;
      state.statuses = state.statuses.includes(status)
        ? state.statuses.filter((each) => each !== status)
        : [...state.statuses, status];
    },
    textChanged(state, action: PayloadAction<string>) {
      state.text = action.payload;
    },
    sinceChanged(state, action: PayloadAction<string>) {
      state.since = action.payload;
    },
  },
});

export const { statusToggled, textChanged, sinceChanged } = filtersSlice.actions;
export const filtersReducer = filtersSlice.reducer;
