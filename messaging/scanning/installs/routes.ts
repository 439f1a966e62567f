import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { forOfficers, refusals } from '../../contract/route.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { keyId, key as keySchema, seconds } from './installs-schemas.ts';
import { insertKey, listKeys, type StoredKey, updateRevoked } from './installs-sql.ts';
import { type Installs, takeInstall } from './take-install.ts';

/** A report is some 200 bytes. */
const bodyLimit = 2048;
const symbols = '0123456789abcdefghijklmnopqrstuvwxyz';

const signature = z.object({
  'x-install-key': z.string().regex(/^[0-9a-z]{12}$/),
  'x-install-time': z.string().regex(/^\d{10}$/),
  'x-install-signature': z.string().regex(/^[0-9a-f]{64}$/),
});

/** Where the app's team reports installs: by a signature alone, without a session. */
export function installReportRoutes(installs: Installs) {
  return [
    serveRoute({
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
      bodyLimit,
      config: { access: 'public' },
      handler: async (request) => {
        const signed = signature.safeParse(request.headers);
        if (!signed.success) throw new Refusal('wrong-signature');
        const counted = await takeInstall(installs, request.body, {
          key: signed.data['x-install-key'],
          time: Number(signed.data['x-install-time']),
          signature: signed.data['x-install-signature'],
          client: identifyClient(request),
        });
        return { counted };
      },
    }),
  ];
}

/** The administrator's keys. Every one that is made or ended is in the audit log; its secret is not. */
export function installKeyRoutes({ database, secrets, now }: Installs) {
  const config = { access: rolesFor('install-key.manage') };
  const findKey = async (tx: Queryable, id: string): Promise<StoredKey> => {
    const [key] = await listKeys(tx, toDay(now()), id);
    if (key === undefined) throw new Refusal('not-found');
    return key;
  };
  return [
    serveRoute({
      method: 'GET',
      url: '/api/install-keys',
      schema: {
        summary: 'Keys by which installs are reported, the latest first',
        response: { 200: z.array(keySchema), ...refusals(401, 403) },
      },
      config,
      handler: () => listKeys(database.pool, toDay(now())),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/install-keys',
      schema: {
        summary: 'A new key; its secret is in this answer and never again',
        body: z.object({ place: keySchema.shape.place, dailyLimit: keySchema.shape.dailyLimit }),
        response: { 201: z.object({ key: keySchema, secret: z.string() }), ...forOfficers },
      },
      config,
      handler: async ({ caller, body }, reply) => {
        const id = Array.from({ length: 12 }, () => symbols[randomInt(symbols.length)]).join('');
        const key = await inTransaction(database.pool, async (tx) => {
          await insertKey(tx, { ...body, id, by: caller.actor.name });
          const subject = `install-key/${id}`;
          await writeAudit(tx, { ...caller, action: 'install-key.make', subject, after: body });
          return findKey(tx, id);
        });
        return reply.code(201).send({ key, secret: secrets.secretOf(id) });
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/install-keys/:id/revoke',
      schema: {
        summary: 'Ends a key; what it counted stays, or goes where its secret got out',
        params: z.object({ id: keyId }),
        body: z.object({ discard: z.boolean().describe('Takes out what was counted by it') }),
        response: { 200: keySchema, ...forOfficers, ...refusals(404) },
      },
      config,
      handler: ({ caller, params: { id }, body: { discard } }) =>
        inTransaction(database.pool, async (tx) => {
          if (!(await updateRevoked(tx, id, { by: caller.actor.name, discard })))
            throw new Refusal('not-found');
          const action = discard ? 'install-key.discard' : 'install-key.revoke';
          await writeAudit(tx, { ...caller, action, subject: `install-key/${id}` });
          return findKey(tx, id);
        }),
    }),
  ];
}
