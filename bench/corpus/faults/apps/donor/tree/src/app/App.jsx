import { useEffect } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { track } from '../api';
import { AgendaPage } from '../features/agenda/AgendaPage';
import { BookingWizard } from '../features/booking/BookingWizard';
import { CardScan } from '../features/desk/CardScan';
import { DonorList } from '../features/donors/DonorList';
import { DonorPage } from '../features/donors/DonorPage';
import { StockBar } from '../features/stock/StockBar';

export const App = () => {
  const { pathname } = useLocation();
  useEffect(() => {
    track('page', { pathname });
  }, [pathname]);

  return (
    <>
      <nav>
        <Link to="/">Agenda</Link>
        <Link to="/donors">Donors</Link>
        <Link to="/book">Book</Link>
      </nav>
      <StockBar />
      <CardScan />
      <Routes>
        <Route index element={<AgendaPage />} />
        <Route path="donors" element={<DonorList />} />
        <Route path="donors/:donorId" element={<DonorPage />} />
        <Route path="book" element={<BookingWizard />} />
      </Routes>
    </>
  );
};
