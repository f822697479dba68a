import type { Bay } from "../../api/schemas";

const LABELS: Record<Bay["state"], { title: string; rank: number }> = {
  charging: { title: "Charging", rank: 0 },
  reserved: { title: "Reserved", rank: 1 },
  free: { title: "Free", rank: 2 },
  unknown: { title: "No answer", rank: 3 },
};

export interface BayGroup {
  title: string;
  bays: Bay[];
}

/** Bays by their state, those that charge first. */
export function groupBays(bays: Bay[]): BayGroup[] {
  const groups = new Map<Bay["state"], Bay[]>();
  for (const bay of bays) groups.set(bay.state, [...(groups.get(bay.state) ?? []), bay]);
  return [...groups]
    .sort(([one], [other]) => LABELS[one].rank - LABELS[other].rank)
    .map(([state, members]) => ({ title: LABELS[state].title, bays: members }));
}
