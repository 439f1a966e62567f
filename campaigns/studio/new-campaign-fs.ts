import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Campaign } from '../campaign.ts';
import { loadCampaign } from '../campaign-fs.ts';
import { loadBaseDirectory } from '../directory/directory-fs.ts';
import type { Directory } from '../directory/station.ts';
import { withFileLock } from '../files/file-lock-fs.ts';
import { readYaml } from '../files/yaml-fs.ts';
import type { OwnLanguage } from '../language.ts';
import { toOwnSide } from '../own-side.ts';
import { listBlanks } from './blanks.ts';
import { addDirectory, sayTold } from './directory-files-fs.ts';
import {
  type Answers,
  answersSchema,
  listNames,
  type NewCampaign,
  newCampaign,
  type WordPairs,
} from './new-campaign.ts';
import { type OpenRow, toCells } from './open-columns.ts';
import { type DraftDirectory, draftDirectory } from './open-directory.ts';

const lockTimeoutMs = 30_000;
/** The one zone and range of a campaign that has only been begun. */
const wholeState = { zone: 'state', range: 'state' };

interface NewPlace {
  where: string;
  today: string;
  /** Districts and stations of a published list, in the place of those that were answered. */
  directory?: DraftDirectory;
}

/**
 * Writes the folder of a new campaign that loads and can be drawn. It gets its name when it is whole; what a kill left of
 * an earlier one is hidden, counts as no campaign and goes with the next call.
 * @param where folder that holds campaigns
 * @returns the folder
 * @throws where there is one already: nothing is overwritten
 */
export async function startCampaign(
  id: string,
  given: Answers,
  { where, today, directory = answeredDirectory(given) }: NewPlace,
): Promise<string> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Error(`Expected small letters, digits and hyphens for \`ID\`, got "${id}"`);
  const answers = answersSchema.parse(given);
  if (answers.goalEnds < today)
    throw new Error(`Expected a day from ${today} on for --goal-ends, got ${answers.goalEnds}`);
  const folder = join(where, id);
  const unfinished = join(where, '.new-campaign');
  return withFileLock(`${unfinished}.lock`, lockTimeoutMs, async () => {
    if (existsSync(folder)) throw new Error(`Expected no folder yet at ${folder}, got one`);
    rmSync(unfinished, { recursive: true, force: true });
    try {
      writeCampaign(unfinished, id, answers, today);
      addDirectory(unfinished, directory, { language: answers.language, ...wholeState });
      writeFileSync(
        join(unfinished, 'README.md'),
        readme(id, loadCampaign(unfinished), loadBaseDirectory(unfinished)),
      );
      renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    return folder;
  });
}

function writeCampaign(folder: string, id: string, answers: NewCampaign, today: string): void {
  const words = readWords(answers.language);
  mkdirSync(join(folder, 'directory'), { recursive: true });
  for (const [file, fields] of Object.entries(newCampaign(id, answers, { words, today })))
    writeFileSync(join(folder, file), stringify(toOwnSide(fields, answers.language)));
}

/** First words of a language; those of English are the other side of each. */
function readWords(language: OwnLanguage): WordPairs {
  const read = (own: string) =>
    readYaml(join(import.meta.dirname, '..', 'languages', own, 'campaign.yaml')) as unknown;
  return { hi: read(language), en: read('en') } as WordPairs;
}

/** The answers for a first district are judged as the lines of a list are. */
function answeredDirectory(given: Answers): DraftDirectory {
  const { language, district, districtOwn, station, stationOwn } = answersSchema.parse(given);
  if (district === '' || station === '')
    throw new Error(
      'Expected --directory, or --district and --station in both languages, got none',
    );
  const own = listNames(stationOwn);
  const names = listNames(station);
  if (own.length !== names.length)
    throw new Error(`Expected ${names.length} names for --station-own, got ${own.length}`);
  const place: Partial<OpenRow['cells']> = { districtEn: district, districtOwn };
  const rows = names.map((name, at) => ({
    line: at + 1,
    cells: toCells((column) => ({ ...place, stationEn: name, stationOwn: own[at] })[column]),
  }));
  const draft = draftDirectory(rows, language);
  const left = draft.told.filter(({ line }) => line !== null);
  if (left.length > 0)
    throw new Error(
      `Expected districts and stations, got\n${sayTold(left, { languages: [language, 'en'] })}`,
    );
  const stations = draft.stations.map(({ evidence, ...each }) => ({
    ...each,
    evidence: evidence === 'draft' ? evidence : ('check' as const),
  }));
  return { ...draft, stations };
}

function readme(id: string, campaign: Campaign, directory: Directory): string {
  const rows = listBlanks(campaign, directory).map(([file, what]) => `- [ ] \`${file}\`: ${what}`);
  const more = ['- [ ] `directory/`: all districts and stations; `inks.yaml`: own colours, if any'];
  return `# ${id}: what is to be filled in\n\n${[...rows, ...more].join('\n')}\n`;
}
