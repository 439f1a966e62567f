import { useState } from 'react';

export interface Selection {
  chosen: ReadonlySet<string>;
  toggle(id: string): void;
  choose(ids: readonly string[]): void;
}

/** The chosen rows of a list; a row that leaves the list is no longer chosen. */
export function useSelection(ids: readonly string[], first: readonly string[] = []): Selection {
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set(first));
  const chosen = new Set(ids.filter((id) => kept.has(id)));
  return {
    chosen,
    toggle(id) {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      setKept(next);
    },
    choose: (keys) => setKept(new Set(keys)),
  };
}
