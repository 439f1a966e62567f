import { annotationWordsIn } from '../../i18n/annotation-words.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { wordsSide } from '../../i18n/own-language.ts';
import type { ProgressProps } from './progress-page.ts';

/** Totals of what services brought to citizens, each with its day and its source. */
export function Outcomes({ file, language }: Pick<ProgressProps, 'file' | 'language'>) {
  const words = annotationWordsIn(language);
  if (file.outcomes.length === 0) return <p>{words.noOutcomes}</p>;
  return (
    <>
      <p className="detail">{words.outcomesLead}</p>
      <dl className="figures outcomes">
        {file.outcomes.map(({ id, name, count, from, asOf, closedInDays, source, url }) => (
          <div key={id}>
            <dt>{name[language]}</dt>
            <dd className="value">{formatNumber(count, language)}</dd>
            <dd className="detail">
              {from != null && `${words.since(formatDay(from, wordsSide(language)))} `}
              {words.upTo(formatDay(asOf, wordsSide(language)))}
              {closedInDays != null && ` · ${words.closedIn(closedInDays.toFixed(1))}`} ·{' '}
              {words.source}:{' '}
              {url === null ? (
                source
              ) : (
                <a href={url} rel="noopener noreferrer">
                  {source}
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
