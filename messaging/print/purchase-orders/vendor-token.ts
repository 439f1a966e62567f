import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { readCookies } from '../../people/accounts/exchange.ts';

/** A vendor link's secret, read without the database. */
export type ReadToken =
  | { kind: 'wrong' }
  | { kind: 'expired' }
  /** `sha256` finds its row, which says whether it was revoked. */
  | { kind: 'signed'; id: number; sha256: string };

export interface VendorTokens {
  make(link: { id: number; expiresAt: Date }): { token: string; sha256: string };
  read(token: string, now: Date): ReadToken;
}

const shape = /^([0-9a-z]{1,7})\.([0-9a-z]{1,8})\.([\w-]{22})\.([\w-]{32})$/;

/** Secrets of vendor links: number, last second and a random part, signed. Only their hash is kept. */
export function createVendorTokens(secret: string): VendorTokens {
  const sign = (text: string) =>
    createHmac('sha256', secret).update(`vendor-link/${text}`).digest('base64url').slice(0, 32);
  const hash = (token: string) => createHash('sha256').update(token).digest('hex');
  return {
    make({ id, expiresAt }) {
      const seconds = Math.floor(expiresAt.getTime() / 1000);
      const parts = [id.toString(36), seconds.toString(36), randomBytes(16).toString('base64url')];
      const token = [...parts, sign(parts.join('.'))].join('.');
      return { token, sha256: hash(token) };
    },
    read(token, now) {
      const [, id, seconds, nonce, signature] = shape.exec(token) ?? [];
      if (id === undefined || seconds === undefined || signature === undefined)
        return { kind: 'wrong' };
      const right = Buffer.from(sign([id, seconds, nonce].join('.')));
      if (!timingSafeEqual(Buffer.from(signature), right)) return { kind: 'wrong' };
      const expiresAt = Number.parseInt(seconds, 36) * 1000;
      if (now.getTime() >= expiresAt) return { kind: 'expired' };
      return { kind: 'signed', id: Number.parseInt(id, 36), sha256: hash(token) };
    },
  };
}

const name = 'up-cop.vendor';

/** Makes a phone known as the vendor's on the pages of parcels, and nowhere else. */
export function vendorCookie(
  token: string,
  { until, publicUrl }: { until: Date; publicUrl: string },
): string {
  const secure = publicUrl.startsWith('https:') ? 'Secure; ' : '';
  // Lax: a label is opened from the camera, which is another site.
  return `${name}=${token}; Expires=${until.toUTCString()}; Path=/p; HttpOnly; ${secure}SameSite=Lax`;
}

/** The secret of the vendor link that this phone opened, if any. */
export function readVendorToken(request: FastifyRequest): string | undefined {
  return readCookies(request).find(([own]) => own === name)?.[1];
}
