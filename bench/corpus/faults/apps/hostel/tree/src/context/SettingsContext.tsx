import { createContext, type ReactNode, useContext } from "react";
import { useFetch } from "../hooks/useFetch";
import type { Settings } from "../types";

const SettingsContext = createContext<Settings | null>(null);

export function SettingsProvider({ children }: { children: ReactNode }) {
  const { data } = useFetch<Settings>("/settings");
  return <SettingsContext value={data}>{children}</SettingsContext>;
}

export function useSettings(): Settings | null {
  return useContext(SettingsContext);
}
