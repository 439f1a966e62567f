import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { shelfChannels } from '../campaigns/shelf.ts';
import type { SiteConfig } from './config.ts';

const root = join(import.meta.dirname, '..');
/** Everything that pages are made of but the settings, the print kit and the channels' material. */
const sources = [
  'site',
  'campaigns',
  'messaging/contract',
  'assets',
  'docs/operate.md',
  '.env.example',
  'astro.config.mjs',
  'package-lock.json',
];

/**
 * A hash of all that the pages are built from. The figures of the progress page are left out: they change all day,
 * and the page asks the service for them; the campaign's day is in, so that a start on another day rebuilds.
 */
export function hashInputs(config: SiteConfig): string {
  const { practice, ...published } = config.published;
  const facts = [process.versions.node, config.campaign, config.publicUrl, config.today, practice];
  const hash = createHash('sha256').update(JSON.stringify(facts));
  const kit = ['plan.json', 'manifest.json'].map((name) => join(config.printDir, name));
  const own = [...kit, ...Object.values(published)];
  // By names within their folders: the site that a setup has built is the one that a first start would build.
  for (const [folder, paths] of [
    [root, sources.map((name) => join(root, name))],
    [config.dataDir, own],
  ] as const) {
    for (const file of paths.flatMap(listFiles))
      hash.update(`\n${relative(folder, file)}\n`).update(readFileSync(file));
  }
  for (const channel of shelfChannels) {
    for (const list of ['plan.json', 'shelf.json'])
      hash.update(readWholeState(join(config.printDir, channel, list)));
  }
  return hash.digest('hex');
}

/** The part of a channel's list that is about the whole state: its other files come with every pack that a station takes. */
function readWholeState(list: string): string {
  if (!existsSync(list)) return '';
  const { files = [], ...head } = JSON.parse(readFileSync(list, 'utf8'));
  const whole = files.filter(({ district }: { district: string | null }) => district === null);
  return JSON.stringify([head, whole]);
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
