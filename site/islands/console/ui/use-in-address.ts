import { useEffect, useState } from 'react';

/**
 * A value that the address of the page holds. Opening something makes an entry of the browser's history, so that "back"
 * closes it again; `keep` corrects the present entry.
 */
export function useInAddress(name: string) {
  const [value, setValue] = useState(() => read(name));
  useEffect(() => {
    const back = () => setValue(read(name));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [name]);
  const set = (next: string | null, way: 'pushState' | 'replaceState') => {
    const address = new URL(location.href);
    if (next === null) address.searchParams.delete(name);
    else address.searchParams.set(name, next);
    if (address.href !== location.href) history[way](null, '', address);
    setValue(next);
  };
  return {
    value,
    open: (next: string | null) => set(next, 'pushState'),
    keep: (next: string | null) => set(next, 'replaceState'),
  };
}

function read(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}
