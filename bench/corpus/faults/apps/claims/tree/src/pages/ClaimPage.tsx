import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { AssignDialog } from "../components/AssignDialog";
import { Documents } from "../components/Documents";
import { Payouts } from "../components/Payouts";
import { StatusBadge } from "../components/StatusBadge";
import { Timeline } from "../components/Timeline";
import { formatDate } from "../lib/format";
import { useAppDispatch, useAppSelector } from "../store";
import { loadClaim, selectClaim } from "../store/claimSlice";

export function ClaimPage() {
  const { id = "" } = useParams();
  const dispatch = useAppDispatch();
  const claim = useAppSelector(selectClaim);
  const error = useAppSelector((state) => state.claim.error);
  const [assigning, setAssigning] = useState(false);

  useEffect(() => {
    dispatch(loadClaim(id));
  }, [dispatch, id]);

  const jumpToPayouts = () => {
    document.getElementById("payouts")?.scrollIntoView({ behavior: "smooth" });
  };

  if (!claim) return <p>{error ?? "Loading claim"}</p>;

  return (
    <article>
      <h2>{`Claim ${claim.number}`}</h2>
      <p>
        <StatusBadge status={claim.status} /> {claim.holder.name}, {claim.holder.city}
      </p>
      <p>{`${claim.incident.place} on ${formatDate(claim.incident.date)}: ${claim.incident.description}`}</p>
      <p>{`Handled by ${claim.adjuster?.name ?? "nobody"}`}</p>
      {error && <p className="alert">{error}</p>}
      <button type="button" onClick={() => setAssigning(true)}>Assign</button>
      <button type="button" onClick={jumpToPayouts}>Jump to payouts</button>
      {assigning && <AssignDialog claim={claim} onClose={() => setAssigning(false)} />}
      <Timeline events={claim.events} />
      <Documents documents={claim.documents} />
      <Payouts claim={claim} />
    </article>
  );
}
