import { useEffect } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { ErrorBoundary } from './components/ErrorBoundary';
import { NoticeBar } from './components/NoticeBar';
import { BasketPage } from './features/basket/BasketPage';
import { selectCount } from './features/basket/basketSlice';
import { BookingPage } from './features/bookings/BookingPage';
import { BookingsPage } from './features/bookings/BookingsPage';
import { CataloguePage } from './features/catalogue/CataloguePage';
import { ItemPage } from './features/catalogue/ItemPage';
import { RevenuePage } from './features/reports/RevenuePage';
import { useAppSelector } from './hooks';
import { useTrackVisitMutation } from './services/notices';

export function App() {
  const { pathname } = useLocation();
  const count = useAppSelector(selectCount);
  const [trackVisit] = useTrackVisitMutation();

  useEffect(() => {
    trackVisit(pathname);
  }, [pathname, trackVisit]);

  return (
    <>
      <nav>
        <Link to="/">Catalogue</Link>
        <Link to="/bookings">Bookings</Link>
        <Link to="/revenue">Revenue</Link>
        <Link to="/basket">Basket</Link>
        <small>{count} in the basket</small>
      </nav>
      <NoticeBar />
      <ErrorBoundary key={pathname}>
        <Routes>
          <Route index element={<CataloguePage />} />
          <Route path="items/:id" element={<ItemPage />} />
          <Route path="items/:id/book" element={<BookingPage />} />
          <Route path="bookings" element={<BookingsPage />} />
          <Route path="revenue" element={<RevenuePage />} />
          <Route path="basket" element={<BasketPage />} />
        </Routes>
      </ErrorBoundary>
    </>
  );
}
