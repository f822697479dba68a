import { useEffect } from "react";
import { Link, Route, Routes, useLocation } from "react-router";
import { usage } from "./api/http";
import { BayGrid } from "./features/bays/BayGrid";
import { LoadMeter } from "./features/bays/LoadMeter";
import { BusPage } from "./features/bus/BusPage";
import { DeparturesPage } from "./features/departures/DeparturesPage";
import { BusFinder } from "./features/finder/BusFinder";
import { HandoverPage } from "./features/handover/HandoverPage";
import { SessionsPage } from "./features/sessions/SessionsPage";
import { TariffsPage } from "./features/tariffs/TariffsPage";

export function App() {
  const { pathname } = useLocation();
  useEffect(() => usage(pathname), [pathname]);
  return (
    <>
      <nav>
        <Link to="/">Bays</Link>
        <Link to="/sessions">Sessions</Link>
        <Link to="/tariffs">Tariffs</Link>
        <Link to="/departures">Departures</Link>
        <Link to="/handover">Handover</Link>
        <LoadMeter />
      </nav>
      <BusFinder />
      <Routes>
        <Route index element={<BayGrid />} />
        <Route path="buses/:busId" element={<BusPage />} />
        <Route path="sessions" element={<SessionsPage />} />
        <Route path="tariffs" element={<TariffsPage />} />
        <Route path="departures" element={<DeparturesPage />} />
        <Route path="handover" element={<HandoverPage />} />
      </Routes>
    </>
  );
}
