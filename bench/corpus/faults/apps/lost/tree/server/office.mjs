const station = (code, name) => ({ code, name });

export const stations = [station("KLN", "Kiln Street"), station("HBR", "Harbour"), station("OAK", "Oakfield")];

export const items = [
  { id: "i1", kind: "Umbrella", found_at: "2026-11-26T08:10:00Z", station: stations[0], tags: ["black"], cover: 0 },
  { id: "i2", kind: "Backpack", found_at: "2026-11-26T07:35:00Z", station: stations[1], tags: ["blue", "leather"], cover: 1 },
  { id: "i3", kind: "Violin", found_at: "2026-11-25T21:02:00Z", station: stations[2], tags: [], cover: 0 },
  { id: "i4", kind: "Glove", found_at: "2026-11-25T18:44:00Z", station: stations[0], tags: ["left", "wool"], cover: 0 },
];

export const photos = {
  i1: [{ url: "/photos/i1-a", taken_by: "Desk 1" }],
  i2: [{ url: "/photos/i2-a", taken_by: "Desk 2" }, { url: "/photos/i2-b", taken_by: "Desk 3" }],
  i3: [],
  i4: [],
};

export const claims = [
  { id: "c1", item_id: "i1", claimant: "Mr Abel", state: "open", opened_at: "2026-11-27T09:00:00Z" },
  { id: "c2", item_id: "i2", claimant: "Ms Dorn", state: "checked", opened_at: "2026-11-27T10:30:00Z" },
  { id: "c3", item_id: "i1", claimant: "Ms Reid", state: "open", opened_at: "2026-11-27T11:15:00Z" },
];

export const months = [
  { month: "2026-09", found: 214, returned: 131 },
  { month: "2026-10", found: 240, returned: 158 },
  { month: "2026-11", found: 187, returned: 96 },
];

/** Claims for these wait until somebody at the office has looked at them. */
export const guarded = new Set([]);
