import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

export interface Tab<Name extends string> {
  name: Name;
  label: string;
  count?: number;
  alarm?: boolean;
}

interface TabsProps<Name extends string> {
  label: string;
  tabs: readonly Tab<Name>[];
  selected: Name;
  onSelect: (name: Name) => void;
  children: ReactNode;
  /** Stands at the end of the row of tabs. */
  extra?: ReactNode;
}

const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** A row of tabs and the panel of the selected one; arrow keys move along the row. */
export function Tabs<Name extends string>(props: TabsProps<Name>) {
  const { label, tabs, selected, onSelect, children, extra } = props;
  const id = useId();
  const row = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const by = moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const from = tabs.findIndex((tab) => tab.name === selected);
    const next = tabs[(from + by + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.name);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };

  return (
    <div className="tabs">
      <div className="tabs-bar">
        <div className="tabs-row" role="tablist" aria-label={label} ref={row} onKeyDown={move}>
          {tabs.map((tab) => (
            <button
              key={tab.name}
              type="button"
              role="tab"
              id={`${id}-${tab.name}`}
              data-tab={tab.name}
              aria-selected={tab.name === selected}
              aria-controls={`${id}-panel`}
              tabIndex={tab.name === selected ? 0 : -1}
              onClick={() => onSelect(tab.name)}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className={tab.alarm ? 'tab-count tab-alarm' : 'tab-count'}>{tab.count}</span>
              )}
            </button>
          ))}
        </div>
        {extra}
      </div>
      <div
        className="tabs-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${selected}`}
      >
        {children}
      </div>
    </div>
  );
}
