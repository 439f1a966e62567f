import { z } from 'zod';
import { forOfficers, instant, refusals, route } from '../route.ts';

const seconds = z.int().min(0).max(4_102_444_800);

const keyId = z.string().regex(/^[0-9a-z]{12}$/);
const key = z.object({
  id: keyId,
  place: z
    .enum(['server', 'app'])
    .describe('Where the secret lies: on a server of the app’s team, or in the app itself'),
  dailyLimit: z.int().min(1).max(1_000_000).describe('Installs a day that are taken by this key'),
  madeBy: z.string(),
  madeAt: instant,
  revokedBy: z.string().nullable(),
  revokedAt: instant.nullable(),
  installs: z.int().nonnegative().describe('Counted by it in all'),
  today: z.int().nonnegative(),
});
export type InstallKey = z.input<typeof key>;

/** Installs as the app itself reports them. */
export const installRoutes = {
  report: route({
    method: 'POST',
    url: '/api/installs',
    schema: {
      summary:
        'One install, signed by HMAC-SHA256 with the app’s key; a second report of the same install changes nothing',
      body: z.strictObject({
        install: z
          .string()
          .regex(/^[0-9a-f]{32}$/)
          .describe('128 random bits that the app drew once; only their hash is kept, 91 days'),
        code: z
          .string()
          .regex(/^[0-9A-Za-z]{6}$/)
          .describe('`utm_campaign` of the referrer'),
        click: seconds.describe('referrerClickTimestampServerSeconds'),
        begin: seconds.describe('installBeginTimestampServerSeconds'),
        version: z
          .string()
          .regex(/^[0-9A-Za-z][0-9A-Za-z.]{0,19}$/)
          .describe('installVersion, or versionName'),
      }),
      response: {
        200: z.object({ counted: z.boolean().describe('False: it was counted before') }),
        ...refusals(400, 401, 413, 422, 429, 503),
      },
    },
  }),
  keys: route({
    method: 'GET',
    url: '/api/install-keys',
    schema: {
      summary: 'Keys by which installs are reported, the latest first',
      response: { 200: z.array(key), ...refusals(401, 403) },
    },
  }),
  make: route({
    method: 'POST',
    url: '/api/install-keys',
    schema: {
      summary: 'A new key; its secret is in this answer and never again',
      body: z.object({ place: key.shape.place, dailyLimit: key.shape.dailyLimit }),
      response: { 201: z.object({ key, secret: z.string() }), ...forOfficers },
    },
  }),
  revoke: route({
    method: 'POST',
    url: '/api/install-keys/:id/revoke',
    schema: {
      summary: 'Ends a key; what it counted stays, or goes where its secret got out',
      params: z.object({ id: keyId }),
      body: z.object({ discard: z.boolean().describe('Takes out what was counted by it') }),
      response: { 200: key, ...forOfficers, ...refusals(404) },
    },
  }),
};
