import { createAsyncThunk } from '@reduxjs/toolkit';

/** A thunk whose failures are what the server said, so that reducers can show it. */
export const createApiThunk = (type, call) =>
  createAsyncThunk(type, async (arg, { rejectWithValue, signal }) => {
    try {
      return await call(arg, signal);
    } catch (error) {
      return rejectWithValue({ status: error.status ?? 0, message: error.message });
    }
  });
