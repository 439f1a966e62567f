import { clickShare, type ShareInterval } from '../../../../../campaigns/messages/click-share.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { classLinkWordsIn } from './class-link-words.ts';
import { ShareCell } from './ShareCell.tsx';
import { trialWordsIn } from './trial-words.ts';
import { useBlastWords } from './use-blast-words.ts';
import { useFirstRows } from './use-first-rows.tsx';

/** How many of each class opened their link; those of few people last, in one row. */
export function ClassFigures({ rows }: { rows: BlastDetail['byClass'] }) {
  const { language } = useConsole();
  const nameDistrict = useDistrictName();
  const { segments, figures } = useBlastWords();
  const words = classLinkWordsIn(language);
  const sorted = rows.toSorted(
    (one, other) =>
      Number(one.language === null) - Number(other.language === null) || other.sent - one.sent,
  );
  const { shown, more } = useFirstRows(sorted);
  if (rows.length === 0) return null;
  const nameClass = (row: BlastDetail['byClass'][number]) =>
    row.language === null
      ? words.small
      : `${row.lot === null ? '' : `${trialWordsIn(language).names[row.lot]}: `}${row.district === null ? segments.noDistrict : nameDistrict(row.district)}, ${words.languages[row.language === 'en' ? 'en' : 'hi']}`;
  const sum = (key: 'sent' | 'delivered' | 'people') =>
    rows.reduce((total, row) => total + row[key], 0);
  const sums = { sent: sum('sent'), delivered: sum('delivered'), people: sum('people') };
  return (
    <section aria-labelledby="by-class">
      <h3 id="by-class">{words.title}</h3>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{words.class}</th>
            <th scope="col">{figures.sent}</th>
            <th scope="col">{figures.delivered}</th>
            <th scope="col">{words.opened}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.district} ${row.language} ${row.lot}`}>
              <th scope="row">{nameClass(row)}</th>
              <Cells {...row} />
            </tr>
          ))}
          <tr>
            <th scope="row">{words.sum}</th>
            <Cells {...sums} clicks={clickShare(sums.people, sums.sent)} />
          </tr>
        </tbody>
      </table>
      {more}
    </section>
  );
}

interface CellsProps {
  sent: number;
  delivered: number;
  people: number;
  clicks: ShareInterval | null;
}

function Cells({ sent, delivered, people, clicks }: CellsProps) {
  const { language } = useConsole();
  return (
    <>
      {[sent, delivered, people].map((value, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
        <td key={place}>{formatNumber(value, language)}</td>
      ))}
      <ShareCell share={clicks} />
    </>
  );
}
