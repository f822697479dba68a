import { useState } from "react";
import type { ClaimDetail } from "../api/types";
import { useAppDispatch, useAppSelector } from "../store";
import { selectAdjusters } from "../store/adjustersSlice";
import { assign } from "../store/claimSlice";

interface Props {
  claim: ClaimDetail;
  onClose: () => void;
}

export function AssignDialog({ claim, onClose }: Props) {
  const dispatch = useAppDispatch();
  const adjusters = useAppSelector(selectAdjusters);
  const [adjusterId, setAdjusterId] = useState(claim.adjuster?.id ?? "");
  const byLoad = [...adjusters].sort((a, b) => a.openClaims - b.openClaims);

  const handleSave = async () => {
    await dispatch(assign({ id: claim.id, adjusterId }));
    onClose();
  };

  return (
    <div role="dialog" aria-label="Assign claim">
      <label>
        Assign to
        <select value={adjusterId} onChange={(event) => setAdjusterId(event.target.value)}>
          <option value="">Choose</option>
          {byLoad.map(({ id, name, openClaims, regions }) => (
            <option key={id} value={id}>{`${name} (${openClaims}, ${regions.join(", ")})`}</option>
          ))}
        </select>
      </label>
      <button type="button" onClick={handleSave}>Save</button>
      <button type="button" onClick={onClose}>Cancel</button>
    </div>
  );
}
