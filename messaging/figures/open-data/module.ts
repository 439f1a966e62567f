import { formatCsv } from '../../../campaigns/tables/csv-writer.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { House } from '../../kit/house.ts';
import { type AuditHead, formatHead } from '../../platform/database/audit-chain.ts';
import { listDayHeads } from '../../platform/database/audit-log-sql.ts';
import type { Module } from '../../platform/http/module.ts';
import type { LiveProgress } from '../progress/live-progress.ts';
import { openCharts } from './charts.ts';
import { openOpenFigures } from './open-figures.ts';
import { registerOpenData } from './routes.ts';

/** The campaign's figures for everybody's use. */
export function openOpenData(
  options: House & {
    live: LiveProgress;
  },
): Module {
  const { campaign, directory, live, database, clock } = options;
  const { publicUrl } = options.config;
  return {
    name: 'open-data',
    register: ({ pages }) =>
      registerOpenData(pages, {
        figures: openOpenFigures({ live, campaign, directory, publicUrl }),
        charts: openCharts(directory),
        readAuditHeads: openAuditHeads(
          (today) => listDayHeads(database.pool, today),
          () => clock.today(),
        ),
        publicUrl,
        licenceUrl() {
          const licence = campaign.openData?.licence;
          return licence?.confirmed === true ? licence.url : undefined;
        },
      }),
  };
}

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
