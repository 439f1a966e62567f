import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { campaignFolder, loadCampaign, readOwnLanguage } from '../campaign-fs.ts';
import { readYaml } from '../files/yaml-fs.ts';
import { toOwnSide } from '../own-side.ts';
import type { Published } from '../published-fs.ts';
import { same } from './changes.ts';
import { editYaml } from './export-yaml.ts';

/**
 * Writes what an installation published as the YAML files of the repository, each under its name and in its order, so that
 * `git diff` shows what was edited. A field that no file has is at the end of `campaign.yaml`.
 * @param out may be the campaign's own folder
 * @returns the files that differ from the repository's
 * @throws when what was written is not read as what is published
 */
export function exportCampaign(campaign: string, published: Published, out: string): string[] {
  if (published.practice)
    throw new Error(
      'Expected `DATA_DIR` of an installation, got one of practice: it changes nothing',
    );
  const folder = campaignFolder(campaign);
  const whole = existsSync(published.campaignFile) ? readYaml(published.campaignFile) : {};
  const language = readOwnLanguage(folder);
  const wanted = loadCampaign(campaign, published);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const texts = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const left = new Map(Object.entries(whole));
  const edited: string[] = [];
  const listFields = (file: string) => Object.keys(parse(texts.get(file) ?? '') as object);
  const own = new Map(files.map((file) => [file, listFields(file)]));
  mkdirSync(out, { recursive: true });
  // The campaign's own file comes last: it takes what no other has.
  for (const file of files.toSorted((one) => (one === 'campaign.yaml' ? 1 : -1))) {
    const text = texts.get(file) ?? '';
    const fields = [...left].filter(
      ([field]) => own.get(file)?.includes(field) || file === 'campaign.yaml',
    );
    for (const [field] of fields) left.delete(field);
    const edits = toOwnSide(Object.fromEntries(fields), language) as Record<string, unknown>;
    const next = editYaml(text, edits);
    if (next !== text) edited.push(file);
    writeFileSync(join(out, file), next);
  }
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.yaml') || join(folder, file) === join(out, file)) continue;
    cpSync(join(folder, file), join(out, file), { recursive: true });
  }
  if (existsSync(published.emblemFile)) {
    copyFileSync(published.emblemFile, join(out, 'emblem.svg'));
    edited.push('emblem.svg');
  }
  if (!same(loadCampaign(out), wanted))
    throw new Error(`Expected ${out} to hold what is published, got something else`);
  return edited.sort();
}
