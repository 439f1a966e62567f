import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type ErrorClass, retryAfterMs, SendError, transportError } from './send-error.ts';

export interface Exchange {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string | undefined;
  timeoutMs: number;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Exchanger {
  exchange(exchange: Exchange): Promise<Answer>;
  close(): void;
}

/** Asks a provider. @throws SendError where no answer came */
export function askProvider(
  exchanger: Exchanger,
  gateway: string,
  exchange: Exchange,
): Promise<Answer> {
  return exchanger.exchange(exchange).catch((cause: unknown) => {
    throw transportError(gateway, cause);
  });
}

/** The error that an answer means, with its Retry-After. */
export function answerError(
  gateway: string,
  { status, headers }: Answer,
  { code, class: meaning }: { code?: string | undefined; class: ErrorClass },
): SendError {
  const retry = headers['retry-after'];
  return new SendError(
    `[${gateway}] answered ${status}${code === undefined ? '' : `, code ${code}`}`,
    {
      code: code ?? String(status),
      class: meaning,
      retryAfterMs: typeof retry === 'string' ? retryAfterMs(retry, Date.now()) : undefined,
    },
  );
}

/** A body as JSON; undefined for anything else, such as a proxy's page. */
export function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Keeps sockets open to one provider; the time limit covers the whole exchange, its body included. */
export function createExchanger(maxSockets: number, keepAlive = true): Exchanger {
  const options = { keepAlive, maxSockets, maxFreeSockets: maxSockets };
  const http = new HttpAgent(options);
  const https = new HttpsAgent(options);
  return {
    exchange: (exchange) => run(exchange, exchange.url.protocol === 'https:' ? https : http),
    close() {
      http.destroy();
      https.destroy();
    },
  };
}

function run(exchange: Exchange, agent: HttpAgent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, url, headers, body } = exchange;
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const request: ClientRequest = send(
      url,
      { method, agent, headers: { ...headers, ...length } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', fail);
        response.once('end', () => {
          clearTimeout(timer);
          if (!response.complete) {
            fail(new Error('Expected a whole answer, got a part'));
            return;
          }
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          });
        });
      },
    );
    const timer = setTimeout(() => {
      request.destroy(Object.assign(new Error('Expected an answer in time'), { code: 'timeout' }));
    }, exchange.timeoutMs);
    function fail(error: Error): void {
      clearTimeout(timer);
      reject(error);
    }
    request.once('error', fail);
    request.end(body);
  });
}
