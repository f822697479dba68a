import { createAsyncThunk, createSlice } from "@reduxjs/toolkit";
import { fetchMe, fetchUnread } from "../api/claims";
import type { User } from "../api/types";

interface SessionState {
  user: User | null;
  unread: number;
}

const initialState: SessionState = { user: null, unread: 0 };

export const loadUser = createAsyncThunk("session/loadUser", () => fetchMe());
export const loadUnread = createAsyncThunk("session/loadUnread", () => fetchUnread());

const sessionSlice = createSlice({
  name: "session",
  initialState,
  reducers: {},
  extraReducers: (builder) => {
    builder
      .addCase(loadUser.fulfilled, (state, action) => {
        state.user = action.payload;
      })
      .addCase(loadUnread.fulfilled, (state, action) => {
        state.unread = action.payload;
      });
  },
});

export const sessionReducer = sessionSlice.reducer;
