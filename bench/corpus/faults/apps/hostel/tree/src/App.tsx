import { useEffect } from "react";
import { Link, Route, Routes, useLocation } from "react-router";
import { track } from "./api/events";
import { ErrorBoundary } from "./components/ErrorBoundary";
import { OccupancyBadge } from "./components/OccupancyBadge";
import { ArrivalsPage } from "./pages/ArrivalsPage";
import { BookingPage } from "./pages/BookingPage";
import { GuestsPage } from "./pages/GuestsPage";
import { InvoicesPage } from "./pages/InvoicesPage";
import { RoomsPage } from "./pages/RoomsPage";

export function App() {
  const { pathname } = useLocation();
  useEffect(() => track("page", pathname), [pathname]);

  return (
    <>
      <nav>
        <Link to="/">Arrivals</Link>
        <Link to="/rooms">Rooms</Link>
        <Link to="/booking">Booking</Link>
        <Link to="/guests">Guests</Link>
        <Link to="/invoices">Invoices</Link>
        <OccupancyBadge />
      </nav>
      <ErrorBoundary key={pathname}>
        <Routes>
          <Route index element={<ArrivalsPage />} />
          <Route path="rooms" element={<RoomsPage />} />
          <Route path="booking" element={<BookingPage />} />
          <Route path="guests" element={<GuestsPage />} />
          <Route path="invoices" element={<InvoicesPage />} />
        </Routes>
      </ErrorBoundary>
    </>
  );
}
