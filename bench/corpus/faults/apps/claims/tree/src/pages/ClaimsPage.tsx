import { useEffect } from "react";
import { ClaimFilters } from "../components/ClaimFilters";
import { ClaimsTable } from "../components/ClaimsTable";
import { Pagination } from "../components/Pagination";
import { useAppDispatch, useAppSelector } from "../store";
import { loadClaims, pageChanged, selectVisibleClaims, sortChanged } from "../store/claimsSlice";

export function ClaimsPage() {
  const dispatch = useAppDispatch();
  const { page, pageCount, total, status, error } = useAppSelector((state) => state.claims);
  const { statuses, text } = useAppSelector((state) => state.filters);
  const claims = useAppSelector(selectVisibleClaims);

  useEffect(() => {
    dispatch(loadClaims({ page, statuses, text }));
  }, [dispatch, page, statuses, text]);

  return (
    <>
      <h2>Claims</h2>
      <ClaimFilters />
      {error && <p className="alert">{error}</p>}
      {status === "loading" && claims.length === 0 && <p>Loading the claims</p>}
      <ClaimsTable claims={claims} onSort={(key) => dispatch(sortChanged(key))} />
      <p>{`${total} claims`}</p>
      <Pagination page={page} pageCount={pageCount} onChange={(next) => dispatch(pageChanged(next))} />
    </>
  );
}
