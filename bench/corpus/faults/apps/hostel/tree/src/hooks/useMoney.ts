import { useMemo } from "react";
import { useSettings } from "../context/SettingsContext";

export function useMoney(): (amount: number) => string {
  const settings = useSettings();
  return useMemo(() => {
    const format = new Intl.NumberFormat("en", { style: "currency", currency: settings?.currency ?? "EUR" });
    return (amount: number) => format.format(amount);
  }, [settings]);
}
