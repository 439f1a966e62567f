import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { minuteMs } from '../../../campaigns/durations.ts';
import { isLoopback } from '../../platform/process/loopback.ts';
import { answerRequest, type EmulatedApi } from './emulator-api.ts';
import { type EmulatorBehaviour, friendly, randomNumbers } from './emulator-behaviour.ts';
import { type EmulatedAccount, postSigned } from './emulator-phones.ts';
import { EmulatorStore } from './emulator-store.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { createExchanger } from './http-exchange.ts';

export interface EmulatorOptions {
  port: number;
  /** Address that it listens on; by default it answers this machine alone. */
  host?: string | undefined;
  accountSid: string;
  authToken: string;
  behaviour?: Partial<EmulatorBehaviour>;
}

/** A provider on this machine that speaks Twilio's API and sends nothing to anyone. */
export interface Emulator {
  readonly url: string;
  readonly store: EmulatorStore;
  behave(change: Partial<EmulatorBehaviour>): void;
  /** Answers a post to one of our webhooks as a caller or sender would cause it; null when it failed. */
  incoming(url: string, fields: Record<string, string>): Promise<string | null>;
  /** Resolves when no callback is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the emulator; port 0 takes a free one. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { accountSid, authToken } = options;
  const behaviour = { ...friendly, ...options.behaviour };
  const store = new EmulatorStore();
  const exchanger = createExchanger(64);
  const underWay = new Set<Promise<unknown>>();
  const account: EmulatedAccount = {
    accountSid,
    authToken,
    exchanger,
    behaviour,
    random: randomNumbers(behaviour.seed),
  };
  const api: EmulatedApi = {
    account,
    store,
    track(work) {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
  };
  const server = createServer((request, response) => void answerRequest(api, request, response));
  server.keepAliveTimeout = minuteMs;
  return {
    url: `http://127.0.0.1:${await listen(server, options)}`,
    store,
    behave(change) {
      account.behaviour = { ...account.behaviour, ...change };
      if (change.seed !== undefined) account.random = randomNumbers(change.seed);
    },
    incoming: (url, fields) => postSigned(account, url, { AccountSid: accountSid, ...fields }),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      exchanger.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** @returns the port that it got */
async function listen(
  server: Server,
  { port, host = '127.0.0.1' }: EmulatorOptions,
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

interface HostedEmulator {
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
