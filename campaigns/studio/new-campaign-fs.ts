import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Campaign } from '../campaign.ts';
import {
  campaignFolder,
  campaignFolders,
  campaignIds,
  defaultCampaign,
} from '../campaign-folder-fs.ts';
import { loadCampaign, readOwnLanguage } from '../campaign-fs.ts';
import { loadBaseDirectory } from '../directory/directory-fs.ts';
import { withFileLock } from '../files/file-lock-fs.ts';
import type { OwnLanguage } from '../language.ts';
import { hasLetters } from '../languages/typesetting/scripts.ts';
import { inUrdu } from '../languages/urdu/in-urdu.ts';
import type { Owner } from '../links/registry.ts';
import { formatRegistry, parseRegistry } from '../links/registry-csv.ts';
import {
  campaignStep,
  firstOfOthers,
  serialAt,
  serialRanges,
  toOrdinal,
} from '../links/serials.ts';
import { toOwnSide } from '../own-side.ts';
import { type NewCampaign, newCampaign, toFill, toId } from './new-campaign.ts';

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
  answers: NewCampaign,
  { where, today }: { where: string; today: string },
): Promise<string> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Error(`Expected small letters, digits and hyphens for \`ID\`, got "${id}"`);
  const folder = join(where, id);
  const unfinished = join(where, '.new-campaign');
  return withFileLock(`${unfinished}.lock`, lockTimeoutMs, async () => {
    if (existsSync(folder)) throw new Error(`Expected no folder yet at ${folder}, got one`);
    rmSync(unfinished, { recursive: true, force: true });
    try {
      writeCampaign(unfinished, id, answers, today);
      writeDirectory(unfinished, answers, nextFirst(where));
      loadCampaign(unfinished);
      loadBaseDirectory(unfinished);
      renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    return folder;
  });
}

function writeCampaign(folder: string, id: string, answers: NewCampaign, today: string): void {
  const base = baseFor(answers.language);
  mkdirSync(join(folder, 'directory'), { recursive: true });
  for (const [file, fields] of Object.entries(newCampaign(id, answers, { base, today })))
    writeFileSync(join(folder, file), stringify(toOwnSide(fields, answers.language)));
  writeFileSync(join(folder, 'README.md'), readme(id));
}

/** Campaign whose words a new one in the language begins with. */
function baseFor(language: OwnLanguage): Campaign {
  const base = [defaultCampaign, ...campaignIds()].find(
    (id) => readOwnLanguage(campaignFolder(id)) === language,
  );
  if (base !== undefined) return loadCampaign(base);
  if (language === 'ur') {
    const { messages, ...campaign } = inUrdu(loadCampaign(defaultCampaign));
    const { call } = messages;
    return { ...inEnglish(campaign), messages: { ...messages, call: { ...call, hi: call.en } } };
  }
  throw new Error(`Expected a campaign in ${language} to begin with, got none`);
}

/** English in the place of Hindi, where the state has no words in Urdu. */
function inEnglish<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inEnglish) as T;
  if (typeof value !== 'object' || value === null) return value;
  if ('hi' in value && 'en' in value && hasLetters(String(value.hi), 'Devanagari'))
    return { ...value, hi: value.en };
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inEnglish(inner)]),
  ) as T;
}

/** @param first ordinal of its codes */
function writeDirectory(folder: string, answers: NewCampaign, first: number): void {
  const { language } = answers;
  const district = toId(answers.district);
  const station = toId(answers.station);
  const write = (file: string, rows: readonly string[]) =>
    writeFileSync(join(folder, file), `${rows.join('\n')}\n`);
  write('directory/districts.csv', [
    `district,name_en,name_${language},zone,range,lgd_code,commissionerate_since,lon,lat,tile_col,tile_row`,
    `${district},${answers.district},${answers.districtOwn},state,state,,,77,23,0,0`,
  ]);
  write('directory/stations.csv', [
    `district,station,kind,name_en,name_${language},evidence`,
    `${district},${station},territorial,${answers.station},${answers.stationOwn},check`,
  ]);
  write('directory/notes.csv', [`district,station,note_${language},note_en`]);
  const owners: Owner[] = [
    { scope: 'state' },
    { scope: 'district', district },
    { scope: 'station', district, station },
  ];
  const codes = owners.map((owner, at) => ({ serial: serialAt(first + at), owner }));
  writeFileSync(join(folder, 'codes.csv'), formatRegistry(codes, 'committed'));
}

/** The first ordinal behind all codes of the repository's campaigns and those beside the new one: none is given twice. */
function nextFirst(where: string): number {
  const folders = new Set([...campaignFolders(), ...campaignFolders(where)]);
  const used = [...folders].flatMap((folder) => {
    const file = join(folder, 'codes.csv');
    return parseRegistry(readFileSync(file, 'utf8'), file, 'committed').map(({ serial }) =>
      toOrdinal(serial),
    );
  });
  const steps = Math.ceil(Math.max(0, Math.max(...used) - firstOfOthers + 1) / campaignStep);
  const first = firstOfOthers + steps * campaignStep;
  if (first > serialRanges.committed.last) {
    throw new Error('Expected room for the codes of one more campaign, got all of it taken');
  }
  return first;
}

function readme(id: string): string {
  const rows = toFill.map(([file, what]) => `- [ ] \`${file}\`: ${what}`);
  return `# ${id}: what is to be filled in\n\n${rows.join('\n')}\n`;
}
