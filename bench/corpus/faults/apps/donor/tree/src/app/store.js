import { configureStore } from '@reduxjs/toolkit';
import agenda from '../features/agenda/agendaSlice';
import slots from '../features/booking/slotsSlice';
import desk from '../features/desk/deskSlice';
import donors from '../features/donors/donorsSlice';
import stock from '../features/stock/stockSlice';

export const store = configureStore({
  reducer: { agenda, desk, donors, slots, stock },
});
