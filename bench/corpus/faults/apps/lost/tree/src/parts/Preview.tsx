import { useEffect, useState } from "react";
import { type Item, type Photo, photosOf } from "../services/items";

/** The photo that the office chose for a thing. */
export function Preview({ item }: { item: Item }) {
  const [photos, setPhotos] = useState<Photo[]>([]);

  useEffect(() => {
    const aborter = new AbortController();
    setPhotos([]);
    photosOf(item.id, aborter.signal).then(setPhotos, () => undefined);
    return () => aborter.abort();
  }, [item.id]);

  if (photos.length === 0) return <p>{`No photo of ${item.kind}`}</p>;
  const { takenBy } = photos[item.cover];
  return <p>{`${item.kind}, photo by ${takenBy}`}</p>;
}
