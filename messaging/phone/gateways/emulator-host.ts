import type { Logger } from 'pino';
import { isLoopback } from '../../platform/process/loopback.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { createExchanger } from './http-exchange.ts';

export interface HostedEmulator {
  /** Where it really listens. */
  url: string;
  close(): Promise<void>;
}

const everyAddress = new Set(['0.0.0.0', '::']);
const greetingTimeoutMs = 3000;

/**
 * Makes sure that the emulator runs where training messages go, since it is offered as a gateway whatever else is set
 * up. One on another machine is left to those who run it there; one on this machine is started, unless it runs
 * already; where the service listens on every address, it does, for
 * workers on other machines. A port that somebody else has is no reason for messages to wait for ever: any free one is taken then.
 */
export async function hostEmulator(
  { url, accountSid, host }: GatewaySettings['emulator'] & { host?: string | undefined },
  authToken: string,
  log: Pick<Logger, 'warn'>,
): Promise<HostedEmulator> {
  const { hostname, port } = new URL(url);
  const elsewhere = { url, close: async () => {} };
  if (!isLoopback(hostname)) return elsewhere;
  const start = (at: number) =>
    startEmulator({
      port: at,
      host: everyAddress.has(host ?? '') ? host : undefined,
      accountSid,
      authToken,
    });
  let emulator: Emulator;
  try {
    // Without a port in the URL it is that of HTTP.
    emulator = await start(port === '' ? 80 : Number(port));
  } catch (error) {
    if (await knowsUs(url, accountSid, authToken)) return elsewhere;
    emulator = await start(0);
    log.warn(
      { err: error, url: emulator.url },
      `the emulator could not take port ${port} and listens elsewhere: workers beside this service do not reach it; set EMULATOR_PORT to a free one`,
    );
  }
  return { url: emulator.url, close: emulator.close };
}

/** Whether an emulator listens there that takes our token. */
async function knowsUs(url: string, accountSid: string, authToken: string): Promise<boolean> {
  const exchanger = createExchanger(1, false);
  const login = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  try {
    const { status } = await exchanger.exchange({
      method: 'GET',
      url: new URL(`/2010-04-01/Accounts/${accountSid}.json`, url),
      headers: { Authorization: `Basic ${login}` },
      timeoutMs: greetingTimeoutMs,
    });
    return status === 200;
  } catch {
    return false;
  } finally {
    exchanger.close();
  }
}
