import { store } from "../state.js";
import { http } from "./http.js";

export async function loadShows() {
  if (store.state.shows.length > 0) return;
  const { shows } = await http.get("/shows");
  store.set({ shows });
}

let wanted;

export async function loadPlan(showId) {
  wanted = showId;
  store.set({ plan: null });
  const { seats } = await http.get(`/shows/${showId}/seats`);
  if (wanted === showId) store.set({ plan: { showId, seats } });
}

export const showOf = (state, id) => state.shows.find((show) => show.id === id);

export function showAfter({ shows }, id) {
  return shows[(shows.findIndex((show) => show.id === id) + 1) % shows.length];
}
