import { readdirSync } from 'node:fs';
import { runIn } from './project.ts';

const sameBytes = (epoch: number) => [
  ...['--sort=name', '--numeric-owner', `--mtime=@${epoch}`, '--format=posix'],
  '--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime',
];

/** Packs paths of a folder so that the same files are the same bytes: sorted, of root, of one time, without other times. */
export function packTar(
  folder: string,
  paths: readonly string[],
  to: string,
  epoch: number,
  without: readonly string[] = [],
): void {
  const others = ['--anchored', ...without.map((path) => `--exclude=${path}`)];
  const how = ['--owner=0', '--group=0', ...sameBytes(epoch), ...others];
  runIn(folder, 'tar', '--create', `--file=${to}`, ...how, '--', ...paths);
}

/** A folder in a layer that is not root's, or not as others are. */
export interface Owned {
  path: string;
  owner: number;
  mode: string;
}

/** Packs a whole root; the empty folders that are somebody's own come last, and once: buildah refuses a layer that names a path twice. */
export function packRoot(folder: string, owned: readonly Owned[], to: string, epoch: number): void {
  const own = owned.map(({ path }) => path);
  packTar(folder, readdirSync(folder).sort(), to, epoch, own);
  for (const { path, owner, mode } of owned) {
    const whose = [`--owner=${owner}`, `--group=${owner}`, `--mode=${mode}`];
    const how = [...whose, ...sameBytes(epoch), '--no-recursion'];
    runIn(folder, 'tar', '--append', `--file=${to}`, ...how, '--', path);
  }
}
