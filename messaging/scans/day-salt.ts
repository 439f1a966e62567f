import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../campaigns/tracker/clock.ts';

/** The salt of the day: while it lives, one visitor's requests have one hash; afterwards nobody can make that hash. */
export interface DaySalt {
  /** Makes the day's salt, and destroys those of other days. */
  of(day: Day): Buffer;
  /** Destroys the salts of all days but this one. */
  destroyOthers(day: Day): void;
}

const saltBytes = 32;
const saltName = /^salt-(\d{4}-\d{2}-\d{2})$/;

/**
 * Keeps the salt in a file of its own, so that a restart and other processes with the same folder have the same one.
 * A day whose salt was destroyed and that comes again, since the clock was set back, gets a new one.
 */
export function openDaySalt(folder: string): DaySalt {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let held: { day: Day; salt: Buffer } | undefined;

  function destroyOthers(day: Day): void {
    if (held !== undefined && held.day !== day) {
      held.salt.fill(0);
      held = undefined;
    }
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
      if (held?.day !== day) {
        destroyOthers(day);
        held = { day, salt: readOrMake(folder, day) };
      }
      return held.salt;
    },
  };
}

function readOrMake(folder: string, day: Day): Buffer {
  const path = join(folder, `salt-${day}`);
  const draft = `${path}.${process.pid}.draft`;
  // Without the flush a power cut could leave it empty, and hashes that anybody can make.
  writeFileSync(draft, randomBytes(saltBytes), { mode: 0o600, flush: true });
  try {
    // A link is made whole or not at all, and only by the first of several processes.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path);
}
