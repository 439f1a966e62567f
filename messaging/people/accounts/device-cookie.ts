import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { daySeconds } from '../../../campaigns/durations.ts';
import { attemptSubject } from '../../platform/http/attempts-sql.ts';
import { hostCookie } from '../../platform/http/host-cookie.ts';
import { readCookies } from './exchange.ts';

const lifeSeconds = 180 * daySeconds;

/** Devices on which officers signed in: what strangers try elsewhere does not lock them there. */
export interface DeviceCookies {
  /** Key under which failures of this request are counted: the officer's known device, else the e-mail address. */
  subjectOf(request: FastifyRequest, email: string): string;
  /** Makes the device known, after a whole sign-in. */
  remember(reply: FastifyReply, email: string): void;
}

/**
 * Device cookies as OWASP describes them ("Slow Down Online Guessing Attacks with Device Cookies"): signed, one for each
 * officer of a device, and worth nothing but a separate counter of failures.
 */
export function createDeviceCookies(options: { secret: string; https: boolean }): DeviceCookies {
  const sign = (text: string) =>
    createHmac('sha256', options.secret).update(`device/${text}`).digest('base64url');
  const prefix = hostCookie('up-cop.device-', options.https);
  const toName = (subject: string) => `${prefix}${subject.slice(0, 16)}`;

  /** The number of a device that this officer is known on; null for a device that is unknown or no longer counts. */
  const readNonce = (request: FastifyRequest, subject: string): string | null => {
    const name = toName(subject);
    const value = readCookies(request).find(([own]) => own === name)?.[1] ?? '';
    const [issued = '', nonce = '', signature = ''] = value.split('.');
    const age = Date.now() / 1000 - Number.parseInt(issued, 10);
    const known =
      isSame(signature, sign(`${subject}/${issued}/${nonce}`)) && age >= 0 && age < lifeSeconds;
    return known ? nonce : null;
  };

  return {
    subjectOf(request, email) {
      const subject = attemptSubject(email);
      const nonce = readNonce(request, subject);
      return nonce === null ? subject : `${subject}.${nonce}`;
    },
    remember(reply, email) {
      const subject = attemptSubject(email);
      const issued = Math.floor(Date.now() / 1000);
      const nonce = randomBytes(12).toString('base64url');
      const signature = sign(`${subject}/${issued}/${nonce}`);
      reply.header(
        'set-cookie',
        `${toName(subject)}=${issued}.${nonce}.${signature}; Max-Age=${lifeSeconds}; Path=/; HttpOnly; ${options.https ? 'Secure; ' : ''}SameSite=Strict`,
      );
    },
  };
}

function isSame(found: string, right: string): boolean {
  return found.length === right.length && timingSafeEqual(Buffer.from(found), Buffer.from(right));
}
