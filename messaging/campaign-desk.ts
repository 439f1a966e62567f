import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Directory } from '../campaigns/directory/station.ts';
import type { OwnedCode } from '../campaigns/links/registry.ts';
import { createActivityBook } from './activities/activity-book.ts';
import { createPhotoProof } from './activities/photo-proof.ts';
import { openPhotoReader } from './activities/photo-reader.ts';
import type { Config } from './config.ts';
import { writeAudit } from './database/audit-log-sql.ts';
import type { Database } from './database/database.ts';
import type { Clock } from './process/clock.ts';
import { startLiveProgress } from './progress/live-progress.ts';
import { watchInbox } from './reports/inbox-fs.ts';
import { createReportImport } from './reports/report-import.ts';
import { keepNotes } from './review-notes/kept-notes-fs.ts';
import { monthlyNote } from './review-notes/monthly-note.ts';

export interface CampaignDeskDependencies {
  config: Pick<Config, 'dataDir'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  clock: Clock;
  ownerOf: (code: string) => OwnedCode | undefined;
  log: Logger;
}

export type CampaignDesk = ReturnType<typeof openCampaignDesk>;

/** Everything that tells how far the campaign got: activities with their pictures, reports, and the live progress. */
export function openCampaignDesk(dependencies: CampaignDeskDependencies) {
  const { config, database, campaign, directory, clock, ownerOf, log } = dependencies;
  const photoDir = join(config.dataDir, 'photos');
  const reader = openPhotoReader();
  const book = createActivityBook({
    database,
    directory,
    firstDay: campaign.goal.startsOn,
    today: clock.today,
  });
  const proof = createPhotoProof({
    database,
    book,
    reader,
    photoDir,
    ownerOf,
    linkHost: campaign.links.host,
  });
  // Reports are read in real time: which of two holds is a matter of when, also while the campaign is replayed.
  const desk = createReportImport({
    database,
    campaign,
    now: () => new Date(),
    today: clock.today,
  });
  const inbox = watchInbox({
    folder: join(config.dataDir, 'reports'),
    desk,
    onOutcome(file, outcome) {
      if (outcome instanceof Error)
        log.warn({ file, reason: outcome.message }, 'a report was not read');
      else log.info({ file, outcome: outcome.kind }, 'a report was read');
    },
  });
  const progress = startLiveProgress({
    handle: database.orm,
    campaign,
    directory,
    clock,
    dataDir: config.dataDir,
    onTrouble: (error) => log.warn(error, 'the progress is not up to date'),
  });
  const source = { handle: database.orm, campaign, directory };
  const notes = keepNotes({
    folder: join(config.dataDir, 'review-notes'),
    months: {
      first: campaign.goal.startsOn.slice(0, 7),
      last: campaign.goal.endsOn.slice(0, 7),
    },
    async today() {
      const { sample, today } = (await progress.current()).file;
      return sample ? null : today;
    },
    make: (month, today) => monthlyNote(source, { month, today, sample: false }),
    onKept: (month, sha256) =>
      database.orm.transaction(async (tx) => {
        await writeAudit(tx, {
          actor: 'service',
          action: 'review-note.keep',
          subject: `review-note/${month}`,
          after: { sha256 },
        });
      }),
    onTrouble: (error) => log.warn(error, 'the review note could not be kept; tried again'),
  });
  return {
    campaign,
    database,
    directory,
    book,
    proof,
    photoDir,
    desk,
    progress,
    source,
    notes,
    async close(): Promise<void> {
      await notes.stop();
      await progress.stop();
      await inbox.stop();
      await reader.close();
    },
  };
}
