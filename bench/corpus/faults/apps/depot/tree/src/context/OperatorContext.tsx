import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { get } from "../api/http";
import { meSchema, type Operator } from "../api/schemas";

const OperatorContext = createContext<Operator | null>(null);

export function OperatorProvider({ children }: { children: ReactNode }) {
  const { data = null } = useQuery({ queryKey: ["me"], queryFn: ({ signal }) => get("/me", meSchema, signal) });
  return <OperatorContext value={data}>{children}</OperatorContext>;
}

export function useOperator(): Operator | null {
  return useContext(OperatorContext);
}
