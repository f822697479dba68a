import type { ChangeEvent } from "react";
import { capitalize } from "../lib/format";
import { useAppDispatch, useAppSelector } from "../store";
import { pageChanged } from "../store/claimsSlice";
import { sinceChanged, statusToggled, textChanged } from "../store/filtersSlice";

const STATUSES = ["open", "settled", "rejected"];

export function ClaimFilters() {
  const dispatch = useAppDispatch();
  const { statuses, text, since } = useAppSelector((state) => state.filters);

  const handleText = (event: ChangeEvent<HTMLInputElement>) => {
    dispatch(textChanged(event.target.value));
    dispatch(pageChanged(1));
  };

  const handleSince = (event: ChangeEvent<HTMLInputElement>) => {
    dispatch(sinceChanged(event.target.value));
  };

  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      {STATUSES.map((status) => (
        <label key={status}>
          <input
            type="checkbox"
            checked={statuses.includes(status)}
            onChange={() => dispatch(statusToggled(status))}
          />
          {capitalize(status)}
        </label>
      ))}
      <label>
        Search
        <input value={text} onChange={handleText} />
      </label>
      <label>
        Opened since
        <input type="date" value={since} onChange={handleSince} />
      </label>
      {statuses.length > 0 && <span>{statuses.map(capitalize).join(", ")} only</span>}
    </form>
  );
}
