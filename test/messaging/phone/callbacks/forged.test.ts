import { pino } from 'pino';
import twilio from 'twilio';
import { expect, onTestFinished, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { loadConfig } from '../../../../messaging/config.ts';
import { openCallbacks } from '../../../../messaging/phone/callbacks/module.ts';
import { openGatewayModule } from '../../../../messaging/phone/gateways/module.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { createMetrics } from '../../../../messaging/platform/process/metrics.ts';
import { folderForTest } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { makeHouse } from '../../fixtures/house.ts';
import { createModuleServer } from '../../fixtures/module-server.ts';
import { freePort } from '../../fixtures/postgres.ts';

const database = await openPostgres();

test('where only C-DAC is set up, a STOP that nobody signed opts nobody out', async () => {
  const shared = {
    config: loadConfig({
      DATA_DIR: folderForTest('forged-'),
      EMULATOR_PORT: String(await freePort()),
      CDAC_URL: 'http://127.0.0.1:1',
      CDAC_USERNAME: 'u',
      CDAC_PASSWORD: 'p',
      CDAC_DEPARTMENT_KEY: 'k',
    }),
    database,
    campaign: loadCampaign('up-cop'),
    clock: createClock(),
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
  };
  const gateways = await openGatewayModule(shared);
  const callbacks = await openCallbacks({ ...makeHouse(shared), ...gateways });
  const { districts } = loadDirectory();
  const app = await createModuleServer({ modules: [gateways, callbacks], officers: {}, districts });
  onTestFinished(async () => {
    await app.close();
    await callbacks.close?.();
    await gateways.close?.();
  });
  const stop = async (token: string) => {
    const path = '/webhooks/twilio/replies';
    const fields = { From: '+919876543210', Body: 'STOP' };
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': twilio.getExpectedTwilioSignature(
          token,
          `${shared.config.publicUrl}${path}`,
          fields,
        ),
      },
      payload: new URLSearchParams(fields).toString(),
    });
    return answer.statusCode;
  };
  const optedOut = async () => (await database.pool.query('SELECT FROM opt_out')).rowCount;

  // What was in the source, and what anybody would try.
  for (const token of ['training-token', '', '0']) expect(await stop(token)).toBe(403);
  expect(await optedOut()).toBe(0);
  // The emulator of this installation is believed: its token was made here.
  const [own = ''] = gateways.callbackTokens;
  expect(own).toMatch(/^[\w-]{43}$/);
  expect(await stop(own)).toBe(200);
  await expect.poll(optedOut).toBe(1);
});
