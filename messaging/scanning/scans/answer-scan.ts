import type { IncomingMessage } from 'node:http';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { destinationFor, detectPlatform, type Platform } from '../../../campaigns/links/links.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import { parseCode } from '../../../campaigns/links/short-code.ts';
import { targetUrl } from '../../../campaigns/links/targets.ts';
import { inspectionPath } from '../../../campaigns/offices/officer-cookie.ts';
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

/** A request for a code, by whichever server it came in. */
export interface AskedScan {
  raw: Pick<IncomingMessage, 'method' | 'headers'>;
  /** The code, spelt as in the address. */
  typed: string;
  /** `confirm` of the query. */
  confirm?: unknown;
  /** Of the phone, as the trusted proxy names it. */
  address: string;
  requestId: () => string;
}

/** Sent beside the headers of every scan, or of every lost page where there is a page. */
export interface ScanAnswer {
  status: 302 | 404 | 410;
  headers: Readonly<Record<string, string>>;
  page?: string;
}

const rememberedPlatform = cacheAnswers(detectPlatform);

/** Answers as soon as the scan is durable in the spool, and whether or not the database is there. */
export async function answerScan(
  dependencies: ScanDependencies,
  { raw, typed, confirm, address, requestId }: AskedScan,
): Promise<ScanAnswer> {
  const { clock, salts, spool, registry } = dependencies;
  const owned = registry.ownerOf(typed) ?? (await findNew(registry, typed));
  if (owned === undefined) return refuse(dependencies, typed);
  const { method = 'GET', headers } = raw;
  const userAgent = headers['user-agent'] ?? '';
  const platform = rememberedPlatform(userAgent);
  const at = clock.now();
  const url = destinationNow(dependencies, { owned, platform, at });
  if (typeof confirm === 'string') {
    // Nobody scans: the host of the links is asked whether it leads here.
    const proof = dependencies.challenge.answer(owned.code, confirm);
    if (proof !== undefined)
      return { status: 302, headers: { location: url, [challengeHeader]: proof } };
  }
  const { code } = owned;
  const visitorKind = classifyVisitor(method, headers);
  const isInspection = visitorKind === 'officer' && owned.owner.scope === 'station';
  const reason = dependencies.closedCodes.reasonOf(code);
  if (reason !== undefined && !isInspection) {
    dependencies.onAnswer('closed');
    const { title, body } = closedCode(code, reason, dependencies.campaign);
    return toPage(410, page(title, dependencies.campaign, body));
  }
  const salt = salts.of(clock.today());
  const visitor = recogniseVisitor(Buffer.isBuffer(salt) ? salt : await salt, {
    cookie: findCookie(headers.cookie, dependencies.secure),
    address,
  });
  const payload = encodeScan({ at, code, platform, visitorKind, visitor: visitor.hash });
  const stored = await spool.append(payload);
  dependencies.onSpooled?.({ payload, requestId: requestId(), code, stored });
  dependencies.onAnswer(stored ? 'stored' : 'dropped');
  const location = isInspection ? inspectionPath(code) : url;
  return visitor.newCookie !== undefined && visitorKind === 'person'
    ? {
        status: 302,
        headers: { location, 'set-cookie': setCookie(visitor.newCookie, dependencies.secure) },
      }
    : { status: 302, headers: { location } };
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
): ScanAnswer {
  onAnswer('unknown');
  const { title, body } = unknownCode(typed, registry.current().nearest(typed), {
    campaign,
    directory,
  });
  return toPage(404, page(title, campaign, body));
}

function toPage(status: 404 | 410, text: string): ScanAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, page: text };
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
