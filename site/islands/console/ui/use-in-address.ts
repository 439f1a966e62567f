import { useEffect, useState } from 'react';
import { keepInAddress, openInAddress } from './keep-in-address.ts';

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
  const set = (put: typeof keepInAddress) => (next: string | null) => {
    put({ [name]: next });
    setValue(next);
  };
  return { value, open: set(openInAddress), keep: set(keepInAddress) };
}

function read(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}
