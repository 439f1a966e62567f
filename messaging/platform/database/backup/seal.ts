import {
  createCipheriv,
  createDecipheriv,
  type DecipherGCM,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { z } from 'zod';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** How a passphrase becomes a key: RFC 7914, in about half a second and 128 MiB. */
export const keyRecipe = z.strictObject({
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
export type KeyRecipe = z.infer<typeof keyRecipe>;

export function newKeyRecipe(createdAt: string): KeyRecipe {
  const salt = randomBytes(16).toString('base64');
  return { format: 1, createdAt, scrypt: { salt, n: 2 ** 17, r: 8, p: 1 } };
}

export async function deriveKey(passphrase: string, recipe: KeyRecipe): Promise<Buffer> {
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
export function sealing(key: Buffer, name: string): Transform {
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
export function unsealing(key: Buffer, name: string): Transform {
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
