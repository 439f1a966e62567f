import type { House } from '../../kit/house.ts';
import { listDayHeads } from '../../platform/database/audit-log-sql.ts';
import type { Module } from '../../platform/http/module.ts';
import type { LiveProgress } from '../progress/live-progress.ts';
import { openAuditHeads } from './audit-heads.ts';
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
