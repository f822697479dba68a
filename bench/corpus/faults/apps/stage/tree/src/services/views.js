import { http } from "./http.js";

export function reportView(name) {
  http.post("/views", { name }).catch(() => {});
}
