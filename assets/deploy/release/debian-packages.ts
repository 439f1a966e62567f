import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codename, root, runIn } from './project.ts';

/**
 * The machine's own sources of Debian's release, and of its updates and security updates, as lines of a sources.list:
 * whatever else it has is not for others. @throws when it has none
 */
export function debianSources(): string {
  const targets = runIn(root, 'apt-get', 'indextargets', 'Identifier: Packages');
  const lines = targets.split('\n\n').flatMap((target) => {
    const field = (key: string) => RegExp(`^${key}: (.+)$`, 'm').exec(target)?.[1];
    const isOurs = field('Origin') === 'Debian' && field('Codename')?.startsWith(codename);
    if (!isOurs) return [];
    const signedBy = field('Signed-By');
    const options = signedBy === undefined ? '' : `[signed-by=${signedBy}] `;
    return `deb ${options}${field('Repo-URI')} ${field('Release')} ${field('Component')}\n`;
  });
  if (lines.length === 0)
    throw new Error(`Expected sources of Debian ${codename} in /etc/apt, got none: apt-get update`);
  return [...new Set(lines)].sort().join('');
}

/**
 * Downloads packages and all that they depend on: reckoned for a machine on which nothing is installed, since nobody
 * knows how old the bare one is that they are meant for. @returns their files
 */
export function downloadClosed(packages: readonly string[], work: string): string[] {
  const isFirst = !existsSync(join(work, 'status'));
  const apt = openApt(work);
  if (isFirst) runIn(work, 'apt-get', ...apt, '-qq', 'update');
  const how = ['-qq', '--yes', '--no-install-recommends'];
  // Those that are there already are not named: with a cache that holds none, all are.
  const elsewhere = ['-o', `Dir::Cache::archives=${join(work, 'none')}`, '--print-uris'];
  const uris = runIn(work, 'apt-get', ...apt, ...how, ...elsewhere, 'install', ...packages);
  runIn(work, 'apt-get', ...apt, ...how, '--download-only', 'install', ...packages);
  // 'address' file size sum
  const files = [...uris.matchAll(/^'[^']+' (\S+\.deb) /gm)].map(([, file = '']) => file);
  return files.sort().map((file) => join(work, 'cache', 'archives', file));
}

/** Options of an apt that knows of the sources above and of nothing on this machine. */
function openApt(work: string): string[] {
  for (const path of ['lists/partial', 'cache/archives/partial', 'none/partial'])
    mkdirSync(join(work, path), { recursive: true });
  writeFileSync(join(work, 'sources.list'), debianSources());
  writeFileSync(join(work, 'status'), '');
  const settings = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::State::status': join(work, 'status'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Sandbox::User': 'root',
  };
  return Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
}
