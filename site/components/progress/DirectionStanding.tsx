import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { progressWordsIn } from '../../i18n/progress-words.ts';

type Direction = ProgressFile['directions'][number];

/** How far a direction is, by what was counted. */
export function StandingMark({
  status,
  language,
}: Pick<Direction, 'status'> & { language: Language }) {
  const words = progressWordsIn(language);
  return <span className={`standing-mark ${status}`}>{words.directionStatus[status]}</span>;
}

/** A count with its full number, where that is known. */
export function countText(
  { measure, count, of }: Direction['counts'][number],
  language: Language,
): string {
  const words = progressWordsIn(language);
  const number = (value: number) => formatNumber(value, language);
  const text = of === null ? number(count) : words.countOf(number(count), number(of));
  return `${text} ${words.measures[measure]}`;
}

/** The standing of one direction with its words; what was not begun has no counts to show. */
export function DirectionStanding({
  file,
  id,
  language,
}: {
  file: Pick<ProgressFile, 'directions' | 'sample'>;
  id: string;
  language: Language;
}) {
  const entry = file.directions.find((direction) => direction.id === id);
  if (entry === undefined) return <>–</>;
  const { status, counts } = entry;
  // What nothing is counted for is no figure of the sample.
  const isSample = file.sample && status !== 'not-counted';
  const begun = status === 'not-begun' ? [] : counts;
  return (
    <>
      <StandingMark status={status} language={language} />
      {begun.map((count) => (
        <span key={count.measure}> · {countText(count, language)}</span>
      ))}
      {isSample && ' '}
      {isSample && <span className="tag">{progressWordsIn(language).sample}</span>}
    </>
  );
}

/** The day of the standings, or a note that nothing was entered yet. */
export function StandingNote({
  file,
  language,
}: {
  file: Pick<ProgressFile, 'directions' | 'sample' | 'today'>;
  language: Language;
}) {
  const words = progressWordsIn(language);
  const counted = file.directions.some(
    ({ status }) => status !== 'not-begun' && status !== 'not-counted',
  );
  return (
    <>
      {counted
        ? words.standingAsOf(formatDay(file.today, language))
        : words.standingNone(formatDay(file.today, language))}
      {file.sample && ' '}
      {file.sample && <span className="tag">{words.sample}</span>}
    </>
  );
}
