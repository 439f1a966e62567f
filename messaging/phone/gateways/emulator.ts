import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { minuteMs } from '../../../campaigns/durations.ts';
import { answerRequest, type EmulatedApi } from './emulator-api.ts';
import { type EmulatorBehaviour, friendly, randomNumbers } from './emulator-behaviour.ts';
import { type EmulatedAccount, postSigned } from './emulator-phones.ts';
import { EmulatorStore } from './emulator-store.ts';
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
