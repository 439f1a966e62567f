import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { destinationFor, detectPlatform, type Platform } from '../../../campaigns/links/links.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import { parseCode } from '../../../campaigns/links/short-code.ts';
import { targetUrl } from '../../../campaigns/links/targets.ts';
import { inspectionPath } from '../../../campaigns/offices/officer-cookie.ts';
import { file, route } from '../../contract/route.ts';
import { hostCookie } from '../../platform/http/host-cookie.ts';
import { page } from '../../platform/http/html.ts';
import type { Clock } from '../../platform/process/clock.ts';
import type { ScanOutcome } from '../../platform/process/metrics.ts';
import type { Spool } from '../../platform/spool/spool.ts';
import { type Challenge, challengeHeader } from './challenge.ts';
import { closedCode } from './closed-code.ts';
import type { ClosedCodes, Detours } from './code-exceptions.ts';
import type { DaySalt } from './day-salt.ts';
import type { ScannedCampaign } from './kept-codes-fs.ts';
import type { RegistrySource } from './registry-source-fs.ts';
import { encodeScan } from './scan-payload.ts';
import { unknownCode } from './unknown-code.ts';
import { recogniseVisitor, visitorCookie, visitorCookieSeconds } from './visitor.ts';
import { cacheAnswers, classifyVisitor } from './visitor-kind.ts';

/** The addresses in printed codes. */
const scanRoutes = {
  scan: route('GET /q/:code', {
    summary: 'A printed or typed short code: to the store of the device, or the landing page',
    response: {
      302: z.undefined().describe('To the store or the page'),
      410: file('text/html', 'The code was closed; the page says why and where to get the app'),
      404: file('text/html', 'No such code; the page offers the nearest ones'),
    },
  }),
};

export interface ScanDependencies {
  campaign: ScannedCampaign;
  directory: Directory;
  registry: Pick<RegistrySource, 'current' | 'ownerOf' | 'find'>;
  detours: Pick<Detours, 'targetOf'>;
  closedCodes: Pick<ClosedCodes, 'reasonOf'>;
  challenge: Pick<Challenge, 'answer'>;
  spool: Pick<Spool, 'append'>;
  salts: Pick<DaySalt, 'of'>;
  clock: Clock;
  /** Whether the public address is https, so that the cookie is for https only. */
  secure: boolean;
  onAnswer: (outcome: ScanOutcome) => void;
  /** Told of each scan with its spooled bytes, where somebody follows single ones. */
  onSpooled?: (scan: { payload: Buffer; requestId: string; code: string; stored: boolean }) => void;
}

/**
 * `GET /q:code` as printed, and `GET /q/:code` of messages and of the first edition, in upper case or any: answered as
 * soon as the scan is durable in the spool, and whether or not the database is there.
 * @param read what they are answered from now
 */
export function registerScans(
  app: FastifyInstance,
  read: () => ScanDependencies,
  { documented = true } = {},
): void {
  // One line for each of thousands of scans says nothing that /metrics does not.
  const quiet = app.log.child({}, { level: 'warn' });
  for (const path of scanPaths) {
    app.get<ScanRequest>(
      path,
      {
        config: { access: 'public', answers: 'scan' },
        childLoggerFactory: () => quiet,
        ...(documented && {
          schema: { ...scanRoutes.scan.schema, hide: path !== scanRoutes.scan.url },
        }),
      },
      // A handler that returns a promise has Fastify watch each answer to its end, for a tenth of a scan's time.
      (request, reply) => {
        answer(read(), request, reply).catch((error) => reply.send(error));
      },
    );
  }
}

/** `/q/?c=CODE` comes from the field of the page for a wrong code. Without a slash a code must look like one, so that no file or page of the site is taken for it. */
const scanPaths = [
  '/q/',
  '/q/:code',
  '/Q/:code',
  '/q:code(^[^/.]{4,24}$)',
  '/Q:code(^[^/.]{4,24}$)',
  // As some programs write an address that they were given.
  '/q/:code/',
  '/Q/:code/',
  '/q:code(^[^/.]{4,24}$)/',
  '/Q:code(^[^/.]{4,24}$)/',
];

interface ScanRequest {
  Params: { code?: string };
  Querystring: { c?: unknown; confirm?: string | string[] };
}

const rememberedPlatform = cacheAnswers(detectPlatform);

async function answer(
  dependencies: ScanDependencies,
  request: FastifyRequest<ScanRequest>,
  reply: FastifyReply,
): Promise<void> {
  const { clock, salts, spool } = dependencies;
  const typed = request.params.code ?? String(request.query.c ?? '');
  const owned =
    dependencies.registry.ownerOf(typed) ?? (await findNew(dependencies.registry, typed));
  if (owned === undefined) {
    refuse(dependencies, typed, reply);
    return;
  }
  const { headers } = request;
  const userAgent = headers['user-agent'] ?? '';
  const platform = rememberedPlatform(userAgent);
  const at = clock.now();
  const url = destinationNow(dependencies, { owned, platform, at });
  const { confirm } = request.query;
  if (typeof confirm === 'string') {
    // Nobody scans: the host of the links is asked whether it leads here.
    const proof = dependencies.challenge.answer(owned.code, confirm);
    if (proof !== undefined) {
      reply.header(challengeHeader, proof).redirect(url, 302);
      return;
    }
  }
  const { code } = owned;
  const visitorKind = classifyVisitor(request.method, headers);
  const isInspection = visitorKind === 'officer' && owned.owner.scope === 'station';
  const reason = dependencies.closedCodes.reasonOf(code);
  if (reason !== undefined && !isInspection) {
    dependencies.onAnswer('closed');
    const { title, body } = closedCode(code, reason, dependencies.campaign);
    sendPage(reply, 410, page(title, dependencies.campaign, body));
    return;
  }
  const visitor = recogniseVisitor(await salts.of(clock.today()), {
    cookie: findCookie(headers.cookie, dependencies.secure),
    address: request.ip,
    userAgent,
    code,
    at,
  });
  const payload = encodeScan({
    at,
    code,
    platform,
    visitorKind,
    visitor: visitor.hash,
  });
  const stored = await spool.append(payload);
  dependencies.onSpooled?.({ payload, requestId: request.id, code, stored });
  dependencies.onAnswer(stored ? 'stored' : 'dropped');
  if (visitor.newCookie !== undefined && visitorKind === 'person') {
    reply.header('set-cookie', setCookie(visitor.newCookie, dependencies.secure));
  }
  reply.redirect(isInspection ? inspectionPath(code) : url, 302);
}

/** Where a code leads now: to the store of the device, or where it is pointed for a while. */
export function destinationNow(
  { campaign, detours }: Pick<ScanDependencies, 'campaign' | 'detours'>,
  { owned, platform, at }: { owned: OwnedCode; platform: Platform; at: Date },
): string {
  const target = detours.targetOf(owned, at);
  const elsewhere = target === undefined ? undefined : targetUrl(target, campaign, owned);
  return elsewhere ?? destinationFor(platform, campaign.app, owned).url;
}

async function findNew(
  registry: Pick<RegistrySource, 'find'>,
  code: string,
): Promise<OwnedCode | undefined> {
  try {
    return await registry.find(code);
  } catch {
    // Without a database a sound code of those that machines share leads to the app; whose it is, is found when it is stored.
    const parsed = parseCode(code);
    return parsed.kind === 'valid' ? { ...parsed, owner: { scope: 'state' } } : undefined;
  }
}

function refuse(
  { campaign, directory, registry, onAnswer }: ScanDependencies,
  typed: string,
  reply: FastifyReply,
): void {
  onAnswer('unknown');
  const { title, body } = unknownCode(typed, registry.current().nearest(typed), {
    campaign,
    directory,
  });
  sendPage(reply, 404, page(title, campaign, body));
}

function sendPage(reply: FastifyReply, status: number, text: string): void {
  reply.kind = 'lost-page';
  reply.code(status).type('text/html; charset=utf-8').send(text);
}

function findCookie(header: string | undefined, secure: boolean): string | undefined {
  return header === undefined ? undefined : (secure ? safe : plain).exec(header)?.[1];
}

const makePattern = (name: string) => new RegExp(`(?:^|;\\s*)${name}=([\\w-]+)`);
const plain = makePattern(visitorCookie);
const safe = makePattern(hostCookie(visitorCookie, true));

function setCookie(value: string, secure: boolean): string {
  const flags = `Path=/; Max-Age=${visitorCookieSeconds}; HttpOnly; SameSite=Lax`;
  return `${hostCookie(visitorCookie, secure)}=${value}; ${flags}${secure ? '; Secure' : ''}`;
}
