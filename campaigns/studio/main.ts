import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultCampaign } from '../campaign-folder-fs.ts';
import { loadCampaign } from '../campaign-fs.ts';
import { runCommand, WrongUse } from '../command/run-command.ts';
import { publishedIn } from '../published-fs.ts';
import { toDay } from '../tracker/clock.ts';
import { answerOptions, askAnswers } from './ask-answers.ts';
import { exportCampaign } from './export-fs.ts';
import { toFill } from './new-campaign.ts';
import { startCampaign } from './new-campaign-fs.ts';

// npm run campaign -- export [--out FOLDER] | check FOLDER | new ID
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, ...answerOptions },
  });
  const [verb, folder, ...more] = positionals;
  const { CAMPAIGN, DATA_DIR } = process.env;
  if (verb === 'export' && folder === undefined) {
    const out = resolve(values.out ?? 'campaign-export');
    const published = publishedIn(resolve(DATA_DIR || 'data'));
    const edited = exportCampaign(CAMPAIGN || defaultCampaign, published, out);
    console.log(
      edited.length === 0
        ? `${out}: as the repository, nothing was edited`
        : `${out}: edited ${edited.join(', ')}`,
    );
    return;
  }
  if (verb === 'check' && folder !== undefined && more.length === 0) {
    const { id, version } = loadCampaign(isAbsolute(folder) ? folder : resolve(folder));
    console.log(`${folder}: ${id}, version ${version}, every field fits`);
    return;
  }
  if (verb === 'new' && folder !== undefined && more.length === 0) {
    const answers = await askAnswers(values);
    const where = resolve(values.out ?? join(import.meta.dirname, '..'));
    const made = await startCampaign(folder, answers, { where, today: toDay(new Date()) });
    console.log(`${made}: a demonstration until its facts are confirmed. To be filled in:`);
    for (const [file, what] of toFill) console.log(`  ${file}: ${what}`);
    return;
  }
  throw new WrongUse('Expected export, check FOLDER or new ID, got something else');
});
