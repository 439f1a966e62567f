import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../../messaging/config.ts';
import { type Gateways, openGatewayModule } from '../../../../messaging/phone/gateways/module.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { openFolder } from '../../../folders.ts';
import { freePort } from '../../fixtures/postgres.ts';
import { sample } from './conformance.ts';

const dataDir = openFolder('emulator-start-');
const twilio = {
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: 'UPPOLC',
  TWILIO_CALL_FROM: '+12025550100',
  TWILIO_BASE_URL: 'http://127.0.0.1:1',
};

async function open(env: Record<string, string>): Promise<Gateways> {
  return openGatewayModule({
    config: { ...loadConfig(env), dataDir, publicUrl: 'http://127.0.0.1:1' },
    // Only its routes ask it.
    database: {} as Database,
    campaign: { messages: { whatsapp: null } },
    clock: createClock(),
    log: pino({ level: 'silent' }),
  });
}

/** Somebody else on a port of this machine. */
async function takePort() {
  const server = createServer((_request, response) => void response.writeHead(418).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: String((server.address() as AddressInfo).port), close: () => server.close() };
}

it('is reached from other machines where the service is, and nowhere else', async () => {
  for (const [HOST, isReached] of [
    ['0.0.0.0', true],
    ['127.0.0.1', false],
  ] as const) {
    const port = String(await freePort());
    const module = await open({ HOST, EMULATOR_PORT: port });
    // Another address of this machine.
    const answer = fetch(`http://127.0.0.2:${port}/`).then(
      () => true,
      () => false,
    );
    expect(await answer).toBe(isReached);
    await module.close?.();
  }
});

describe('the emulator takes training messages', () => {
  it.each([
    { label: 'alone', more: {} },
    { label: 'beside a real gateway', more: twilio },
  ])('$label, on its port, on any, and when its port is taken', async ({ more }) => {
    const stranger = await takePort();
    const port = String(await freePort());
    for (const env of [
      { EMULATOR_PORT: port },
      { EMULATOR_PORT: port, EMULATOR_URL: `http://localhost:${port}/` },
      { EMULATOR_PORT: '0' },
      { EMULATOR_PORT: stranger.port },
    ]) {
      const module = await open({ ...more, ...env });
      const receipt = await module.gateways['emulator']?.sendSms(sample);
      expect(receipt?.providerId, JSON.stringify(env)).toMatch(/^SM/);
      await module.close?.();
    }
    stranger.close();
  });
});
