import { type ReactNode, useState } from 'react';
import { groupFields } from '../../../../../campaigns/messages/draft-fields.ts';
import { providerCode } from '../../../../../campaigns/words/provider-codes.ts';
import type { Segment } from '../../../../../messaging/phone/audiences/audiences-schemas.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { blastWordsIn } from './blast-words.ts';

import { describeCap, type LeftOut, listCounts } from './left-out.ts';
import { listWordsIn } from './list-words.ts';

interface WhoGetsItProps {
  detail: Pick<BlastDetail, 'blast' | 'estimate'>;
  /** Shown while the fields hold another choice than the counted one. */
  instead?: string | undefined;
  /** Districts are shown too, and not folded. */
  whole?: boolean;
}

/** The rows of the list, whom each rule leaves out, and how many get it. */
export function WhoGetsIt({ detail, instead, whole = false }: WhoGetsItProps) {
  const { blast, estimate } = detail;
  const { language, words, format } = useConsole(blastWordsIn);
  const listWords = listWordsIn(language);
  // A retry goes to those who failed, of whom the list knows nothing.
  const name = blast.parentId === null ? 'GET /api/audiences/:id' : null;
  const { state } = useLoad(name, { params: { id: blast.audienceId } });
  if (estimate === null || instead !== undefined) {
    return <p role="status">{instead ?? words.content.counting}</p>;
  }
  const count = format.number;
  return (
    <div className="who-gets-it">
      {state.kind === 'loaded' && <CountTable {...state.value} blast={blast} estimate={estimate} />}
      <p className={estimate.recipients === 0 ? 'how-many none' : 'how-many'} role="status">
        <strong>{words.sheet.goesTo(count(estimate.recipients))}</strong> ·{' '}
        {listWords.audience.about(format.rupees(estimate.paise))}
      </p>
      {state.kind === 'loaded' && (
        <details open={whole}>
          <summary>{words.segments.caption}</summary>
          <SegmentTable
            segments={state.value.segments.filter(
              ({ district, language: spoken }) =>
                (blast.districts?.includes(district ?? '') ?? true) &&
                (blast.selection.onlyLanguage ?? spoken) === spoken,
            )}
          />
        </details>
      )}
    </div>
  );
}

type CountTableProps = Pick<BlastDetail, 'blast'> &
  Omit<Parameters<typeof listCounts>[0], 'districts' | 'isNarrowed'>;

function CountTable({ blast, ...counted }: CountTableProps) {
  const { language, words, format } = useConsole(blastWordsIn);
  const listWords = listWordsIn(language);
  const { rows, rejected, taken, left, sent } = listCounts({
    ...counted,
    districts: blast.districts,
    isNarrowed: groupFields.some((name) => blast.selection[name] !== null),
  });
  const count = format.number;
  const names: Record<string, string> = {
    ...listWords.rejects.reasons,
    outside: words.sheet.outside,
    'outside-group': words.sheet.outsideGroup,
    'frequency-cap': words.sheet.capped(describeCap(blast.selection, words)),
  };
  const less = ({ rule, count: without }: LeftOut) => (
    <tr key={rule} className="less">
      <th scope="row">{names[rule] ?? providerCode(rule, language) ?? rule}</th>
      <td>−{count(without)}</td>
    </tr>
  );
  return (
    <table className="figures-table counts">
      <caption>{words.sheet.counts}</caption>
      <tbody>
        <tr>
          <th scope="row">{words.sheet.rowsRead}</th>
          <td>{count(rows)}</td>
        </tr>
        {rejected.map(less)}
        <tr>
          <th scope="row">{words.sheet.taken}</th>
          <td>{count(taken)}</td>
        </tr>
        {left.map(less)}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.sheet.sent}</th>
          <td>{count(sent)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Members by district, the most first, with a column for each language. */
export function SegmentTable({ segments }: { segments: readonly Segment[] }) {
  const { words: shared, format } = useConsole();
  const nameDistrict = useDistrictName();
  const { words } = useConsole(blastWordsIn);
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
  const count = format.number;
  return (
    <>
      <FigureTable
        caption={words.segments.caption}
        rows={shown}
        keyOf={([district]) => district ?? ''}
        columns={[
          [
            shared.district,
            ([district]) =>
              district === null ? words.segments.noDistrict : nameDistrict(district),
          ],
          [words.languages.hi, ([, { hi }]) => count(hi)],
          [words.languages.en, ([, { en }]) => count(en)],
          [words.segments.all, ([, { hi, en }]) => count(hi + en)],
        ]}
        foot={
          rows.length > 1 && (
            <tr>
              <th scope="row">{words.segments.all}</th>
              <td>{count(all.hi)}</td>
              <td>{count(all.en)}</td>
              <td>{count(all.hi + all.en)}</td>
            </tr>
          )
        }
      />
      {more}
    </>
  );
}

const firstRows = 8;
/** A few more than that are shown at once: a button would take their place. */
const slackRows = 4;

/** The first rows of a table that may have one for each of 75 districts, and the button that shows the others. */
export function useFirstRows<T>(rows: readonly T[]): { shown: readonly T[]; more: ReactNode } {
  const { words, format } = useConsole(blastWordsIn);
  const [open, setOpen] = useState(false);
  if (rows.length <= firstRows + slackRows) return { shown: rows, more: null };
  return {
    shown: open ? rows : rows.slice(0, firstRows),
    more: (
      <button
        type="button"
        className="link more-rows"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? words.rows.fewer : words.rows.all(format.number(rows.length))}
      </button>
    ),
  };
}
