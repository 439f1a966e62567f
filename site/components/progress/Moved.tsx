import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';

interface MovedProps {
  by: number | null;
  of?: 'places' | 'bands';
  language: Language;
  /** Where there is room for a sentence; a table has its sign only. */
  inWords?: boolean;
}

/** Places or bands gained or lost since a week ago; nothing where it is the same, or was none. */
export function Moved({ by, of = 'places', language, inWords = false }: MovedProps) {
  const words = progressWordsIn(language);
  if (by === null || by === 0) return null;
  const places = formatNumber(Math.abs(by), language);
  const [up, down] =
    of === 'bands'
      ? [words.bandUp, words.bandDown]
      : [words.movedUp(places), words.movedDown(places)];
  return (
    <span className={by > 0 ? 'moved up' : 'moved down'}>
      <span aria-hidden="true">
        {by > 0 ? '▲' : '▼'} {!inWords && of === 'places' && places}
      </span>
      <span className={inWords ? undefined : 'sr-only'}>{by > 0 ? up : down}</span>
    </span>
  );
}
