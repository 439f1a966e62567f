import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

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
