import { request } from "./request";

export function track(kind: string, detail: string): void {
  request("/events", { method: "POST", body: { kind, detail } }).catch(() => {});
}
