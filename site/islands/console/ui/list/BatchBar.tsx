import { type ReactNode, useState } from 'react';
import { formatNumber } from '../../../../i18n/format.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole } from '../console-context.ts';
import { Button } from '../parts.tsx';

interface BatchBarProps {
  selection: Selection;
  ids: readonly string[];
  /** Buttons for the chosen rows. */
  children: ReactNode;
}

/** Counts the chosen rows and acts on them; it stays at hand above the tabs. */
export function BatchBar({ selection, ids, children }: BatchBarProps) {
  const { language, words } = useConsole(listWordsIn);
  const { chosen } = selection;
  const whole = chosen.size === ids.length;
  return (
    <div className="actions batch">
      <strong role="status">{words.chosen(formatNumber(chosen.size, language))}</strong>
      <Button look="link" onClick={() => selection.choose(whole ? [] : ids)}>
        {whole ? words.chooseNone : words.chooseAll}
      </Button>
      <span className="row">{children}</span>
    </div>
  );
}

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
