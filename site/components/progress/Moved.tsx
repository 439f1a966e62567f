import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';

interface MovedProps {
  by: number | null;
  language: Language;
  /** Where there is room for a sentence; a table has its sign only. */
  inWords?: boolean;
}

/** Places gained or lost since a week ago; nothing where it is the same, or was none. */
export function Moved({ by, language, inWords = false }: MovedProps) {
  const words = progressWordsIn(language);
  if (by === null || by === 0) return null;
  const places = formatNumber(Math.abs(by), language);
  return (
    <span className={by > 0 ? 'moved up' : 'moved down'}>
      <span aria-hidden="true">
        {by > 0 ? '▲' : '▼'} {!inWords && places}
      </span>
      <span className={inWords ? undefined : 'sr-only'}>
        {by > 0 ? words.movedUp(places) : words.movedDown(places)}
      </span>
    </span>
  );
}
