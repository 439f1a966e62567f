import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { debianScript, depends } from './deb.ts';
import { downloadClosed } from './debian-packages.ts';
import { name, root, runIn, version } from './project.ts';
import { settle } from './stage.ts';
import { packTar } from './tar.ts';

/**
 * Makes the bundle for a machine without a network: the package, every Debian package that it needs, with the index by
 * which apt finds them, and a script that installs it. @returns its path
 */
export function makeOffline(
  { deb, papers, epoch }: { deb: string; papers: string; epoch: number },
  apt: string,
  work: string,
  out: string,
): string {
  const top = `${name}_${version}_offline`;
  const folder = join(work, top);
  mkdirSync(join(folder, 'packages'), { recursive: true });
  // What a machine needs to install packages at all is not a dependency of any. The first of each choice is the one that comes along.
  const wanted = ['apt', 'dpkg', ...depends.map((each) => each.split(' ')[0] ?? '')];
  const files = [deb, ...downloadClosed(wanted, apt)];
  for (const file of files) {
    const path = join(folder, 'packages', basename(file));
    if (file === deb) copyFileSync(file, path);
    else linkSync(file, path);
  }
  writeFileSync(join(folder, 'packages', 'Packages'), files.map(indexEntry).join('\n'));
  writeFileSync(join(folder, 'install.sh'), debianScript('install.sh'), { mode: 0o755 });
  cpSync(papers, folder, { recursive: true });
  const sums = runIn(
    folder,
    'sh',
    '-c',
    'find . -type f ! -name SHA256SUMS | sort | xargs sha256sum',
  );
  writeFileSync(join(folder, 'SHA256SUMS'), sums);
  settle(folder, epoch);
  const path = join(out, `${top}.tar`);
  packTar(work, [top], path, epoch);
  return path;
}

/** A package's entry in the index of a repository. */
function indexEntry(file: string): string {
  const bytes = readFileSync(file);
  const sum = createHash('sha256').update(bytes).digest('hex');
  const place = { Filename: `./${basename(file)}`, Size: bytes.length, SHA256: sum };
  const lines = Object.entries(place).map(([key, value]) => `${key}: ${value}\n`);
  return `${runIn(root, 'dpkg-deb', '--field', file).trimEnd()}\n${lines.join('')}`;
}
