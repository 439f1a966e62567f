// npm run sample [-- --remove] fills an installation without real figures with data that is marked as sample wherever
// it shows, and sets the campaign's clock to 12.04.2019; --remove takes both away again.
import { parseArgs } from 'node:util';
import { defaultCampaign } from '../../../campaigns/campaign-folder-fs.ts';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { runCommand } from '../../../campaigns/command/run-command.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { loadConfig } from '../../config.ts';
import { openInstalledDatabase } from '../../platform/database/backup/back-up-before-migrating.ts';
import { loadSample, removeSample } from './sample-data.ts';

await runCommand(async () => {
  const { values } = parseArgs({ options: { remove: { type: 'boolean', default: false } } });
  const config = loadConfig(process.env);
  // Its days, districts and texts are those of this campaign.
  if (config.campaign !== defaultCampaign)
    throw new Error(
      `Expected CAMPAIGN=${defaultCampaign}, whose sample data it is, got ${config.campaign}`,
    );
  const database = await openInstalledDatabase(config);
  try {
    if (values.remove) {
      const removed = await removeSample(database);
      say(
        removed
          ? 'The sample data is gone; the campaign has its own clock again.'
          : 'No sample data was loaded.',
      );
    } else {
      const outcome = await loadSample(database, {
        directory: loadDirectory({ campaign: config.campaign }),
        campaign: loadCampaign(config.campaign),
      });
      if (outcome.kind === 'loaded') {
        say(
          `Loaded ${outcome.activities} activities, ${outcome.readings} figures, ${outcome.scans} days of scans, ${outcome.blasts} blasts and ${outcome.notes} press notes, all marked SAMPLE.`,
        );
        say('The campaign’s clock shows 12.04.2019. `npm run sample -- --remove` takes it away.');
      } else if (outcome.kind === 'already') say('The sample data is loaded already.');
      else {
        const { activities, reports, scans, phone, notes } = outcome.real;
        process.stderr.write(
          `Expected an installation without figures, got ${activities} activities, ${reports} reports, ${scans} days of scans, ${phone} of messages and ${notes} press notes: sample data is not mixed with real data.\n`,
        );
        process.exitCode = 1;
      }
    }
  } finally {
    await database.close();
  }
});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
