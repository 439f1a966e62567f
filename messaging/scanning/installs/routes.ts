import { z } from 'zod';
import { refusals } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { authSecret } from '../../platform/process/secret-fs.ts';
import { installKeyRoutes, openInstallKeys } from './install-keys-serve.ts';
import { createInstallSecrets, type Installs, takeInstall } from './take-install.ts';

/** A report is some 200 bytes. */
const bodyLimit = 2048;

const seconds = z.int().min(0).max(4_102_444_800);
const signature = z.object({
  'x-install-key': z.string().regex(/^[0-9a-z]{12}$/),
  'x-install-time': z.string().regex(/^\d{10}$/),
  'x-install-signature': z.string().regex(/^[0-9a-f]{64}$/),
});

/** Where the app's team reports installs: by a signature alone, without a session. */
export function installReportRoutes(installs: Installs) {
  return [
    serveRoute('POST /api/installs', {
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
      bodyLimit,
      config: { access: 'public', tries: ['install-report'] },
      handler: async (request) => {
        const signed = signature.safeParse(request.headers);
        if (!signed.success) throw new Refusal('wrong-signature');
        const counted = await takeInstall(installs, request, request.body, {
          key: signed.data['x-install-key'],
          time: Number(signed.data['x-install-time']),
          signature: signed.data['x-install-signature'],
        });
        return { counted };
      },
    }),
  ];
}

/** Installs as the app's own team reports them, by code. */
export function openInstalls(house: House & { now?: () => Date }): Module[] {
  const { config, database, ownerOf: findCode, now = () => new Date() } = house;
  const secrets = createInstallSecrets(authSecret(config.dataDir, config.authSecret));
  const installs: Installs = {
    database,
    secrets,
    findCode,
    now,
  };
  return [
    openInstallKeys(house),
    {
      name: 'installs',
      pages: installReportRoutes(installs),
      api: installKeyRoutes(installs, house.heldActs),
    },
  ];
}
