import { execFile } from 'node:child_process';
import { accessSync, existsSync, readFileSync } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { fontPath } from '../../../campaigns/languages/typesetting/font-files-fs.ts';
import { scriptNames } from '../../../campaigns/languages/typesetting/scripts.ts';
import { needsRoom } from '../../mail/alerts/causes.ts';
import { queryRow } from '../../platform/database/sql.ts';
import { isOpenToAll } from '../../platform/process/data-dir-fs.ts';
import { act, type DoctorContext, expectPool, good } from './finding.ts';

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

const run = promisify(execFile);
const limitMs = 5000;

/** Fonts of every script. @param paths others, for a test */
export async function checkFonts(_context: DoctorContext, paths = listFonts()) {
  for (const path of paths) {
    try {
      accessSync(path);
    } catch {
      return act('missing', basename(path));
    }
  }
  return good(String(paths.length));
}

function listFonts(): string[] {
  const paths = scriptNames.flatMap((script) =>
    ([400, 500, 700, 800] as const).map((weight) => fontPath(weight, script)),
  );
  return [...new Set(paths)];
}

export async function checkFfmpeg({ env }: DoctorContext) {
  try {
    const { stdout } = await run('ffmpeg', ['-version'], { timeout: limitMs, env: { ...env } });
    return good(stdout.split(/\s/).find((word) => /^\d/.test(word)) ?? 'found');
  } catch {
    return act('missing');
  }
}

/** All hours are judged by the database's clock; signatures of requests carry this machine's. */
const mostSeconds = { database: 2, gateway: 60 };
const answerLimitMs = 4000;

/** This machine's clock against PostgreSQL's and the gateways'. */
export async function checkClock(context: DoctorContext) {
  const pool = expectPool(context);
  const found = [
    await measure('PostgreSQL', mostSeconds.database, async () => {
      const row = await queryRow<{ at: Date }>(pool)`SELECT clock_timestamp() AS at`;
      return row?.at;
    }),
    ...(await Promise.all(
      Object.entries(gatewayAddresses(context)).map(([name, address]) =>
        measure(name, mostSeconds.gateway, () => readDate(address)),
      ),
    )),
  ].filter((each) => each !== undefined);
  const detail = found.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ');
  return found.some(({ isOff }) => isOff) ? act('off', detail) : good(detail);
}

async function measure(name: string, most: number, read: () => Promise<Date | undefined>) {
  const before = Date.now();
  const at = await read();
  if (at === undefined) return undefined;
  // It was read at some time in between.
  const seconds = (at.getTime() - (before + Date.now()) / 2) / 1000;
  return { name, seconds, isOff: Math.abs(seconds) > most };
}

/** Gateways that speak HTTP say their time with each answer. */
function gatewayAddresses({ config: { gateways } }: DoctorContext): Record<string, string> {
  const { twilio, meta, cdac, nic, exotel } = gateways;
  return {
    ...(twilio && { twilio: twilio.baseUrl ?? 'https://api.twilio.com' }),
    ...(meta && { meta: meta.baseUrl }),
    ...(cdac && { cdac: cdac.baseUrl }),
    ...(nic && { nic: nic.baseUrl }),
    ...(exotel && { exotel: exotel.baseUrl }),
  };
}

/** Undefined where nothing answers: the row of the gateways says so. */
async function readDate(address: string): Promise<Date | undefined> {
  try {
    const signal = AbortSignal.timeout(answerLimitMs);
    const answer = await fetch(new URL('/', address), { method: 'HEAD', signal });
    const date = answer.headers.get('date');
    return date === null ? undefined : new Date(date);
  } catch {
    return undefined;
  }
}
