import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { daySeconds } from '../../../campaigns/durations.ts';
import { englishWords, serviceWordsIn } from '../../../campaigns/languages/service-words-fs.ts';
import type { ClosingReason } from '../../../campaigns/links/closing-reasons.ts';
import { destinationFor, detectPlatform, type Platform } from '../../../campaigns/links/links.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import { parseCode } from '../../../campaigns/links/short-code.ts';
import { targetUrl } from '../../../campaigns/links/targets.ts';
import { inspectionPath } from '../../../campaigns/offices/officer-cookie.ts';
import { findNetwork, identifyClient } from '../../platform/http/client.ts';
import { hostCookie } from '../../platform/http/host-cookie.ts';
import { html, type Markup, page } from '../../platform/http/html.ts';
import type { Clock } from '../../platform/process/clock.ts';
import type { ScanOutcome } from '../../platform/process/metrics.ts';
import type { Spool } from '../../platform/spool/spool.ts';
import { type Challenge, challengeHeader } from './challenge.ts';
import type { ClosedCodes, Detours } from './code-exceptions.ts';
import type { DaySalt } from './day-salt.ts';
import type { ScannedCampaign } from './kept-codes-fs.ts';
import type { RegistrySource } from './registry-source-fs.ts';
import { encodeScan } from './scan-payload.ts';
import { unknownCode } from './unknown-code.ts';
import { cacheAnswers, classifyVisitor } from './visitor-kind.ts';

const visitorCookie = 'scan';
/** A visitor is known for a day at most: the salt that the cookie was made with is destroyed then. */
const visitorCookieSeconds = daySeconds;

interface Request {
  cookie: string | undefined;
  address: string;
}

interface Visitor {
  /** 63 bits; says nothing without the salt. */
  hash: bigint;
  /** To be set when the request brought none. */
  newCookie: string | undefined;
}

/** Hexadecimal digits: 128 bits of an id, 64 of its mark. */
const idLength = 32;
const markLength = 16;

/**
 * Recognises who scans: without a cookie the network of a day, an IPv4 /24 or an IPv6 /48. Behind a carrier's NAT many
 * people are one by this, in every district alike; a device, an agent or a time would be as many as a script likes. The
 * cookie's id is itself the network's hash, so that a network gives one visitor a day however often it asks for a new
 * cookie, and a phone stays the same visitor where it goes. Only ids that were made with the day's salt count: an
 * invented cookie is as good as none.
 */
export function recogniseVisitor(salt: Buffer, { cookie, address }: Request): Visitor {
  const brought = cookie?.length === idLength + markLength ? cookie : undefined;
  if (brought !== undefined) {
    const id = brought.slice(0, idLength);
    const known = describe(salt, id);
    if (isSame(brought.slice(idLength), known.mark))
      return { hash: known.hash, newCookie: undefined };
  }
  return meetNetwork(salt, networkOf(address));
}

const networks = new WeakMap<Buffer, (network: string) => Visitor>();

/** One carrier sends thousands of phones by a network: it is remembered, and for no longer than there is its salt. */
function meetNetwork(salt: Buffer, network: string): Visitor {
  const known = networks.get(salt);
  if (known !== undefined) return known(network);
  const meet = cacheAnswers((name): Visitor => {
    const id = digest(salt, `n\n${name}`).slice(0, idLength);
    const { hash, mark } = describe(salt, id);
    return { hash, newCookie: id + mark };
  });
  networks.set(salt, meet);
  return meet(network);
}

/** Hash of an id for its day, and the mark by which its cookie is known to be ours. */
function describe(salt: Buffer, id: string): { hash: bigint; mark: string } {
  const whole = digest(salt, `c\n${id}`);
  return { hash: BigInt(`0x${whole.slice(0, 16)}`) >> 1n, mark: whole.slice(16, 16 + markLength) };
}

function isSame(sent: string, expected: string): boolean {
  const one = Buffer.from(sent);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}

/**
 * Finds the network as `findNetwork` does, of an address as a socket or the proxy writes it: cut out of the text, since to parse
 * each took longer than all else about a visitor.
 */
function networkOf(ip: string): string {
  if (ip.includes('.')) return ip.slice(ip.lastIndexOf(':') + 1, ip.lastIndexOf('.'));
  const [first = '', second = '', third = ''] = ip.split(':', 3);
  // IPv4 that a network translated (RFC 6052).
  if (first === '64' && second === 'ff9b') return findNetwork(identifyClient({ ip }));
  return second === '' ? `${first}:0:0` : `${first}:${second}:${third || '0'}`;
}

/**
 * SHA-256 in hexadecimal digits: Node makes a text of it in a third of the time of a buffer. The salt is secret and of fixed
 * length, and no whole digest is shown, so that a plain hash serves as a keyed one.
 */
function digest(salt: Buffer, text: string): string {
  return hash('sha256', salt.toString('hex') + text, 'hex');
}

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
  /** Names and values in turn. */
  headers: readonly string[];
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
      return { status: 302, headers: ['location', url, challengeHeader, proof] };
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
        headers: [
          'location',
          location,
          'set-cookie',
          setCookie(visitor.newCookie, dependencies.secure),
        ],
      }
    : { status: 302, headers: ['location', location] };
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
  return { status, headers: ['content-type', 'text/html; charset=utf-8'], page: text };
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

/** The page for a code that was closed, in the campaign's language and in English below. */
export function closedCode(
  code: string,
  reason: ClosingReason,
  campaign: Pick<Campaign, 'app' | 'languages' | 'fallback'>,
): { title: string; body: Markup } {
  const { name } = campaign.app;
  const words = serviceWordsIn(campaign).closedCode;
  const en = englishWords.closedCode;
  return {
    title: words.title,
    body: html`<h1>${words.title}: <code>${code}</code></h1>
<p lang="en" class="detail">${en.title}</p>
<p class="notice">${words.reasons[reason]}<br><span lang="en" class="detail">${en.reasons[reason]}</span></p>
<p>${words.safe}<br><span lang="en" class="detail">${en.safe}</span></p>
<p><a href="/get/">${words.get(name)}</a><br><a lang="en" class="detail" href="/en/get/">${en.get(name)}</a></p>`,
  };
}
