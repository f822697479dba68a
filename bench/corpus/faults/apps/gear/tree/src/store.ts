import { configureStore } from '@reduxjs/toolkit';
import { basketSlice, persistBasket } from './features/basket/basketSlice';
import { api } from './services/api';

export const store = configureStore({
  reducer: {
    [api.reducerPath]: api.reducer,
    basket: basketSlice.reducer,
  },
  middleware: (getDefaultMiddleware) => getDefaultMiddleware().concat(api.middleware),
});

store.subscribe(() => persistBasket(store.getState().basket));

export type RootState = ReturnType<typeof store.getState>;
export type AppDispatch = typeof store.dispatch;
