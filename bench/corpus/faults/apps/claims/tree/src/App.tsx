import { useEffect } from "react";
import { Link, Route, Routes } from "react-router";
import { NotificationBell } from "./components/NotificationBell";
import { ClaimPage } from "./pages/ClaimPage";
import { ClaimsPage } from "./pages/ClaimsPage";
import { NewClaimPage } from "./pages/NewClaimPage";
import { ReportsPage } from "./pages/ReportsPage";
import { useAppDispatch, useAppSelector } from "./store";
import { loadAdjusters } from "./store/adjustersSlice";
import { loadUser } from "./store/sessionSlice";

export function App() {
  const dispatch = useAppDispatch();
  const user = useAppSelector((state) => state.session.user);

  useEffect(() => {
    dispatch(loadUser());
    dispatch(loadAdjusters());
  }, [dispatch]);

  return (
    <>
      <header>
        <nav>
          <Link to="/">Claims</Link>
          <Link to="/new">New claim</Link>
          <Link to="/reports">Reports</Link>
          <NotificationBell />
        </nav>
        {user && <p>{`${user.name}, ${user.team?.name ?? "no team"}`}</p>}
      </header>
      <main>
        <Routes>
          <Route path="/" element={<ClaimsPage />} />
          <Route path="/claims/:id" element={<ClaimPage />} />
          <Route path="/new" element={<NewClaimPage />} />
          <Route path="/reports" element={<ReportsPage />} />
        </Routes>
      </main>
    </>
  );
}
