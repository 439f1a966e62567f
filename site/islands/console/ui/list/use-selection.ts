import { useState } from 'react';

export interface Selection {
  chosen: ReadonlySet<string>;
  toggle(id: string): void;
  choose(ids: readonly string[]): void;
}

/** What of a list is chosen; what is no longer in it is chosen no longer. */
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
    choose: (wanted) => setKept(new Set(wanted)),
  };
}
