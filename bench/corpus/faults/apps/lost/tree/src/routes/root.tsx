import { useEffect } from "react";
import { Link, Outlet, useLocation, useNavigation } from "react-router";
import { Pulse } from "../parts/Pulse";
import { countVisit } from "../services/api";

export function Root() {
  const { pathname } = useLocation();
  const { state } = useNavigation();
  useEffect(() => countVisit(pathname), [pathname]);
  return (
    <>
      <nav aria-busy={state !== "idle"}>
        <Link to="/">Found</Link>
        <Link to="/claims">Claims</Link>
        <Link to="/report">Report a loss</Link>
        <Link to="/statistics">Statistics</Link>
        <Pulse />
      </nav>
      <Outlet />
    </>
  );
}
