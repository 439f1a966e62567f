import type { Segment } from '../../../../../messaging/phone/audiences/audiences-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { useBlastWords } from './use-blast-words.ts';
import { useFirstRows } from './use-first-rows.tsx';

/** Members by district, the most first, with a column for each language. */
export function SegmentTable({ segments }: { segments: readonly Segment[] }) {
  const { language, words: shared } = useConsole();
  const nameDistrict = useDistrictName();
  const words = useBlastWords();
  const byDistrict = new Map<string | null, { hi: number; en: number }>();
  const all = { hi: 0, en: 0 };
  for (const { district, language: spoken, members } of segments) {
    const name = spoken === 'en' ? 'en' : 'hi';
    const row = byDistrict.get(district) ?? { hi: 0, en: 0 };
    row[name] += members;
    all[name] += members;
    byDistrict.set(district, row);
  }
  const rows = [...byDistrict].toSorted(
    ([, left], [, right]) => right.hi + right.en - left.hi - left.en,
  );
  const { shown, more } = useFirstRows(rows);
  const count = (value: number) => formatNumber(value, language);
  return (
    <>
      <table className="figures-table">
        <caption>{words.segments.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{shared.district}</th>
            <th scope="col">{words.languages.hi}</th>
            <th scope="col">{words.languages.en}</th>
            <th scope="col">{words.segments.all}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([district, { hi, en }]) => (
            <tr key={district ?? ''}>
              <th scope="row">
                {district === null ? words.segments.noDistrict : nameDistrict(district)}
              </th>
              <td>{count(hi)}</td>
              <td>{count(en)}</td>
              <td>{count(hi + en)}</td>
            </tr>
          ))}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{words.segments.all}</th>
              <td>{count(all.hi)}</td>
              <td>{count(all.en)}</td>
              <td>{count(all.hi + all.en)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {more}
    </>
  );
}
