import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../campaigns/tracker/clock.ts';

/** The salt of the day: while it lives, one visitor's requests have one hash; afterwards nobody can make that hash. */
export interface DaySalt {
  /** Makes the day's salt, and destroys those of other days. Never throws: a scan is answered without a disk too. */
  of(day: Day): Buffer;
  /**
   * Destroys the salts of all days but this one.
   * @throws when one is still on the disk
   */
  destroyOthers(day: Day): void;
}

export interface DaySaltOptions {
  /** After a failed write the disk is left alone for this long. */
  retryMs?: number;
  /** Told of trouble with the disk, once a try. */
  onTrouble?: (error: Error) => void;
}

const saltBytes = 32;
const saltName = /^salt-(\d{4}-\d{2}-\d{2})$/;

/**
 * Keeps the salt in a file of its own, so that a restart and other processes with the same folder have the same one.
 * While the disk is full or read-only it lives in memory only, and goes to the file as soon as the disk takes it.
 * A day whose salt was destroyed and that comes again, since the clock was set back, gets a new one.
 */
export function openDaySalt(
  folder: string,
  { retryMs = 60_000, onTrouble }: DaySaltOptions = {},
): DaySalt {
  let held: { day: Day; salt: Buffer; kept: boolean } | undefined;
  let retryAt = 0;

  function destroyOthers(day: Day): void {
    if (held !== undefined && held.day !== day) {
      held.salt.fill(0);
      held = undefined;
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      const saltDay = saltName.exec(name)?.[1];
      if (saltDay === undefined || saltDay === day) continue;
      const path = join(folder, name);
      writeFileSync(path, Buffer.alloc(saltBytes), { flag: 'r+', flush: true });
      rmSync(path, { force: true });
    }
  }

  return {
    destroyOthers,
    of(day) {
      if (held?.day === day && (held.kept || performance.now() < retryAt)) return held.salt;
      try {
        destroyOthers(day);
        held = { day, salt: keep(folder, day, held?.salt ?? randomBytes(saltBytes)), kept: true };
      } catch (error) {
        retryAt = performance.now() + retryMs;
        held ??= { day, salt: randomBytes(saltBytes), kept: false };
        onTrouble?.(error as Error);
      }
      return held.salt;
    },
  };
}

/** Puts a day's salt into its file, and returns the one that is there: another process may have been the first. */
function keep(folder: string, day: Day, salt: Buffer): Buffer {
  const path = join(folder, `salt-${day}`);
  const draft = `${path}.${process.pid}.draft`;
  try {
    writeFileSync(draft, salt, { mode: 0o600, flush: true });
    // A link is made whole or not at all, and only by the first of several processes.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const found = readFileSync(path);
  if (found.length !== saltBytes) {
    throw new Error(`Expected ${saltBytes} bytes in ${path}, got ${found.length}`);
  }
  return found;
}
