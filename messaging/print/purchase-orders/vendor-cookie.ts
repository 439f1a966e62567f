import type { FastifyRequest } from 'fastify';
import { readCookies } from '../../people/accounts/exchange.ts';

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
