import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Campaign } from '../campaign.ts';
import { loadCampaign } from '../campaign-fs.ts';
import { loadBaseDirectory } from '../directory/directory-fs.ts';
import { withFileLock } from '../files/file-lock-fs.ts';
import { readYaml } from '../files/yaml-fs.ts';
import type { OwnLanguage } from '../language.ts';
import type { Owner } from '../links/registry.ts';
import { formatRegistry } from '../links/registry-csv.ts';
import { serialAt } from '../links/serials.ts';
import { toOwnSide } from '../own-side.ts';
import { listBlanks } from './blanks.ts';
import {
  type Answers,
  answersSchema,
  listNames,
  type NewCampaign,
  newCampaign,
  toId,
  type WordPairs,
} from './new-campaign.ts';

const lockTimeoutMs = 30_000;

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
  { where, today }: { where: string; today: string },
): Promise<string> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Error(`Expected small letters, digits and hyphens for \`ID\`, got "${id}"`);
  const answers = answersSchema.parse(given);
  const folder = join(where, id);
  const unfinished = join(where, '.new-campaign');
  return withFileLock(`${unfinished}.lock`, lockTimeoutMs, async () => {
    if (existsSync(folder)) throw new Error(`Expected no folder yet at ${folder}, got one`);
    rmSync(unfinished, { recursive: true, force: true });
    try {
      writeCampaign(unfinished, id, answers, today);
      writeDirectory(unfinished, answers);
      writeFileSync(join(unfinished, 'README.md'), readme(id, loadCampaign(unfinished)));
      loadBaseDirectory(unfinished);
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

/** Codes begin with the first in every campaign: its host tells them from those of another. */
function writeDirectory(folder: string, answers: NewCampaign): void {
  const { language } = answers;
  const district = toId(answers.district);
  const own = listNames(answers.stationOwn);
  const names = listNames(answers.station);
  if (own.length !== names.length)
    throw new Error(`Expected ${names.length} names for \`stationOwn\`, got ${own.length}`);
  const write = (file: string, rows: readonly string[]) =>
    writeFileSync(join(folder, file), `${rows.join('\n')}\n`);
  write('directory/districts.csv', [
    `district,name_en,name_${language},zone,range,lgd_code,commissionerate_since,lon,lat,tile_col,tile_row`,
    `${district},${answers.district},${answers.districtOwn},state,state,,,77,23,0,0`,
  ]);
  write('directory/stations.csv', [
    `district,station,kind,name_en,name_${language},evidence`,
    ...names.map((name, at) => `${district},${toId(name)},territorial,${name},${own[at]},check`),
  ]);
  write('directory/notes.csv', [`district,station,note_${language},note_en`]);
  const owners: Owner[] = [
    { scope: 'state' },
    { scope: 'district', district },
    ...names.map((name) => ({ scope: 'station', district, station: toId(name) }) as const),
  ];
  const codes = owners.map((owner, at) => ({ serial: serialAt(1 + at), owner }));
  writeFileSync(join(folder, 'codes.csv'), formatRegistry(codes, 'committed'));
}

function readme(id: string, campaign: Campaign): string {
  const rows = listBlanks(campaign).map(([file, what]) => `- [ ] \`${file}\`: ${what}`);
  const more = ['- [ ] `directory/`: all districts and stations; `inks.yaml`: own colours, if any'];
  return `# ${id}: what is to be filled in\n\n${[...rows, ...more].join('\n')}\n`;
}
