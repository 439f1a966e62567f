import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Campaign } from '../campaign.ts';
import { defaultCampaign } from '../campaign-folder-fs.ts';
import { loadCampaign } from '../campaign-fs.ts';
import { expectFile, runCommand, WrongUse } from '../command/run-command.ts';
import { loadBaseDirectory } from '../directory/directory-fs.ts';
import { expectPlace } from '../files/place-fs.ts';
import { officeSide, type Spoken } from '../language.ts';
import { sharedCodes } from '../links/shared-codes-fs.ts';
import { publishedIn } from '../published-fs.ts';
import { toDay } from '../tracker/clock.ts';
import { openListWords } from '../words/open-list-words.ts';
import { listBlanks } from './blanks.ts';
import { type Added, addDirectory, readOpenDirectory, sayTold } from './directory-files-fs.ts';
import { exportCampaign } from './export-fs.ts';
import { printFirst } from './first-prints-fs.ts';
import { answersSchema, type NewCampaign, placeFields, toFlag } from './new-campaign.ts';
import { startCampaign } from './new-campaign-fs.ts';

type Field = keyof NewCampaign;
const fields = Object.keys(answersSchema.shape) as Field[];

/** A flag for each question, and a file that answers several. */
const answerOptions = Object.fromEntries(
  ['answers', ...fields.map(toFlag)].map((name) => [name, { type: 'string' as const }]),
);

// npm run campaign -- export [--out FOLDER] | check FOLDER | new ID | directory FOLDER FILE
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, 'words-only': { type: 'boolean' }, ...answerOptions },
  });
  const [verb, folder, ...more] = positionals;
  const { CAMPAIGN, DATA_DIR } = process.env;
  if (verb === 'export' && folder === undefined) {
    const out = expectPlace(values.out ?? 'campaign-export');
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
    expectFile(resolve(folder, 'campaign.yaml'));
    const campaign = loadCampaign(resolve(folder));
    console.log(`${folder}: ${campaign.id}, version ${campaign.version}, every field fits`);
    for (const other of sharedCodes(resolve(folder)))
      throw new Error(`Expected codes or a host of its own, got those of ${other}`);
    sayBlanks(folder, campaign);
    return;
  }
  const [list] = more;
  if (verb === 'directory' && folder !== undefined && list !== undefined && more.length === 1) {
    addList(resolve(folder), list);
    return;
  }
  if (verb === 'new' && folder !== undefined && more.length === 0) {
    const where = expectPlace(values.out ?? join(import.meta.dirname, '..'));
    const answers = await askAnswers(values);
    const { directory: file, language } = answers;
    if (file !== '') expectFile(file);
    const directory = file === '' ? undefined : readOpenDirectory(file, language);
    const today = toDay(new Date());
    const made = await startCampaign(folder, answers, {
      where,
      today,
      ...(directory && { directory }),
    });
    console.log(`${made}: a demonstration until its facts are confirmed`);
    const campaign = loadCampaign(made);
    if (directory !== undefined) sayList(campaign, directory);
    sayBlanks(made, campaign);
    return values['words-only'] ? 0 : printFirst(made);
  }
  throw new WrongUse(
    'Expected export, check FOLDER, new ID or directory FOLDER FILE, got something else',
  );
});

/** Puts new districts under the first zone and range until somebody says theirs. */
function addList(folder: string, file: string): void {
  expectFile(file);
  const campaign = loadCampaign(folder);
  const { languages, areas } = campaign;
  const [language] = languages;
  const [zone = ''] = Object.keys(areas.zones);
  const [range = ''] = Object.keys(areas.ranges);
  const draft = readOpenDirectory(file, language);
  const added = addDirectory(folder, draft, { language, zone, range });
  sayList(campaign, { ...added, told: [...added.told, ...draft.told] });
}

function sayList(spoken: Spoken, { districts, stations, told }: Added): void {
  const side = officeSide('hi', spoken) === 'hi' ? 0 : 1;
  console.log(openListWords.added(districts.length, stations.length)[side]);
  process.stdout.write(sayTold(told, spoken));
}

function sayBlanks(folder: string, campaign: Campaign): void {
  const blanks = listBlanks(campaign, loadBaseDirectory(resolve(folder)));
  console.log(
    blanks.length === 0 ? 'No blanks' : `${blanks.length} blanks, left out of what is printed:`,
  );
  for (const [file, what] of blanks) console.log(`  ${file}: ${what}`);
}

/**
 * Takes the answers from file and flags, and asks for the rest where somebody sits at the terminal.
 * @throws with every answer that is missing or wrong
 */
async function askAnswers(
  values: Readonly<Record<string, string | boolean | undefined>>,
): Promise<NewCampaign> {
  const file = values['answers'];
  if (typeof file === 'string') expectFile(file);
  const answers: Record<string, unknown> =
    typeof file === 'string' ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const field of fields) answers[field] = values[toFlag(field)] ?? answers[field];
  const missing = fields.filter((field) => answers[field] === undefined);
  if (missing.length > 0 && process.stdin.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    for (const field of missing) {
      const isListed = Boolean(answers['directory']) && placeFields.includes(field);
      // Nothing is asked in another language that was left out in English.
      const isLeftOut = field.endsWith('Own') && answers[field.replace(/Own$/, '')] === '';
      if (isListed || isLeftOut) continue;
      answers[field] = await terminal.question(`${answersSchema.shape[field].description}: `);
    }
    terminal.close();
  }
  const parsed = answersSchema.safeParse(answers);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0]) as Field;
    return `  --${toFlag(field)}: ${message}, got ${JSON.stringify(answers[field])}`;
  });
  throw new Error(
    `The answers have ${faults.length} wrong or missing fields:\n${faults.join('\n')}`,
  );
}
