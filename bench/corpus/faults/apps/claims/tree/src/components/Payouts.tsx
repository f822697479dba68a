import { type FormEvent, useState } from "react";
import type { ClaimDetail } from "../api/types";
import { formatDate, formatMoney } from "../lib/format";
import { useAppDispatch, useAppSelector } from "../store";
import { pay, selectCover } from "../store/claimSlice";

export function Payouts({ claim }: { claim: ClaimDetail }) {
  const dispatch = useAppDispatch();
  const cover = useAppSelector(selectCover);
  const [amount, setAmount] = useState("");

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    dispatch(pay({ id: claim.id, amount: Number(amount) }));
    setAmount("");
  };

  return (
    <section id="payouts">
      <h3>Payouts</h3>
      {cover && (
        <p>{`${formatMoney(cover.remaining, cover.currency)} of ${formatMoney(cover.limit, cover.currency)} is left`}</p>
      )}
      <ul>
        {claim.payouts.map((payout) => (
          <li key={payout.id}>{`${formatMoney(payout.amount)} on ${formatDate(payout.paidOn)}`}</li>
        ))}
      </ul>
      <form onSubmit={handleSubmit}>
        <label>
          Amount
          <input inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />
        </label>
        <button type="submit">Pay out</button>
      </form>
    </section>
  );
}
