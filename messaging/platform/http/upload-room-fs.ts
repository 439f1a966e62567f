import { randomUUID } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { hourMs } from '../../../campaigns/durations.ts';
import { type FileLock, tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import { Refusal } from '../process/refusal.ts';
import { repeat } from '../process/repeat.ts';
import { identifyAccount } from './client.ts';
import { createPlaces, leavePlace, takePlace } from './places.ts';
import { saveUpload } from './upload.ts';

/** A file that came with a request, on the disk until the work with it is done. */
export interface SavedUpload {
  path: string;
  /** As its sender calls it. */
  name: string;
  bytes: number;
  /** Fields beside the file in its form. */
  fields: Readonly<Record<string, string>>;
}

/** Where files wait until they are whole: a slow line then holds a file on the disk and nothing else. */
export interface UploadRoom {
  /**
   * Takes the one file of a request, lends it to the work and deletes it afterwards.
   * @throws a refusal `too-many-uploads` for an account that has enough under way, and what `saveUpload` throws
   */
  lend<Result>(
    request: FastifyRequest,
    mostBytes: number,
    work: (upload: SavedUpload) => Promise<Result>,
  ): Promise<Result>;
  /** Deletes what no request of this process works with. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Beside the folder, which holds nothing but uploads. */
const lockPath = (folder: string) => `${folder}.lock`;
const usual = { most: 20, mostPerClient: 3 };
const tryAgainSeconds = 30;

const mostRooms = 64;

/**
 * Takes the first folder that no other process of this machine has: `uploads` of the data folder, `uploads-2` and so
 * on.
 */
function takeRoom(dataDir: string): { folder: string; lock: FileLock } {
  for (let count = 1; count <= mostRooms; count += 1) {
    const folder = join(dataDir, count === 1 ? 'uploads' : `uploads-${count}`);
    // Somebody's file of that name.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) continue;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = tryFileLock(lockPath(folder));
    if (lock !== null) return { folder, lock };
  }
  throw new Error(
    `Expected ${mostRooms} processes at most for the uploads in ${dataDir}, got more`,
  );
}

/** Files lie in a folder per process; what dead processes left is deleted. */
export function openUploadRoom(options: {
  dataDir: string;
  limits?: typeof usual;
  onTrouble?: (error: Error) => void;
}): UploadRoom {
  const { dataDir, limits = usual, onTrouble = () => {} } = options;
  const { folder, lock } = takeRoom(dataDir);
  const places = createPlaces(limits);
  const files = new Set<string>();

  async function clear(): Promise<void> {
    await clearRoom(folder, (name) => files.has(name));
    for (const entry of await readdir(dataDir, { withFileTypes: true })) {
      const other = join(dataDir, entry.name);
      const isRoom = entry.isDirectory() && /^uploads(-\d{1,2})?$/.test(entry.name);
      if (!isRoom || other === folder) continue;
      const left = tryFileLock(lockPath(other));
      if (left === null) continue;
      await clearRoom(other, () => false).finally(left.release);
    }
  }
  const clearing = repeat(clear, { pauseMs: hourMs, onTrouble });
  void clearing.run();

  return {
    async lend(request, mostBytes, work) {
      const place = takePlace(places, identifyAccount(request.actor));
      if (place === undefined)
        throw new Refusal('too-many-uploads', {}, { retryAfterSeconds: tryAgainSeconds });
      const file = randomUUID();
      const path = join(folder, file);
      files.add(file);
      try {
        return await work({ path, ...(await saveUpload(request, path, mostBytes)) });
      } finally {
        leavePlace(places, place);
        await rm(path, { force: true }).catch(onTrouble);
        files.delete(file);
      }
    },
    clear,
    async close() {
      await clearing.stop();
      lock.release();
    },
  };
}

async function clearRoom(folder: string, isUsed: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(folder)) {
    if (isUsed(name)) continue;
    await rm(join(folder, name), { force: true, recursive: true });
  }
}
