import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { createClaim, lookupPolicy } from "../api/claims";
import type { PolicyLookup } from "../api/types";

const KINDS = ["collision", "glass", "hail", "theft", "water"];

export function NewClaimPage() {
  const navigate = useNavigate();
  const [form, setForm] = useState({ policyNumber: "", kind: KINDS[0], place: "" });
  const [policy, setPolicy] = useState<PolicyLookup | null>(null);
  const [message, setMessage] = useState("");

  const update = (field: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm((previous) => ({ ...previous, [field]: event.target.value }));

  const handleLookup = async () => {
    try {
      setPolicy(await lookupPolicy(form.policyNumber));
      setMessage("");
    } catch (error) {
      setPolicy(null);
      setMessage((error as Error).message);
    }
  };

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { id } = await createClaim(form);
      navigate(`/claims/${id}`);
    } catch (error) {
      setMessage((error as Error).message);
    }
  };

  return (
    <form onSubmit={handleSubmit}>
      <h2>New claim</h2>
      <label>
        Policy number
        <input value={form.policyNumber} onChange={update("policyNumber")} />
      </label>
      <button type="button" onClick={handleLookup}>Look up</button>
      {policy && <p>{`${policy.product} policy of ${policy.holder.name}`}</p>}
      <label>
        Kind
        <select value={form.kind} onChange={update("kind")}>
          {KINDS.map((kind) => <option key={kind}>{kind}</option>)}
        </select>
      </label>
      <label>
        Place
        <input value={form.place} onChange={update("place")} />
      </label>
      {message && <p className="alert">{message}</p>}
      <button type="submit">Open claim</button>
    </form>
  );
}
