import { formatMonth } from '../../../campaigns/numbers.ts';
import { annotationWordsIn } from '../../i18n/annotation-words.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { wordsSide } from '../../i18n/own-language.ts';
import type { ProgressProps } from './progress-page.ts';

/** The goals one after the other, and beside them totals that others stated. */
export function Ladder({ file, places, language }: ProgressProps) {
  const words = annotationWordsIn(language);
  const { ladder, milestones } = places;
  const findState = (downloads: number) => {
    const earlier = file.earlier?.find((goal) => goal.downloads === downloads);
    if (earlier !== undefined) return earlier.reached ? 'reached' : 'over';
    return file.goal.downloads === downloads ? 'now' : 'next';
  };
  return (
    <div className="ladder">
      <ol className="plain">
        {ladder.map(({ downloads, endsOn, source }) => {
          const state = findState(downloads);
          return (
            <li key={downloads} className={state}>
              <strong>
                {words.goal(
                  formatNumber(downloads, language),
                  formatDay(endsOn, wordsSide(language)),
                )}
              </strong>{' '}
              <span className="state-mark">{words.ladderStates[state]}</span>
              <span className="detail">{source[language]}</span>
            </li>
          );
        })}
      </ol>
      {milestones.length > 0 && (
        <div>
          <h3>{words.milestones}</h3>
          <p className="detail">{words.milestonesLead}</p>
          <ul className="plain">
            {milestones.map(({ downloads, over, month, source }) => (
              <li key={month}>
                <strong>
                  {formatMonth(month, wordsSide(language))}:{' '}
                  {over
                    ? words.over(formatNumber(downloads, language))
                    : formatNumber(downloads, language)}
                </strong>
                <span className="detail">{source[language]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
