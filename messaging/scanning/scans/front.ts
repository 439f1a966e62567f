import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { campaignBlocks } from '../../../campaigns/links/registry.ts';
import { grownFileName, loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import { refusals } from '../../../campaigns/words/refusals.ts';
import type { Config } from '../../config.ts';
import { readAddress, refuseAddresses } from '../../platform/http/canonical-path.ts';
import { setHeaders } from '../../platform/http/headers.ts';
import { createRequestIds, RequestLog } from '../../platform/http/request-log.ts';
import { createClock } from '../../platform/process/clock.ts';
import { checkDataDir } from '../../platform/process/data-dir-fs.ts';
import type { ScanOutcome } from '../../platform/process/metrics.ts';
import { openFreeSpool } from '../../platform/spool/own-spool.ts';
import type { Spool } from '../../platform/spool/spool.ts';
import { indexClosed, indexDetours } from './code-exceptions.ts';
import { type DaySalt, openDaySalt } from './day-salt.ts';
import { type KeptCodes, readKeptCodes, type ScannedCampaign } from './kept-codes-fs.ts';
import { openKeptRegistry } from './registry-source-fs.ts';
import { registerScans, type ScanDependencies } from './routes.ts';

/**
 * The port of the service, open before anything else is loaded: scans are answered from what was kept on the disk and
 * spooled, whatever becomes of the rest; everything else is handed on once it is there.
 */
export interface Front {
  spool: Spool;
  salts: DaySalt;
  /** Answers scans by these from now on. */
  follow(answering: ScanDependencies): void;
  /** Hands on everything that is no scan. */
  attach(whole: FastifyInstance): void;
  /** Takes no new requests and waits for those under way. */
  stop(): Promise<void>;
  address: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export async function openFront(config: Config, log: FastifyBaseLogger): Promise<Front> {
  checkDataDir(config.dataDir);
  const kept = readKeptCodes(config.dataDir) ?? gatherCodes(config);
  const spool = await openFreeSpool({
    base: join(config.spoolDir, 'scans'),
    onTrouble: (error) => log.error(error, 'scans cannot be stored'),
  });
  const salts = openDaySalt(undefined, {
    onTrouble: (error) => log.error(error, 'the salt of the day is in memory only'),
  });
  const early: ScanOutcome[] = [];
  let answering: ScanDependencies = {
    ...fromKept(kept),
    spool,
    salts,
    clock: createClock(() => config.campaignToday),
    secure: config.publicUrl.startsWith('https:'),
    onAnswer: (outcome) => void early.push(outcome),
  };
  let rest: Handler = answerLater;
  const app = fastify({
    loggerInstance: log,
    logController: new RequestLog(),
    genReqId: createRequestIds(),
    trustProxy: config.trustProxy,
    rewriteUrl: readAddress,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    serverFactory: (scans: Handler) =>
      // As those of the whole service: `limitBodyTime` ends what stands still.
      createServer(
        { requestTimeout: 0, headersTimeout: 30_000, keepAliveTimeout: 72_000 },
        (request, response) => (isScan(request) ? scans : rest)(request, response),
      ),
  });
  setHeaders(app, { https: config.publicUrl.startsWith('https:') });
  refuseAddresses(app);
  // A page of the site may begin as a code does.
  app.setNotFoundHandler((request, reply) => {
    reply.hijack();
    rest(request.raw, reply.raw);
  });
  app.setErrorHandler((error, _request, reply) => {
    log.error({ err: error }, 'a scan was not answered');
    return reply.code(500).send();
  });
  registerScans(app, () => answering, { documented: false });
  const address = await app.listen({ port: config.port, host: config.host });
  return {
    spool,
    salts,
    address,
    follow(next) {
      answering = next;
      for (const outcome of early.splice(0)) next.onAnswer(outcome);
    },
    attach: (whole) => {
      rest = whole.routing;
    },
    stop: () => app.close(),
  };
}

const scanStart = /^\/q/i;

function isScan({ method, url = '' }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && scanStart.test(url);
}

const laterSeconds = 2;
/** Asks again by itself. Without styles: those of the service's pages are not loaded yet. */
const startingPage = `<!doctype html><html lang="hi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${laterSeconds}"><title>सेवा शुरू हो रही है</title></head>
<body><h1>सेवा शुरू हो रही है</h1><p>यह पृष्ठ अपने आप खुल जाएगा।</p>
<p lang="en">The service is starting. This page opens by itself.</p></body></html>`;

/** While the rest of the service is loaded. */
function answerLater({ method, headers }: IncomingMessage, response: ServerResponse): void {
  const isPage = method === 'GET' && headers.accept?.includes('text/html') === true;
  const { hi, en } = refusals.unavailable;
  response
    .writeHead(503, {
      'content-type': `${isPage ? 'text/html' : 'application/json'}; charset=utf-8`,
      'retry-after': String(laterSeconds),
      'cache-control': 'no-store',
    })
    .end(isPage ? startingPage : JSON.stringify({ error: 'unavailable', hi, en }));
}

function fromKept(kept: KeptCodes) {
  const detours = indexDetours(kept.detours);
  const closed = indexClosed(kept.closed);
  return {
    campaign: kept.campaign,
    directory: { districts: [...kept.districts], stations: [] },
    registry: openKeptRegistry(kept),
    detours,
    closedCodes: { reasonOf: (code: string) => closed.get(code) },
    // Only the database has the key.
    challenge: { answer: () => undefined },
  };
}

/** Of the files of the campaign, where nothing was kept yet. */
function gatherCodes(config: Config): KeptCodes {
  const campaign = loadCampaign(config.campaign, config.published);
  const { districts } = loadDirectory({ campaign: config.campaign });
  const { assignments } = loadRegistry({
    campaignFolder: campaignFolder(config.campaign),
    grownFile: join(config.dataDir, grownFileName),
  });
  return {
    campaign: pickScanned(campaign),
    districts,
    assignments,
    blocks: campaignBlocks(assignments),
    detours: [],
    closed: [],
  };
}

export function pickScanned(campaign: Campaign): ScannedCampaign {
  const { app, links, areas, languages, copy, demonstration } = campaign;
  return { app, links, areas, languages, copy, ...(demonstration && { demonstration }) };
}
