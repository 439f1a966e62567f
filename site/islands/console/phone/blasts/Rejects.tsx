import type { Audience } from '../../../../../messaging/phone/audiences/audiences-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useBlastWords } from './use-blast-words.ts';

/** Rows that were not taken, by reason, with the rows themselves to save. */
export function Rejects({ audience }: { audience: Audience }) {
  const { language } = useConsole();
  const words = useBlastWords();
  const rows = Object.entries(audience.rejects).toSorted(([, left], [, right]) => right - left);
  const all = rows.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return <p>{words.rejects.none}</p>;
  return (
    <>
      <p>{words.rejects.some(formatNumber(all, language))}</p>
      <ul>
        {rows.map(([reason, count]) => (
          <li key={reason}>
            {words.rejects.reasons[reason] ?? reason}: {formatNumber(count, language)}
          </li>
        ))}
      </ul>
      <p>
        <a
          className="button quiet"
          href={makeAddress('GET /api/audiences/:id/rejects.csv', { params: { id: audience.id } })}
          download
        >
          {words.rejects.save}
        </a>
      </p>
    </>
  );
}
