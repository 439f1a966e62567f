import { useSyncExternalStore } from 'react';

const wideScreen = '(min-width: 80rem)';

/** There is room for two columns. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(wideScreen);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(wideScreen).matches,
  );
}
