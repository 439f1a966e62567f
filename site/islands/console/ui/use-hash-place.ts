import { useEffect } from 'react';

/** Leads to a part of the view that a link names, once it is there: it is drawn after the browser looked for it. */
export function useHashPlace(id: string): void {
  useEffect(() => {
    if (location.hash === `#${id}`) document.getElementById(id)?.scrollIntoView();
  }, [id]);
}
