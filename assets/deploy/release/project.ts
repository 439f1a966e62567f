import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's own folder. */
export const root = join(import.meta.dirname, '..', '..', '..');

export const { name, version, description } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as { name: string; version: string; description: string };

/** Where an installation is, in package and image alike. */
export const home = `/usr/lib/${name}`;

/** Debian's release that package, bundle and image are made for. */
export const codename = 'trixie';

/**
 * The second that every file of a release has, and every date in it: that of the commit, or what SOURCE_DATE_EPOCH
 * says (reproducible-builds.org), so that two builds of a version are the same bytes.
 */
export function readEpoch(): number {
  const set = process.env['SOURCE_DATE_EPOCH'];
  return Number(set || runIn(root, 'git', 'log', '-1', '--format=%ct'));
}

/** Runs a program and returns its output. @throws with its own words when it fails */
export function runIn(folder: string, program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
