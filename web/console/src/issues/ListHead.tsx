interface ListHeadProps {
  days: boolean;
  chosen: number;
  shown: number;
  onChoose?: (all: boolean) => void;
  onPeriod?: () => void;
}

/** The names of the columns; the first chooses every row, that of the bars switches their span. */
export function ListHead({ days, chosen, shown, onChoose, onPeriod }: ListHeadProps) {
  return (
    <div className="issue-grid issue-list-head">
      <label className="choose">
        <input
          type="checkbox"
          aria-label="Choose all issues shown"
          checked={shown > 0 && chosen === shown}
          disabled={!onChoose}
          ref={(box) => {
            if (box) box.indeterminate = chosen > 0 && chosen < shown;
          }}
          onChange={(event) => onChoose?.(event.target.checked)}
        />
      </label>
      <span>Issue</span>
      <span className="col-spark spans">
        <button type="button" aria-pressed={!days} onClick={days ? onPeriod : undefined}>
          24 h
        </button>
        <button type="button" aria-pressed={days} onClick={days ? undefined : onPeriod}>
          14 d
        </button>
      </span>
      <span className="col-number">Events</span>
      <span className="col-number">Users</span>
      <span className="col-seen">Last seen · first seen</span>
    </div>
  );
}
