import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * Settings of a server whose commits outlive a power cut. PGlite's own turn fsync off, and the method has to be
 * `fsync`, since PGlite's fdatasync does nothing.
 */
export const durableStart: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/** Emscripten's stream of an open file or folder on the machine's disk. */
interface DiskStream {
  nfd: number;
}

/** PGlite's files on the machine's disk, with the fsync that its own lack. */
export class DurableFiles extends NodeFS {
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
