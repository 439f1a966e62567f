import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { campaignIds } from '../campaign-folder-fs.ts';
import { campaignFolder, loadCampaign } from '../campaign-fs.ts';
import { loadBaseDirectory } from '../directory/directory-fs.ts';
import type { Owner } from '../links/registry.ts';
import { formatRegistry, parseRegistry } from '../links/registry-csv.ts';
import {
  campaignStep,
  firstOfOthers,
  ordinalOf,
  serialAt,
  serialRanges,
} from '../links/serials.ts';
import { toOwnSide } from '../own-side.ts';
import { idOf, type NewCampaign, newCampaign, toFill } from './new-campaign.ts';

/** Campaign whose words a new one in the language begins with. */
const bases = { hi: 'up-cop', gu: 'gujarat-citizen-first' } as const;
/**
 * Writes the folder of a new campaign that loads and can be drawn.
 * @param where folder that holds campaigns
 * @returns the folder
 * @throws where there is one already: nothing is overwritten
 */
export function startCampaign(
  id: string,
  answers: NewCampaign,
  { where, today }: { where: string; today: string },
): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Error(`Expected small letters, digits and hyphens for \`ID\`, got "${id}"`);
  const folder = join(where, id);
  if (existsSync(folder)) throw new Error(`Expected no folder yet at ${folder}, got one`);
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(join(fresh, 'directory'), { recursive: true });
  try {
    const base = loadCampaign(bases[answers.language]);
    for (const [file, fields] of Object.entries(newCampaign(id, answers, { base, today })))
      writeFileSync(join(fresh, file), stringify(toOwnSide(fields, answers.language)));
    writeDirectory(fresh, answers);
    writeFileSync(join(fresh, 'README.md'), readme(id));
    loadCampaign(fresh);
    loadBaseDirectory(fresh);
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

function writeDirectory(folder: string, answers: NewCampaign): void {
  const { language } = answers;
  const [district, station] = [idOf(answers.district), idOf(answers.station)];
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
  const first = nextFirst();
  const codes = owners.map((owner, at) => ({ serial: serialAt(first + at), owner }));
  writeFileSync(join(folder, 'codes.csv'), formatRegistry(codes, 'committed'));
}

/** The first ordinal behind all codes of the other campaigns: none of them is given twice. */
function nextFirst(): number {
  const used = campaignIds().flatMap((id) => {
    const file = join(campaignFolder(id), 'codes.csv');
    return parseRegistry(readFileSync(file, 'utf8'), file, 'committed').map(({ serial }) =>
      ordinalOf(serial),
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
