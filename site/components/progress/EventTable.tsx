import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { curveEvents } from '../../../messaging/figures/annotations/curve-events-feature.ts';
import { annotationWordsIn } from '../../i18n/annotation-words.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { sayPair, wordsSide } from '../../i18n/own-language.ts';
import { nameDistrict, type ProgressProps } from './progress-page.ts';
import { TableHead } from './TableHead.tsx';

type Lift = ProgressFile['events'][number]['scans'];

/** Events by their number on the curve, each with what the counts did and how sure that is. */
export function EventTable({ file, places, language }: ProgressProps) {
  const words = annotationWordsIn(language);
  if (file.events.length === 0)
    return <p>{sayPair(curveEvents.empty ?? curveEvents.title, language)}</p>;
  return (
    <>
      <p className="detail">{words.eventsLead}</p>
      <table className="events">
        <TableHead texts={[words.event, words.downloads, words.scans]} />
        <tbody>
          {file.events.map(({ id, day, kind, title, district, downloads, scans, beside }, at) => (
            <tr key={id}>
              <th scope="row">
                <span className="event-number">{at + 1}</span> <strong>{title[language]}</strong>
                <span className="detail">
                  {[
                    formatDay(day, wordsSide(language)),
                    sayPair(curveEvents.fields.kind.options[kind], language),
                    district === null
                      ? words.wholeState
                      : nameDistrict(district, places.districts, language),
                  ].join(' · ')}
                </span>
                {beside > 0 && (
                  <span className="detail">{words.beside(formatNumber(beside, language))}</span>
                )}
              </th>
              <td data-label={words.downloads}>
                {downloads === null ? (
                  <span className="detail">{words.stateOnly}</span>
                ) : (
                  <LiftText lift={downloads} language={language} />
                )}
              </td>
              <td data-label={words.scans}>
                <LiftText lift={scans} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="detail">{words.method}</p>
    </>
  );
}

function LiftText({ lift, language }: { lift: Lift; language: Language }) {
  const words = annotationWordsIn(language);
  if (lift.kind === 'none') return <span className="detail">{words.none[lift.reason]}</span>;
  const { ratio, low, high, verdict } = lift;
  const size = `${Math.round(Math.abs(ratio - 1) * 100)}%`;
  const text =
    verdict === 'chance' ? words.chance : verdict === 'up' ? words.up(size) : words.down(size);
  return (
    <>
      <strong className={verdict}>{text}</strong>{' '}
      <span className="detail interval">{words.interval(signed(low), signed(high))}</span>
    </>
  );
}

/** A ratio as a change in per cent, with its sign. */
function signed(ratio: number): string {
  const change = Math.round((ratio - 1) * 100);
  return `${change < 0 ? '−' : '+'}${Math.abs(change)}%`;
}
