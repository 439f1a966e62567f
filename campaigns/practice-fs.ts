import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isPlace } from './files/place-fs.ts';
import { sampleToday } from './tracker/sample.ts';

/** A data folder's note of its database; that of practice says so. */
export const noteFileName = 'installation.json';

const root = join(import.meta.dirname, '..');
/** Beside that of a service, and free after it for the emulator. */
const usualPort = 8180;
/** Variables that practice takes from the environment: none leads to a store, a gateway, a mailbox or a citizen. */
const taken = [
  ...['DATA_DIR', 'HOST', 'CACHE_DIR', 'LOG_FORMAT', 'LOG_LEVEL', 'WORKER', 'SOURCE_DATE_EPOCH'],
  ...['PRACTICE_PORT', 'PRACTICE_URL'],
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Where an installation practises. */
export function practiceFolder(dataDir: string): string {
  return join(dataDir, 'practice');
}

/** Whether a data folder is one of practice. A note that cannot be read stops the service in any case. */
export function isPractice(dataDir: string): boolean {
  const path = join(dataDir, noteFileName);
  if (!existsSync(path)) return false;
  try {
    return JSON.parse(readFileSync(path, 'utf8')).practice === true;
  } catch {
    return false;
  }
}

/** Folders that a program makes where they are missing. */
const madeFolders = ['DATA_DIR', 'SPOOL_DIR', 'SITE_DIR', 'CACHE_DIR'];

/**
 * The variables that every program reads: those of practice where `DATA_DIR` is, whatever else is set.
 * @throws where one names a folder that cannot be made
 */
export function readEnvironment(env: Environment): Environment {
  for (const name of madeFolders)
    if (!isPlace(resolve(root, env[name] || '.')))
      throw new Error(
        `Expected a folder in which files can be made for \`${name}\`, got ${env[name]}`,
      );
  if (!isPractice(resolve(root, env['DATA_DIR'] || 'data'))) return env;
  const port = Number(env['PRACTICE_PORT'] || usualPort);
  return {
    ...Object.fromEntries(taken.map((name) => [name, env[name]])),
    PORT: String(port),
    PUBLIC_URL: env['PRACTICE_URL'],
    EMULATOR_PORT: String(port + 1),
    CAMPAIGN_TODAY: sampleToday,
  };
}
