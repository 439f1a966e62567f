import { join } from 'node:path';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { makeInboxFolders, watchInbox } from './inbox-fs.ts';
import { openReportActs, takeReport } from './reports.ts';
import { storedRoutes } from './routes.ts';

/** The stores' reports and figures that HQ is given, by upload, by form and through the inbox folder. */
export function openReports({
  config,
  files,
  database,
  campaign,
  directory,
  clock,
  log,
  uploads,
  decoders,
  heldActs,
  publicWords,
}: House): Module {
  // Reports are read in real time: which of two holds is a matter of when, also while the campaign is replayed.
  const now = () => new Date();
  const sources = { database, decoders, campaign, directory, publicWords, now, today: clock.today };
  const reports = openReportActs(sources, heldActs);
  if (!files.shared) makeInboxFolders(join(config.dataDir, 'reports'));
  const inbox = watchInbox({
    files: files.room('reports'),
    take: (file, importedBy) => takeReport(reports, file, importedBy),
    onOutcome(file, outcome) {
      if (outcome instanceof Error)
        log.warn({ file, reason: outcome.message }, 'a report was not read');
      else log.info({ file, outcome: outcome.kind }, 'a report was read');
    },
  });
  return {
    name: 'reports',
    forms: storedRoutes({ reports, uploads }),
    close: inbox.stop,
  };
}
