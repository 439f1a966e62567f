import { useSyncExternalStore } from 'react';

/** The part of the page that the address names, with its #; a link that changes nothing else opens no page anew. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash);
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}
