// node messaging/figures/reports/import-main.ts [--dry-run] FILE… reads reports of Play Console and the App Store and csv files of
// manual figures into the installation's database. Exit code 1 when a file could not be read.
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { expectFile, runCommand, WrongUse } from '../../../campaigns/command/run-command.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { Shown } from '../../../campaigns/held-acts/effect.ts';
import { formatCount } from '../../../campaigns/numbers.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { ReportError } from '../../../campaigns/tracker/report-error.ts';
import { loadConfig } from '../../config.ts';
import { createHeldActs } from '../../people/held-acts/held-acts.ts';
import { createPublicWords } from '../../people/public-words/public-words.ts';
import { openInstalledDatabase } from '../../platform/database/backup/back-up-before-migrating.ts';
import { createDecoders } from '../../platform/decoding/decoders.ts';
import { createClock } from '../../platform/process/clock.ts';
import { openReportActs, previewFile, type ReportOutcome, takeReport } from './reports.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new WrongUse('Expected the path of a report, got nothing');
  const config = loadConfig(process.env);
  // Before any is stored: the others would have to be told apart by the next call.
  positionals.forEach(expectFile);
  const decoders = createDecoders();
  const database = await openInstalledDatabase(config);
  try {
    const clock = createClock(() => config.campaignToday);
    const directory = loadDirectory({ campaign: config.campaign });
    const campaign = loadCampaign(config.campaign);
    const sources = {
      database,
      decoders,
      campaign,
      publicWords: createPublicWords({ config, campaign }),
      directory,
      now: () => new Date(),
      today: clock.today,
    };
    const reports = openReportActs(sources, createHeldActs({ database, clock, directory }));
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
        if (!(error instanceof ReportError)) throw error;
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
  if (outcome.kind === 'held') {
    const why = outcome.held.effect.findings.map(({ en }) => en).join('; ');
    return `waits for a second officer as number ${outcome.held.id} in the console: ${why}`;
  }
  const { changes, effect } = outcome.preview;
  const revised = changes.filter(({ before }) => before !== null).length;
  const moved = effect.changes.filter(({ aside }) => !aside);
  const say = (value: Shown) => (typeof value === 'number' ? formatCount(value) : 'none');
  const totals = moved.map(
    ({ what, before, after }) => `${what.en} ${say(before)} → ${say(after)}`,
  );
  const verb = outcome.kind === 'stored' ? 'stored' : 'would store';
  return `${verb} ${changes.length - revised} new days, ${revised} revised; ${totals.join('; ') || 'no total moves'}`;
}
