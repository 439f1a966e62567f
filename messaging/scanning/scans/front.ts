import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import proxyAddress from '@fastify/proxy-addr';
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify';
import { isStopAddress } from '../../../campaigns/messages/stop-link.ts';
import type { Config } from '../../config.ts';
import { readAddress, refuseAddresses } from '../../platform/http/canonical-path.ts';
import { closeFreed } from '../../platform/http/close-freed.ts';
import { setHeaders } from '../../platform/http/headers.ts';
import { createRequestIds, RequestLog } from '../../platform/http/request-log.ts';
import { createClock } from '../../platform/process/clock.ts';
import { checkDataDir } from '../../platform/process/data-dir-fs.ts';
import type { ScanOutcome } from '../../platform/process/metrics.ts';
import { openFreeSpool } from '../../platform/spool/own-spool.ts';
import type { Spool } from '../../platform/spool/spool.ts';
import { answerScan, type ScanAnswer, type ScanDependencies } from './answer-scan.ts';
import { answerChallenge } from './challenge.ts';
import { indexClosed, indexDetours } from './code-exceptions.ts';
import { type DaySalt, openDaySalt } from './day-salt.ts';
import { inTurns } from './in-turns.ts';
import { type KeptCodes, readKeptCodes } from './kept-codes-fs.ts';
import { openKeptRegistry } from './registry-source-fs.ts';
import { registerScans } from './routes.ts';
import { cacheAnswers } from './visitor-kind.ts';

/** A port on which scans are answered from what was kept on the disk, and spooled. */
export interface Redirect {
  salts: DaySalt;
  /** Answers scans by these from now on. */
  follow(answering: ScanDependencies): void;
  /** Answers scans by what was kept since. */
  learn(kept: KeptCodes): void;
  /** Takes no new requests and waits for those under way. */
  stop(): Promise<void>;
  address: string;
}

/**
 * The port of the service, open before anything else is loaded: scans are answered from what was kept on the disk and
 * spooled, whatever becomes of the rest; everything else is handed on once it is there.
 */
export interface Front extends Pick<Redirect, 'salts' | 'follow' | 'stop' | 'address'> {
  spool: Spool;
  /** Hands on everything that is no scan. */
  attach(whole: FastifyInstance): void;
  /** Asks to come again. */
  answerLater: Handler;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export async function openFront(config: Config, log: FastifyBaseLogger): Promise<Front> {
  checkDataDir(config.dataDir);
  const spool = await openFreeSpool({
    base: join(config.spoolDir, 'scans'),
    onTrouble: (error) => log.error(error, 'scans cannot be stored'),
  });
  const early: ScanOutcome[] = [];
  let rest: Handler = answerLater;
  const redirect = await openRedirect(config, log, {
    port: config.port,
    spool,
    onAnswer: (outcome) => void early.push(outcome),
    rest: (request, response) => rest(request, response),
  });
  return {
    ...redirect,
    spool,
    answerLater,
    follow(next) {
      redirect.follow(next);
      for (const outcome of early.splice(0)) next.onAnswer(outcome);
    },
    attach: (whole) => {
      rest = whole.routing;
    },
  };
}

export interface RedirectOptions extends Pick<ScanDependencies, 'spool' | 'onAnswer'> {
  port: number;
  /** Answers what is no scan. */
  rest: Handler;
}

export async function openRedirect(
  config: Config,
  log: FastifyBaseLogger,
  { port, rest, spool, onAnswer }: RedirectOptions,
): Promise<Redirect> {
  const kept = readKeptCodes(config.dataDir) ?? (await gatherCodes(config));
  const https = config.publicUrl.startsWith('https:');
  const salts = openDaySalt(undefined, {
    onTrouble: (error) => log.error(error, 'the salt of the day is in memory only'),
  });
  const clock = createClock(() => config.campaignToday);
  const base = { spool, salts, clock, secure: https, onAnswer };
  let answering: ScanDependencies = { ...base, ...fromKept(kept) };
  const genReqId = createRequestIds();
  const app = fastify({
    loggerInstance: log,
    logController: new RequestLog(),
    genReqId,
    trustProxy: config.trustProxy,
    rewriteUrl: readAddress,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    serverFactory: (odd: Handler) =>
      createServer(
        {
          // As those of the whole service: `limitBodyTime` ends what stands still.
          requestTimeout: 0,
          headersTimeout: 30_000,
          keepAliveTimeout: 72_000,
          optimizeEmptyRequests: true,
        },
        (request, response) => {
          const code = readPrinted(request);
          if (code !== undefined) void answerPrinted(code, request, response);
          else (isScan(request) ? odd : others)(request, response);
        },
      ),
  });
  closeFreed(app);
  setHeaders(app, { https });
  refuseAddresses(app);
  // A page of the site may begin as a code does.
  app.setNotFoundHandler((request, reply) => {
    reply.hijack();
    rest(request.raw, reply.raw);
  });
  const onFailure = (err: unknown) => log.error({ err }, 'a scan was not answered');
  app.setErrorHandler((error, _request, reply) => {
    onFailure(error);
    return reply.code(500).send();
  });
  registerScans(app, () => answering, { documented: false });
  const scanHeaders = Object.entries(app.headersOf('scan')).flat();
  const lostHeaders = Object.entries(app.headersOf('lost-page')).flat();
  let stopping = false;
  const trusted = trustProxies(config.trustProxy);
  const others = inTurns(rest);

  function write(response: ServerResponse, { status, headers, page }: ScanAnswer): void {
    const fixed = page === undefined ? scanHeaders : lostHeaders;
    const length = page === undefined ? 0 : Buffer.byteLength(page);
    const list = [...fixed, ...headers, 'content-length', String(length)];
    if (stopping) list.push('connection', 'close');
    response.writeHead(status, list).end(page);
  }

  /** As a code is printed it needs no router: what Fastify does for a request costs as much as the scan itself. */
  async function answerPrinted(
    typed: string,
    raw: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      const address = proxyAddress(raw, trusted);
      write(response, await answerScan(answering, { raw, typed, address, requestId: genReqId }));
    } catch (error) {
      onFailure(error);
      response.writeHead(500, { ...app.headersOf('api'), 'content-length': 0 }).end();
    }
  }

  return {
    salts,
    address: await app.listen({ port, host: config.host }),
    follow(next) {
      answering = next;
    },
    learn(known) {
      answering = { ...base, ...fromKept(known) };
    },
    async stop() {
      stopping = true;
      await app.close();
    },
  };
}

const printed = /^\/q\/?([0-9a-z]{6})$/i;
const scanStart = /^\/q/i;

/** The code of an address as it is printed, with nothing around it. */
function readPrinted({ method, url = '' }: IncomingMessage): string | undefined {
  return isRead(method) ? printed.exec(url)?.[1] : undefined;
}

function isScan({ method, url = '' }: IncomingMessage): boolean {
  return isRead(method) && scanStart.test(url) && !isStopAddress(url);
}

function isRead(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Proxies whose X-Forwarded-For is believed, as Fastify reads the setting. */
function trustProxies(setting: string): (address: string, place: number) => boolean {
  const trusted = proxyAddress.compile(setting.split(',').map((each) => each.trim()));
  const remembered = cacheAnswers((address) => trusted(address, 0));
  return (address) => remembered(address);
}

const laterSeconds = 2;
const starting = {
  error: 'unavailable',
  hi: 'सेवा शुरू हो रही है; कृपया कुछ क्षण बाद फिर प्रयास करें',
  en: 'The service is starting; please try again in a moment',
};
/** Asks again by itself. Without styles: those of the service's pages are not loaded yet. */
const startingPage = `<!doctype html><html lang="hi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${laterSeconds}"><title>सेवा शुरू हो रही है</title></head>
<body><h1>सेवा शुरू हो रही है</h1><p>यह पृष्ठ अपने आप खुल जाएगा।</p>
<p lang="en">The service is starting. This page opens by itself.</p></body></html>`;

/** While the rest of the service is loaded. */
function answerLater({ method, headers }: IncomingMessage, response: ServerResponse): void {
  const isPage = method === 'GET' && headers.accept?.includes('text/html') === true;
  response
    .writeHead(503, {
      'content-type': `${isPage ? 'text/html' : 'application/json'}; charset=utf-8`,
      'retry-after': String(laterSeconds),
      'cache-control': 'no-store',
    })
    .end(isPage ? startingPage : JSON.stringify(starting));
}

function fromKept(kept: KeptCodes) {
  const { challengeKey } = kept;
  const closed = indexClosed(kept.closed);
  return {
    campaign: kept.campaign,
    directory: { districts: [...kept.districts], stations: [] },
    registry: openKeptRegistry(kept),
    detours: indexDetours(kept.detours),
    closedCodes: { reasonOf: (code: string) => closed.get(code) },
    challenge: {
      answer: (code: string, nonce: string) => answerChallenge(challengeKey, code, nonce),
    },
  };
}

/** Where nothing was kept yet: the campaign itself, which takes long to load. */
async function gatherCodes(config: Config): Promise<KeptCodes> {
  const { gatherCodes } = await import('./gather-codes-fs.ts');
  return gatherCodes(config);
}
