import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { ApiError } from './api-error.ts';
import { saveUpload } from './upload.ts';

/** A file that came with a request, on the disk until the work with it is done. */
export interface SavedUpload {
  path: string;
  /** As its sender calls it. */
  name: string;
  bytes: number;
}

/** Where files wait until they are whole: a slow line then holds a file on the disk and nothing else. */
export interface UploadRoom {
  /**
   * Takes the one file of a request, lends it to the work and deletes it afterwards.
   * @throws ApiError `too-many-uploads` for an account that has enough under way, and what `saveUpload` throws
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

export interface UploadLimits {
  ofAccount: number;
  inAll: number;
}

const usual: UploadLimits = { ofAccount: 3, inAll: 20 };
const clearEveryMs = 3_600_000;
const tryAgainSeconds = 30;

/** Files lie in `uploads` of the data folder, which one process has; what an earlier one left is deleted. */
export function openUploadRoom(options: {
  dataDir: string;
  limits?: UploadLimits;
  onTrouble?: (error: Error) => void;
}): UploadRoom {
  const { dataDir, limits = usual, onTrouble = () => {} } = options;
  const folder = join(dataDir, 'uploads');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const underWay = new Map<string, number>();
  const files = new Set<string>();

  function enter(account: string): void {
    const own = underWay.get(account) ?? 0;
    const all = [...underWay.values()].reduce((sum, count) => sum + count, 0);
    if (own >= limits.ofAccount || all >= limits.inAll) {
      throw new ApiError('too-many-uploads', { retryAfterSeconds: tryAgainSeconds });
    }
    underWay.set(account, own + 1);
  }
  function leave(account: string): void {
    const own = (underWay.get(account) ?? 0) - 1;
    if (own > 0) underWay.set(account, own);
    else underWay.delete(account);
  }

  async function clear(): Promise<void> {
    for (const name of await readdir(folder)) {
      if (!files.has(name)) await rm(join(folder, name), { force: true, recursive: true });
    }
  }
  const clearSafely = () => void clear().catch(onTrouble);
  clearSafely();
  const clearing = setInterval(clearSafely, clearEveryMs).unref();

  return {
    async lend(request, mostBytes, work) {
      const account = request.actor.id;
      enter(account);
      const file = randomUUID();
      const path = join(folder, file);
      files.add(file);
      try {
        return await work({ path, ...(await saveUpload(request, path, mostBytes)) });
      } finally {
        leave(account);
        await rm(path, { force: true }).catch(onTrouble);
        files.delete(file);
      }
    },
    clear,
    async close() {
      clearInterval(clearing);
    },
  };
}
