import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Keeps one-time links unreadable in the ledger and in its backups: only the sender has the installation's secret. */
export interface LetterSeal {
  seal(link: string): string;
  /** @throws when the text was sealed with another secret, or altered */
  open(sealed: string): string;
}

export function createLetterSeal(secret: string): LetterSeal {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'letters: one-time links', 32));
  return {
    seal(link) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv);
      const body = Buffer.concat([cipher.update(link, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes));
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      const body = bytes.subarray(ivBytes + tagBytes);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
  };
}
