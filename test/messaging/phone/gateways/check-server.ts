import { createServer, type IncomingMessage } from 'node:http';
import { listenLocally } from './local-server.ts';

/** How the next requests are answered. */
export type Mode = 'ok' | 'refuse-login' | 'busy' | 'broken' | 'silent' | 'drop-after';

export interface CheckServer {
  url: string;
  mode: Mode;
  /** Instead of `mode`, by the number of the request from 1. */
  modeOf?: (request: number) => Mode;
  requests: number;
  received: { to: string; body: string }[];
  /** Faults of a request in its form, hash or encoding. */
  faults: string[];
  close(): Promise<void>;
}

interface Message {
  to: string;
  body: string;
}

export interface Judge {
  /** Reads one request; throws what is wrong with it. */
  read(request: IncomingMessage, fields: URLSearchParams): Message | Message[];
  accept(number: number): string;
  refuseLogin(): string;
  /** Status of that; 200 where the body alone says it. */
  refusedStatus?: number;
}

/** A provider that accepts a request only when every detail of its form is right. */
export async function startCheckServer(judge: Judge): Promise<CheckServer> {
  const state: CheckServer = {
    url: '',
    mode: 'ok',
    requests: 0,
    received: [],
    faults: [],
    close: async () => {},
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    state.requests += 1;
    const mode = state.modeOf?.(state.requests) ?? state.mode;
    if (mode === 'busy') return void response.writeHead(429, { 'Retry-After': '7' }).end();
    if (mode === 'broken') return void response.writeHead(503).end('Service Unavailable');
    if (mode === 'refuse-login') {
      return void response.writeHead(judge.refusedStatus ?? 200).end(judge.refuseLogin());
    }
    try {
      const fields = new URLSearchParams(Buffer.concat(parts).toString());
      state.received.push(...[judge.read(request, fields)].flat());
    } catch (error) {
      state.faults.push(String(error));
      return void response.writeHead(400).end(String(error));
    }
    if (mode === 'silent') return;
    if (mode === 'drop-after') return void request.socket.destroy();
    response.end(judge.accept(state.received.length));
  });
  Object.assign(state, await listenLocally(server));
  return state;
}
