// npm run sample [-- --remove] starts practice: a campaign in full run at 12.04.2019, in a folder and a database of its own
// below DATA_DIR, on PRACTICE_PORT; --remove deletes both.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultCampaign } from '../../../campaigns/campaign-folder-fs.ts';
import { asCalledHere } from '../../../campaigns/command/called-here-fs.ts';
import { runCommand } from '../../../campaigns/command/run-command.ts';
import { practiceFolder } from '../../../campaigns/practice-fs.ts';
import { loadConfig } from '../../config.ts';
import { layOutPractice, removePractice } from './practice-folder-fs.ts';

const program = join(import.meta.dirname, '../../../assets/deploy/program.ts');

await runCommand(async () => {
  const { values } = parseArgs({ options: { remove: { type: 'boolean', default: false } } });
  const { campaign, dataDir, published } = loadConfig(process.env);
  // Its days, districts and texts are those of this campaign.
  if (campaign !== defaultCampaign)
    throw new Error(
      `Expected CAMPAIGN=${defaultCampaign}, whose sample data it is, got ${campaign}`,
    );
  const folder = published.practice ? dataDir : practiceFolder(dataDir);
  if (values.remove) {
    const { files, bytes } = removePractice(folder);
    const size = `${files} files, ${Math.ceil(bytes / 1e6)} MB`;
    return say(
      `Deleted the practice in ${folder}, with its database, letters and pictures: ${size}.`,
    );
  }
  const loaded = await layOutPractice(folder);
  say(
    loaded.kind === 'already'
      ? `Practice goes on in ${folder}, as it was left.`
      : `Loaded ${loaded.activities} activities, ${loaded.readings} figures, ${loaded.scans} days of scans, ${loaded.blasts} blasts and ${loaded.notes} press notes into ${folder}: none is real, and nothing there reaches anybody.`,
  );
  say('`up-cop-outreach sample --remove` deletes all of it.');
  const start = [process.execPath, ...process.execArgv, program, 'start'];
  process.execve?.(process.execPath, start, { ...process.env, DATA_DIR: folder });
});

function say(text: string): void {
  process.stdout.write(`${asCalledHere(text)}\n`);
}
