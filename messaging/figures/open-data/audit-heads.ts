import { formatCsv } from '../../../campaigns/tables/csv-writer.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { type AuditHead, formatHead } from '../../platform/database/audit-chain.ts';

/**
 * The heads of the audit log by day as a table, made once a day. Readers who keep one can tell later that entries were cut off,
 * by `npm run verify-audit -- HEAD`. A head tells nothing of any entry.
 */
export function openAuditHeads(
  list: (today: Day) => Promise<readonly (AuditHead & { day: Day })[]>,
  today: () => Day,
): () => Promise<string> {
  let made: { day: Day; table: Promise<string> } | undefined;
  return () => {
    const day = today();
    if (made?.day === day) return made.table;
    const table = list(day).then((heads) =>
      formatCsv([
        ['date', 'entries', 'hash', 'head'],
        ...heads.map((head) => [head.day, head.id, head.hash, formatHead(head)]),
      ]),
    );
    made = { day, table };
    table.catch(() => {
      made = undefined;
    });
    return table;
  };
}
