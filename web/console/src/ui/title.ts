import { useEffect } from 'react';

/** Names the page in the tab; without text the tab says Suture alone. */
export function useTitle(text: string | undefined): void {
  useEffect(() => {
    document.title = text ? `${text} · Suture` : 'Suture';
  }, [text]);
}
