import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultCampaign } from '../campaign-folder-fs.ts';
import { loadCampaign } from '../campaign-fs.ts';
import { publishedIn } from '../published-fs.ts';
import { toDay } from '../tracker/clock.ts';
import { answerOptions, askAnswers } from './ask-answers.ts';
import { exportCampaign } from './export-fs.ts';
import { toFill } from './new-campaign.ts';
import { startCampaign } from './new-campaign-fs.ts';

const usage = `Usage: npm run campaign -- export [--out FOLDER]
       npm run campaign -- check FOLDER
       npm run campaign -- new ID [--answers FILE.json] [--language hi|gu] [--app …] [--app-own …] …

  export   writes what was published in the console as the campaign's YAML files   (campaign-export)
           with the same DATA_DIR and CAMPAIGN as npm start
  new      starts a campaign in campaigns/ID; what neither flags nor the file say is asked
  check    says whether a folder of YAML files is a campaign, and names every wrong field`;

/** 0 done, 1 wrong fields, 2 wrong call. */
async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, help: { type: 'boolean' }, ...answerOptions },
  });
  const [verb, folder, ...more] = positionals;
  const { CAMPAIGN, DATA_DIR } = process.env;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (verb === 'export' && folder === undefined) {
    const out = resolve(values.out ?? 'campaign-export');
    const published = publishedIn(resolve(DATA_DIR || 'data'));
    const edited = exportCampaign(CAMPAIGN || defaultCampaign, published, out);
    console.log(
      edited.length === 0
        ? `${out}: as the repository, nothing was edited`
        : `${out}: edited ${edited.join(', ')}`,
    );
    return 0;
  }
  if (verb === 'check' && folder !== undefined && more.length === 0) {
    const { id, version } = loadCampaign(isAbsolute(folder) ? folder : resolve(folder));
    console.log(`${folder}: ${id}, version ${version}, every field fits`);
    return 0;
  }
  if (verb === 'new' && folder !== undefined && more.length === 0) {
    const answers = await askAnswers(values);
    const where = resolve(values.out ?? join(import.meta.dirname, '..'));
    const made = await startCampaign(folder, answers, { where, today: toDay(new Date()) });
    console.log(`${made}: a demonstration until its facts are confirmed. To be filled in:`);
    for (const [file, what] of toFill) console.log(`  ${file}: ${what}`);
    return 0;
  }
  console.error(usage);
  return 2;
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
}
