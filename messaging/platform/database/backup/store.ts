import {
  createCipheriv,
  createDecipheriv,
  type DecipherGCM,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, lstatSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { hashFile } from '../../process/hash-file.ts';

export const privateFolder = 0o700;
export const privateFile = 0o600;

/** The files of one backup, plain or encrypted; names are relative to its folder. */
export interface BackupStore {
  folder: string;
  encrypted: boolean;
  /** Writes a file and returns the hash of what is on the disk. */
  put(name: string, source: Readable): Promise<string>;
  get(name: string): Readable;
}

/** Says that a backup is encrypted, and how its key comes from the passphrase. */
export const recipeFileName = 'encryption.json';
/** Numbers, pictures and accounts are nobody else's to read. */

/**
 * Where a file is below a folder.
 * @throws for a name that leads out of it, by itself or through a link: somebody able to write a backup, or a name into the
 * database, would write anywhere
 */
export function placeBelow(folder: string, name: string): string {
  let path = folder;
  for (const part of name.split('/')) {
    if (/^\.{0,2}$/.test(part) || /[\\\0]/.test(part)) {
      throw new Error(`Expected the name of a file below ${folder}, got ${JSON.stringify(name)}`);
    }
    path = join(path, part);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new Error(`Expected a file or folder at ${path}, got a link`);
    }
  }
  return path;
}

/** A store for a new backup; encrypted when there is a passphrase. */
export async function createStore(
  folder: string,
  { createdAt, passphrase }: { createdAt: string; passphrase?: string | undefined },
): Promise<BackupStore> {
  await mkdir(folder, { recursive: true, mode: privateFolder });
  if (passphrase === undefined) return openFolder(folder, undefined);
  const recipe = newKeyRecipe(createdAt);
  await writeFile(join(folder, recipeFileName), `${JSON.stringify(recipe, null, 2)}\n`);
  return openFolder(folder, await deriveKey(passphrase, recipe));
}

/** The store of a backup that is there. @throws when it is encrypted and no passphrase is given */
export async function openStore(folder: string, passphrase?: string): Promise<BackupStore> {
  const path = join(folder, recipeFileName);
  if (!existsSync(path)) return openFolder(folder, undefined);
  if (passphrase === undefined) {
    throw new Error(
      `Expected the passphrase of the encrypted backup ${folder} in \`BACKUP_PASSPHRASE\` or --key-file FILE, got none`,
    );
  }
  const recipe = keyRecipe.parse(JSON.parse(await readFile(path, 'utf8')));
  return openFolder(folder, await deriveKey(passphrase, recipe));
}

function openFolder(folder: string, key: Buffer | undefined): BackupStore {
  return {
    folder,
    encrypted: key !== undefined,
    async put(name, source) {
      const target = placeBelow(folder, name);
      await mkdir(dirname(target), { recursive: true, mode: privateFolder });
      const file = createWriteStream(target, { mode: privateFile, flush: true });
      try {
        await pipeline(source, key === undefined ? asItIs() : sealing(key, name), file);
      } catch (error) {
        await rm(target, { force: true });
        throw error;
      }
      return hashFile(target);
    },
    get(name) {
      const file = createReadStream(placeBelow(folder, name));
      if (key === undefined) return file;
      const plain = unsealing(key, name);
      file.once('error', (error) => plain.destroy(error));
      return file.pipe(plain);
    },
  };
}

function asItIs(): Transform {
  return new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** How a passphrase becomes a key: RFC 7914, in about half a second and 128 MiB. */
const keyRecipe = z.strictObject({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  scrypt: z.strictObject({
    salt: z.base64(),
    n: z
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    r: z.int().min(1).max(32),
    p: z.int().min(1).max(16),
  }),
});
type KeyRecipe = z.infer<typeof keyRecipe>;

function newKeyRecipe(createdAt: string): KeyRecipe {
  const salt = randomBytes(16).toString('base64');
  return { format: 1, createdAt, scrypt: { salt, n: 2 ** 17, r: 8, p: 1 } };
}

async function deriveKey(passphrase: string, recipe: KeyRecipe): Promise<Buffer> {
  const { salt, n: N, r, p } = recipe.scrypt;
  const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
  return derive(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, {
    N,
    r,
    p,
    maxmem: 256 * N * r,
  });
}

/** Encrypts a file: its own nonce, the bytes, the tag. Its name is sealed with it, so that files cannot be swapped. */
function sealing(key: Buffer, name: string): Transform {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(name));
  const sealed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, cipher.update(chunk));
    },
    flush(done) {
      sealed.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
  sealed.push(iv);
  return sealed;
}

/** Decrypts what `sealing` made; ends with an error when key, name or bytes are others. */
function unsealing(key: Buffer, name: string): Transform {
  let held = Buffer.alloc(0);
  let decipher: DecipherGCM | undefined;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held = Buffer.concat([held, chunk]);
      if (decipher === undefined && held.length >= ivBytes) {
        decipher = createDecipheriv(algorithm, key, held.subarray(0, ivBytes), {
          authTagLength: tagBytes,
        }).setAAD(Buffer.from(name));
        held = held.subarray(ivBytes);
      }
      // The last bytes are the tag, and nobody knows yet which are the last.
      const ready = decipher === undefined ? 0 : Math.max(0, held.length - tagBytes);
      const part = held.subarray(0, ready);
      held = held.subarray(ready);
      done(null, decipher?.update(part));
    },
    flush(done) {
      try {
        if (decipher === undefined || held.length < tagBytes) throw new Error('it is cut off');
        done(null, decipher.setAuthTag(held).final());
      } catch (cause) {
        done(
          new Error(`Expected ${name} as it was encrypted with this key, got another`, { cause }),
        );
      }
    },
  });
}
