import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

const KEY = "depot.settings";

export interface Settings {
  columns: string[];
  dense: boolean;
}

const DEFAULTS: Settings = { columns: ["bus", "kwh", "ended"], dense: false };

function restore(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { ...DEFAULTS, ...kept, columns: Array.isArray(kept.columns) ? kept.columns : DEFAULTS.columns };
  } catch {
    return DEFAULTS;
  }
}

const SettingsContext = createContext({ settings: DEFAULTS, change: (_: Partial<Settings>) => {} });

export function SettingsProvider({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useState(restore);
  const value = useMemo(() => {
    const change = (some: Partial<Settings>) => {
      const next = { ...settings, ...some };
      localStorage.setItem(KEY, JSON.stringify(next));
      setSettings(next);
    };
    return { settings, change };
  }, [settings]);
  return <SettingsContext value={value}>{children}</SettingsContext>;
}

export const useSettings = () => useContext(SettingsContext);
