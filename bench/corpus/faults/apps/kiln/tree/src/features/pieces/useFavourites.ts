import { useEffect, useState } from 'react';

const KEY = 'kiln/favourites';

function kept(): string[] {
  try {
    const { ids } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return Array.isArray(ids) ? ids : [];
  } catch {
    return [];
  }
}

export function useFavourites() {
  const [favourites, setFavourites] = useState(kept);
  useEffect(() => {
    localStorage.setItem(KEY, JSON.stringify({ ids: favourites }));
  }, [favourites]);
  const toggle = (id: string) =>
    setFavourites((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]));
  return { favourites, toggle };
}
