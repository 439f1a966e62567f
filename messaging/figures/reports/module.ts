import { join } from 'node:path';
import multipart from '@fastify/multipart';
import type { Logger } from 'pino';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { Files } from '../../platform/files/open-files.ts';
import type { Module } from '../../platform/http/module.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { makeInboxFolders, watchInbox } from './inbox-fs.ts';
import { takeReport } from './reports.ts';
import { registerReports } from './routes.ts';

/** The stores' reports and figures that HQ is given, by upload, by form and through the inbox folder. */
export function openReports(options: {
  config: Pick<Config, 'dataDir'>;
  files: Pick<Files, 'room' | 'shared'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  clock: Clock;
  log: Logger;
  uploads: UploadRoom;
  decoders: Decoders;
}): Module {
  const { config, files, database, campaign, directory, clock, log, uploads, decoders } = options;
  // Reports are read in real time: which of two holds is a matter of when, also while the campaign is replayed.
  const now = () => new Date();
  const reports = { database, decoders, campaign, directory, now, today: clock.today };
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
    async register({ api }) {
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        registerReports(forms, { reports, uploads });
      });
    },
    close: inbox.stop,
  };
}
