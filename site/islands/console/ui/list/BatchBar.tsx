import type { ReactNode } from 'react';
import { formatNumber } from '../../../../i18n/format.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole } from '../console-context.ts';
import type { Selection } from './use-selection.ts';

interface BatchBarProps {
  selection: Selection;
  ids: readonly string[];
  /** Buttons for the chosen rows. */
  children: ReactNode;
}

/** Counts the chosen rows and acts on them; it stays at hand above the tabs. */
export function BatchBar({ selection, ids, children }: BatchBarProps) {
  const { language } = useConsole();
  const words = listWordsIn(language);
  const { chosen } = selection;
  const whole = chosen.size === ids.length;
  return (
    <div className="actions batch">
      <strong role="status">{words.chosen(formatNumber(chosen.size, language))}</strong>
      <button type="button" className="link" onClick={() => selection.choose(whole ? [] : ids)}>
        {whole ? words.chooseNone : words.chooseAll}
      </button>
      <span className="row">{children}</span>
    </div>
  );
}
