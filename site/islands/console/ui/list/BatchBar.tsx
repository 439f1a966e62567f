import type { ReactNode } from 'react';
import { formatNumber } from '../../../../i18n/format.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole } from '../console-context.ts';
import type { Selection } from './use-selection.ts';

interface BatchBarProps {
  selection: Selection;
  ids: readonly string[];
  /** What is done with what is chosen. */
  children: ReactNode;
}

/** How many rows are chosen and what is done with them; it stays at hand above the tabs. */
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
