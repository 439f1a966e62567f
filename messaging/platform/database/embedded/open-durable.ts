import { existsSync, fsyncSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { syncPath, syncTree } from '../../../../campaigns/files/sync-fs.ts';
import { copyEmpty } from './empty-fs.ts';

/**
 * Settings of a server whose commits outlive a power cut. PGlite's own turn fsync off, and the method has to be
 * `fsync`, since PGlite's fdatasync does nothing.
 */
const durableStart: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/**
 * Opens the database in `folder`; what it commits is on the disk. The first start writes a thousand files, so a
 * mark beside the folder says that it is not finished: after a power cut in it the database is created again, since
 * nothing was in it yet.
 */
export async function openDurable(
  folder: string,
  onFailure: (error: Error) => void,
): Promise<PGlite> {
  const unfinished = `${folder}.unfinished`;
  const parent = dirname(folder);
  const isNew = existsSync(unfinished) || !existsSync(join(folder, 'PG_VERSION'));
  if (isNew) {
    if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true });
    // Not ours to delete: what an unknown hand left where the database should be.
    else if (existsSync(folder)) renameSync(folder, `${folder}.unreadable-${Date.now()}`);
    writeFileSync(unfinished, '');
    await syncPath(unfinished);
    await syncPath(parent);
    await copyEmpty(folder);
  }
  const database = await PGlite.create({
    fs: new DurableFiles(folder, onFailure),
    startParams: durableStart,
  });
  if (isNew) {
    await syncTree(folder);
    await syncPath(parent);
    rmSync(unfinished);
    await syncPath(parent);
  }
  return database;
}

/** Emscripten's stream of an open file or folder on the machine's disk. */
interface DiskStream {
  nfd: number;
}

/** PGlite's files on the machine's disk, with the fsync that its own lack. */
class DurableFiles extends NodeFS {
  readonly #onFailure: (error: Error) => void;

  /**
   * @param onFailure must end the server: PGlite goes on after PostgreSQL's PANIC and answers as if a commit
   * whose log could not be written were made
   */
  constructor(folder: string, onFailure: (error: Error) => void) {
    super(folder);
    this.#onFailure = onFailure;
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const addSync = (module: { NODEFS: object }) => {
      const { stream_ops } = module.NODEFS as {
        stream_ops: { fsync?(stream: DiskStream): number };
      };
      stream_ops.fsync = ({ nfd }) => {
        try {
          fsyncSync(nfd);
        } catch (error) {
          this.#onFailure(error as Error);
        }
        return 0;
      };
    };
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...(emscriptenOpts.preRun ?? []), addSync],
        onAbort: (reason: unknown) => this.#onFailure(new Error(`PostgreSQL ended: ${reason}`)),
      },
    };
  }
}
