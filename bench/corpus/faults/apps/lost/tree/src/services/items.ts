import { api } from "./api";

interface ItemDto {
  id: string;
  kind: string;
  found_at: string;
  station: { code: string; name: string } | null;
  tags: string[];
  cover: number;
}

export interface Item {
  id: string;
  kind: string;
  foundAt: Date;
  place: string;
  tags: string[];
  cover: number;
}

export interface Photo {
  url: string;
  takenBy: string;
}

function toItem({ id, kind, found_at, station, tags, cover }: ItemDto): Item {
  const labels = [tags].flat().filter(Boolean);
  return { id, kind, foundAt: new Date(found_at), place: station?.name ?? "a train", tags: labels, cover };
}

export interface ItemPage {
  items: Item[];
  page: number;
  more: boolean;
}

export async function pageOfItems(page: number, kind: string, signal: AbortSignal): Promise<ItemPage> {
  const params = { page, kind: kind || undefined };
  const { data } = await api.get<{ items: ItemDto[]; size: number }>("/items", { params, signal });
  return { items: data.items.map(toItem), page, more: data.items.length === data.size };
}

export async function oneItem(id: string, signal: AbortSignal): Promise<Item> {
  const { data } = await api.get<ItemDto>(`/items/${id}`, { signal });
  return toItem(data);
}

export async function photosOf(id: string, signal?: AbortSignal): Promise<Photo[]> {
  const { data } = await api.get<{ photos: { url: string; taken_by: string }[] }>(`/items/${id}/photos`, { signal });
  return data.photos.map(({ url, taken_by }) => ({ url, takenBy: taken_by }));
}
