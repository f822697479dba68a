import { configureStore } from "@reduxjs/toolkit";
import { useDispatch, useSelector } from "react-redux";
import { adjustersReducer } from "./adjustersSlice";
import { claimReducer } from "./claimSlice";
import { claimsReducer } from "./claimsSlice";
import { filtersReducer, saveFilters } from "./filtersSlice";
import { reportsReducer } from "./reportsSlice";
import { sessionReducer } from "./sessionSlice";

export const store = configureStore({
  reducer: {
    adjusters: adjustersReducer,
    claim: claimReducer,
    claims: claimsReducer,
    filters: filtersReducer,
    reports: reportsReducer,
    session: sessionReducer,
  },
});

store.subscribe(() => saveFilters(store.getState().filters));

export type RootState = ReturnType<typeof store.getState>;
export type AppDispatch = typeof store.dispatch;

export const useAppDispatch = useDispatch.withTypes<AppDispatch>();
export const useAppSelector = useSelector.withTypes<RootState>();
