import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import { syncPathSync } from '../../../campaigns/files/sync-fs.ts';

const leastLength = 32;

/**
 * A secret of this installation: the one that was given, or one that is made once and kept in the data folder,
 * readable by the service's user only.
 * @throws naming the file when it holds something else
 */
export function keptSecret(dataDir: string, name: string, configured: string | undefined): string {
  if (configured !== undefined) return configured;
  const path = join(dataDir, name);
  let secret = readSecret(path);
  if (secret === '') removeEmpty(path);
  if (!secret) {
    makeSecret(dataDir, path);
    secret = readSecret(path) ?? '';
  }
  if (secret.length < leastLength) {
    throw new Error(
      `Expected at least ${leastLength} characters in ${path}, got ${secret.length}: put the secret back, or take the file away and a new one is made`,
    );
  }
  return secret;
}

function makeSecret(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    // Whole or not at all, and the first of several processes that start at once.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  // A second factor that is being set up needs exactly this secret after a power cut.
  syncPathSync(dataDir);
}

/** Takes away a file that holds nothing, as a disk may leave it; of several processes one does. */
function removeEmpty(path: string): void {
  const lock = tryFileLock(`${path}.lock`);
  try {
    if (lock === null || readSecret(path) !== '') return;
    process.stderr.write(`${path} held nothing, as after a power cut: a new secret is made\n`);
    rmSync(path);
  } finally {
    lock?.release();
    if (lock !== null) rmSync(`${path}.lock`, { force: true });
  }
}

/** Without zeros, which a disk may leave in its place; undefined where there is no file. */
function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replaceAll('\0', '').trim();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new Error(`Expected a file with a secret at ${path}, got ${code}`, { cause });
  }
}

/**
 * Signs sessions and encrypts second factors. Losing it signs everybody out and requires a reset of every second
 * factor.
 */
export function authSecret(dataDir: string, configured: string | undefined): string {
  return keptSecret(dataDir, 'auth-secret', configured);
}

/** Part of the addresses that Exotel calls, which signs nothing: who knows it may report on messages. */
export function exotelToken(dataDir: string, configured: string | undefined): string {
  return keptSecret(dataDir, 'exotel-token', configured);
}

/** By which the training emulator and the service know each other. */
export function emulatorToken(dataDir: string, configured: string | undefined): string {
  return keptSecret(dataDir, 'emulator-token', configured);
}
