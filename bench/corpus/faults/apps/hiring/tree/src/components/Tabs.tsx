interface Props<T extends string> {
  tabs: readonly { id: T; label: string }[];
  active: T;
  onChange: (tab: T) => void;
}

export function Tabs<T extends string>({ tabs, active, onChange }: Props<T>) {
  return (
    <div role="tablist" className="tabs">
      {tabs.map(({ id, label }) => (
        <button key={id} type="button" aria-selected={id === active} onClick={() => onChange(id)}>
          {label}
        </button>
      ))}
    </div>
  );
}
