import { Link } from "react-router";
import type { ClaimSummary } from "../api/types";
import { formatDate, formatMoney } from "../lib/format";
import type { SortKey } from "../store/claimsSlice";
import { StatusBadge } from "./StatusBadge";

interface Props {
  claims: ClaimSummary[];
  onSort: (key: SortKey) => void;
}

export function ClaimsTable({ claims, onSort }: Props) {
  if (claims.length === 0) return <p>No claims match</p>;
  return (
    <table>
      <thead>
        <tr>
          <th><button type="button" onClick={() => onSort("number")}>Number</button></th>
          <th>Holder</th>
          <th>Status</th>
          <th>Opened</th>
          <th><button type="button" onClick={() => onSort("adjuster")}>Adjuster</button></th>
          <th><button type="button" onClick={() => onSort("amount")}>Amount</button></th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <tr key={claim.id}>
            <td><Link to={`/claims/${claim.id}`}>{claim.number}</Link></td>
            <td>{claim.holder.name}</td>
            <td><StatusBadge status={claim.status} /></td>
            <td>{formatDate(claim.openedOn)}</td>
            <td>{claim.adjuster?.name ?? "Unassigned"}</td>
            <td>{formatMoney(claim.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
