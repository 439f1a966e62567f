import type { z } from 'zod';
import { sendingHours } from '../../../campaigns/messages/legal-hours.ts';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import type { DatabaseClock } from '../../platform/database/database-clock.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { LiveFigures } from '../ledger/tallies-sql.ts';
import { type Blast, computeCost, listGateways, mostSegments } from './blast.ts';
import type { gatewayPart } from './blasts-schemas.ts';
import type { BlastEstimate } from './estimates.ts';
import { canaryWait } from './policy.ts';
import { findEnd, firstMoment } from './window.ts';

/** One gateway's part of a blast: what it is expected to send, or has sent. */
export interface GatewayPart extends z.output<typeof gatewayPart> {
  /** When the first of it would leave; null where no pace is known. */
  startsAt: Date | null;
}

export interface Rates {
  /** Messages a second that a gateway is held to. */
  perSecond: Readonly<Record<string, number>>;
  gateways: Readonly<Record<string, Pick<Gateway, 'countParts'>>>;
}
interface Pace extends Rates {
  clock: Pick<DatabaseClock, 'now'>;
}

/** Messages of a blast that go out in a second: an SMSC's rate counts the parts of each. Null where no rate is known. */
export function findRate(
  { perSecond, gateways }: Rates,
  blast: Blast,
  name: string,
): number | null {
  const rate = perSecond[name] ?? null;
  if (rate === null || gateways[name]?.countParts === undefined) return rate;
  const languages = messageLanguages.filter((language) => blast.texts[language] !== undefined);
  return rate / Math.max(1, ...languages.map((language) => mostSegments(blast, language)));
}

/** Reckons what each gateway of a draft would send, until when and for how much, its own first. */
export async function planParts(
  pace: Pace,
  blast: Blast,
  { byGateway }: Pick<BlastEstimate, 'byGateway'>,
): Promise<GatewayPart[]> {
  const hours = sendingHours(blast);
  const first = hours === null ? null : firstMoment(hours, blast.startsAt, await pace.clock.now());
  return byGateway.map(({ gateway, recipients, segments, paise }) => {
    const rate = findRate(pace, blast, gateway);
    return {
      gateway,
      recipients,
      segments,
      paise,
      perMinute: rate === null ? null : Math.round(rate * 60),
      startsAt: first,
      endsAt: findEnd(hours, first, {
        recipients,
        perSecond: rate,
        waitMs: canaryWait(blast, recipients),
      }),
      figures: null,
      stoppedBy: null,
    };
  });
}

/** Counts what each of several gateways has sent so far. */
export function countParts({ gateways }: Blast, { byGateway }: LiveFigures): GatewayPart[] {
  if (gateways.length < 2) return [];
  return gateways.flatMap((state) => {
    const { gateway, stoppedBy } = state;
    const part = byGateway.get(gateway);
    if (part === undefined) return [];
    const { all: figures, segmentsSent: segments } = part;
    const recipients = Object.values(figures).reduce((sum, count) => sum + count, 0);
    const paise = computeCost(state, segments);
    return {
      gateway,
      recipients,
      segments,
      paise,
      perMinute: null,
      startsAt: null,
      endsAt: null,
      figures,
      stoppedBy,
    };
  });
}

/** When the slowest gateway would be through; null where the pace of one is not known. */
export function findLastEnd(parts: readonly GatewayPart[]): Date | null {
  const ends = parts.filter(({ recipients }) => recipients > 0).map(({ endsAt }) => endsAt);
  const known = ends.flatMap((end) => end?.getTime() ?? []);
  return known.length === 0 || known.length < ends.length ? null : new Date(Math.max(...known));
}

/** Gateways by name, as far as it matters whether receipts come from them. */
export type ReportingGateways = Readonly<Record<string, Pick<Gateway, 'receipts'>>>;

/**
 * Whether what became of a blast's messages can be read from a file only: its gateway sends no receipts, or is not
 * set up here any more.
 */
export function receiptsByFile(
  blast: Pick<Blast, 'channel' | 'startedAt' | 'gateway' | 'further'>,
  gateways: ReportingGateways,
): boolean {
  const silent = findSilentGateway(blast, gateways);
  return blast.channel === 'sms' && blast.startedAt !== null && silent !== null;
}

/** The first gateway of a blast that sends no receipts; null where all do. */
export function findSilentGateway(
  blast: Pick<Blast, 'gateway' | 'further'>,
  gateways: ReportingGateways,
): string | null {
  return listGateways(blast).find((name) => gateways[name]?.receipts === undefined) ?? null;
}
