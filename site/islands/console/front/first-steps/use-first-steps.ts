import { useCallback, useSyncExternalStore } from 'react';
import { useMe } from '../../ui/console-context.ts';

export const firstSteps = ['look', 'correct', 'print'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** `new` before the officer began, `ended` once they are done or left out. */
type Progress = FirstStep | 'new' | 'ended';

/** Tells the parts of this page; other pages hear of it by the browser. */
const changed = 'first-steps';

/** How far the officer is with the first steps; this phone remembers it, and the help page restarts them. */
export function useFirstSteps(): { progress: Progress; go: (to: Progress) => void } {
  const { id, role } = useMe();
  const key = `${changed} ${id}`;
  const progress = useSyncExternalStore(subscribe, () =>
    role === 'district' ? read(key) : 'ended',
  );
  const go = useCallback(
    (to: Progress) => {
      try {
        localStorage.setItem(key, to);
      } catch {
        // A browser that keeps nothing shows them again.
      }
      window.dispatchEvent(new Event(changed));
    },
    [key],
  );
  return { progress, go };
}

function read(key: string): Progress {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'ended' ? kept : (firstSteps.find((step) => step === kept) ?? 'new');
  } catch {
    return 'ended';
  }
}

function subscribe(listener: () => void): () => void {
  for (const event of [changed, 'storage']) window.addEventListener(event, listener);
  return () => {
    for (const event of [changed, 'storage']) window.removeEventListener(event, listener);
  };
}
