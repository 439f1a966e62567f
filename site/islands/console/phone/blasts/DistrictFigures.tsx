import type { MessageChannel } from '../../../../../messaging/contract/values.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { DistrictMap } from './DistrictMap.tsx';
import { figureWords } from './figure-words.ts';
import { summarise } from './figures.ts';
import { useBlastWords } from './use-blast-words.ts';
import { useFirstRows } from './use-first-rows.tsx';

/** Figures of each district once the blast has ended; the largest first. */
export function DistrictFigures({
  rows,
  channel,
}: {
  rows: BlastDetail['byDistrict'];
  channel: MessageChannel;
}) {
  const { language, words: shared } = useConsole();
  const nameDistrict = useDistrictName();
  const words = useBlastWords();
  const count = (value: number) => formatNumber(value, language);
  const names = figureWords(words, channel);
  const sorted = rows
    .map(({ district, figures }) => ({ district, ...summarise(figures) }))
    .toSorted((left, right) => right.all - left.all);
  const { shown, more } = useFirstRows(sorted);
  const contacts = new Map(
    sorted.flatMap(({ district, sent }) =>
      district === null || sent === 0 ? [] : [[district, sent] as const],
    ),
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="by-district">
      <h3 id="by-district">{words.byDistrict}</h3>
      <div className={contacts.size > 1 ? 'map-and-table' : undefined}>
        {contacts.size > 1 && (
          <DistrictMap contacts={contacts} name={names.sent} tableId="district-figures" />
        )}
        <div>
          <table className="figures-table" id="district-figures">
            <thead>
              <tr>
                <th scope="col">{shared.district}</th>
                <th scope="col">{names.sent}</th>
                <th scope="col">{names.delivered}</th>
                <th scope="col">{names.failed}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ district, sent, delivered, failed }) => (
                <tr key={district ?? ''}>
                  <th scope="row">
                    {district === null ? words.segments.noDistrict : nameDistrict(district)}
                  </th>
                  <td>{count(sent)}</td>
                  <td>{count(delivered)}</td>
                  <td>{count(failed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {more}
        </div>
      </div>
    </section>
  );
}
