import { existsSync, readFileSync } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { needsRoom } from '../../mail/alerts/causes.ts';
import { isOpenToAll } from '../../platform/process/data-dir-fs.ts';
import { act, type DoctorContext, good } from './finding.ts';

/** Share of a disk's inodes below which it is said. */
const leastInodes = 0.05;
/** A service holds a socket for each visitor, each request to a gateway and each file on its way. */
const leastOpenFiles = 8192;

export async function checkDisk({ config: { dataDir } }: DoctorContext) {
  const { bavail, blocks, bsize } = await statfs(dataDir);
  const detail = `${((bavail * bsize) / 2 ** 30).toFixed(1)} GB`;
  return needsRoom({ freeBytes: bavail * bsize, sizeBytes: blocks * bsize })
    ? act('full', detail)
    : good(detail);
}

export async function checkInodes({ config: { dataDir } }: DoctorContext) {
  // btrfs and the like have no such number, and say 0.
  const { files, ffree } = await statfs(dataDir);
  return files > 0 && ffree < files * leastInodes
    ? act('full', String(ffree))
    : good(String(ffree));
}

/** The limit of this process; a unit of systemd sets that of the service. */
export async function checkOpenFiles(_context: DoctorContext, limits = '/proc/self/limits') {
  const text = existsSync(limits) ? readFileSync(limits, 'utf8') : '';
  const limit = /^Max open files\s+(\S+)/m.exec(text)?.[1] ?? 'unlimited';
  return Number(limit) < leastOpenFiles ? act('low', limit) : good(limit);
}

/** Names in the data folder that other users of the machine can read, and should not. */
export async function checkPermissions({ config: { dataDir } }: DoctorContext) {
  const open: string[] = [];
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    if (isOpenToAll(entry.name) || !(entry.isDirectory() || entry.isFile())) continue;
    const { mode } = await stat(join(dataDir, entry.name));
    if ((mode & 0o077) !== 0) open.push(entry.name);
  }
  return open.length > 0 ? act('open', open.sort().join(', ')) : good(dataDir);
}
