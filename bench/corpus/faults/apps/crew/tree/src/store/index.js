import { configureStore } from '@reduxjs/toolkit';
import { account } from './account';
import { meals } from './meals';
import { people, teams } from './people';
import { shifts } from './shifts';

export const store = configureStore({
  reducer: {
    shifts: shifts.reducer,
    people: people.reducer,
    teams: teams.reducer,
    meals: meals.reducer,
    account: account.reducer,
  },
});
