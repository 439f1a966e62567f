import { useEffect, useState } from 'react';
import { useMe } from './console-context.ts';

/** Puts what is shown into the address of the page, so that a link leads to it; an empty value is taken out. */
export function keepInAddress(values: Readonly<Record<string, string | null>>): void {
  history.replaceState(history.state, '', makeAddress(values));
}

/** The same as a separate entry in the browser's history, so that "back" leads to what was shown before. */
export function openInAddress(values: Readonly<Record<string, string | null>>): void {
  const address = makeAddress(values);
  if (address.href !== location.href) history.pushState(null, '', address);
}

function makeAddress(values: Readonly<Record<string, string | null>>): URL {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  return address;
}

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

/**
 * The query of the address when the view was opened. Views write into it themselves, and are drawn again whenever
 * counts come in: reading the address at each render would reset them.
 */
export function useAsked(): URLSearchParams {
  const [asked] = useState(() => new URLSearchParams(location.search));
  return asked;
}

/** The officer's own district; of another office the one that the address names, or none. */
export function useLinkedDistrict(): string {
  const { role, area } = useMe();
  const asked = useAsked().get('district');
  return (role === 'district' ? area : asked) ?? '';
}
