import axios from "axios";

export const api = axios.create({
  baseURL: "/api/v1",
  timeout: 8000,
  headers: { accept: "application/json" },
});

export function countVisit(page: string): void {
  api.post("/visits", { page }).catch(() => undefined);
}
