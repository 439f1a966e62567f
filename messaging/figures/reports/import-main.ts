// node messaging/figures/reports/import-main.ts [--dry-run] FILE… reads reports of Play Console and the App Store and csv files of
// manual figures into the installation's database. Exit code 1 when a file could not be read.
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { runCommand, WrongUse } from '../../../campaigns/command/run-command.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { formatCount } from '../../../campaigns/numbers.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import { loadConfig } from '../../config.ts';
import { openInstalledDatabase } from '../../platform/database/backup/back-up-before-migrating.ts';
import { createDecoders } from '../../platform/decoding/decoders.ts';
import { createClock } from '../../platform/process/clock.ts';
import { previewFile, type ReportOutcome, type Reports, takeReport } from './reports.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new WrongUse('Expected the path of a report, got nothing');
  const config = loadConfig(process.env);
  const decoders = createDecoders();
  const database = await openInstalledDatabase(config);
  try {
    const clock = createClock(() => config.campaignToday);
    const reports: Reports = {
      database,
      decoders,
      campaign: loadCampaign(config.campaign),
      directory: loadDirectory({ campaign: config.campaign }),
      now: () => new Date(),
      today: clock.today,
    };
    for (const path of positionals) {
      const file = { name: basename(path), path };
      try {
        const outcome = values['dry-run']
          ? await previewFile(reports, file, 'command-line')
          : await takeReport(reports, file, {
              actor: 'command-line',
              name: userInfo().username,
              way: 'command',
            });
        process.stdout.write(`${path}: ${describe(outcome)}\n`);
      } catch (error) {
        if (!(error instanceof ReportError) && (error as NodeJS.ErrnoException).code !== 'ENOENT')
          throw error;
        process.stderr.write(`${(error as Error).message}\n`);
        process.exitCode = 1;
      }
    }
  } finally {
    await decoders.close();
    await database.close();
  }
});

function describe(outcome: ReportOutcome): string {
  if (outcome.kind === 'known') {
    return `already read on ${toDay(new Date(outcome.report.readAt))} as ${outcome.report.name}`;
  }
  if (outcome.kind === 'pending' || outcome.kind === 'reason-missing')
    return 'falls or leaps: it waits in the console for a second officer';
  const { changes, totalBefore, totalAfter } = outcome.preview;
  const revised = changes.filter(({ before }) => before !== null).length;
  const total = (value: number | null) => (value === null ? 'none' : formatCount(value));
  const verb = outcome.kind === 'stored' ? 'stored' : 'would store';
  return `${verb} ${changes.length - revised} new days, ${revised} revised; downloads ${total(totalBefore)} → ${total(totalAfter)}`;
}
