import type { z } from 'zod';
import { pendingCode } from '../../../campaigns/links/short-code.ts';
import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import type { WhatsappCategory } from '../../../campaigns/messages/whatsapp.ts';
import { whatsappPaise } from '../../../campaigns/messages/whatsapp-rates.ts';
import type { sealWords } from '../../../campaigns/words/seal-words.ts';
import type { TrialText } from '../../contract/values.ts';
import type { LiveFigures } from '../ledger/tallies-sql.ts';
import type { blastState } from './blasts-schemas.ts';
import type { BlastDraft, BlastText, BlastTexts } from './draft-schemas.ts';

/** The SMS that goes, in a separate blast, to those without WhatsApp; approved with the blast. */
export type BlastFallback = NonNullable<BlastDraft['fallback']>;

/** A second text against the blast's own, before the rest of its list gets the better one. */
export type BlastTrial = NonNullable<BlastDraft['trial']>;

/** How a blast comes again after its first day. */
export type BlastRepeat = NonNullable<BlastDraft['repeat']>;

/** State of a gateway of a blast. */
export interface GatewayState {
  gateway: string;
  pricePaise: number;
  /** Cost and number of the segments before the last change of the price. */
  costBeforePaise: number;
  segmentsBefore: number;
  /** Since when it has said nothing but "later". */
  laterSinceMs: number | null;
  /** The code by which it stopped. */
  stoppedBy: string | null;
}

/** The round of a series that a blast is. */
export interface BlastRound {
  /** The blast that was approved with all rounds. */
  seriesId: number;
  number: number;
  /** It goes to those alone whom this one reached; null for all of its list. */
  afterBlastId: number | null;
  /** It does not begin by itself after that; null for one that an officer decided on. */
  startBeforeMs: number | null;
}

/** A plan as it was approved: bounds that nothing passes, and digests of what stays as it was. */
export interface Seal {
  people: number;
  paise: number;
  /** Paise a segment by gateway. */
  prices: Record<string, number>;
  digests: Record<keyof typeof sealWords, string>;
}

/** A blast as it is kept. */
export interface Blast extends BlastDraft, z.output<typeof blastState> {
  /** Null for one of no series, also while a series is drafted. */
  round: BlastRound | null;
  /** Codes of the links of the two texts of a trial. */
  trialCodes: [a: string, b: string] | null;
  /** One each, its own the first, once it is planned. */
  gateways: GatewayState[];
  /** Null before it is handed in, and where an earlier version of the service approved it. */
  seal: Seal | null;
  /** The plan that was larger or other than the seal, while it waits for an officer. */
  found: Seal | null;
}

/** The real cost of segments that went through a gateway, each at the price of its time. */
export function computeCost(
  { pricePaise, costBeforePaise, segmentsBefore }: GatewayState,
  segments: number,
): number {
  return costBeforePaise + Math.max(0, segments - segmentsBefore) * pricePaise;
}

/** The same of a whole blast. */
export function computeCosts(
  { gateways }: Pick<Blast, 'gateways'>,
  { byGateway }: Pick<LiveFigures, 'byGateway'>,
  of: 'segmentsSent' | 'segmentsCommitted' = 'segmentsSent',
): number {
  return gateways.reduce(
    (sum, state) => sum + computeCost(state, byGateway.get(state.gateway)?.[of] ?? 0),
    0,
  );
}

/** The text for a recipient's language, or the blast's first one. */
export function textFor(texts: BlastTexts, language: string): BlastText {
  const text = texts[language as MessageLanguage] ?? texts.hi ?? texts.en;
  if (text === undefined) throw new Error('Expected a text in `texts`, got none');
  return text;
}

/** The same texts, to get their own link; a card has its link in a button. */
export function withoutCode(texts: BlastTexts, shortCode: string | null): BlastTexts {
  const code = shortCode ?? pendingCode;
  return JSON.parse(JSON.stringify(texts).replaceAll(code, pendingCode)) as BlastTexts;
}

/** Texts that a recipient gets: by lot in a trial, afterwards as an officer chose. */
export function pickTexts(
  { texts, trial, trialChoice }: Pick<Blast, 'texts' | 'trial' | 'trialChoice'>,
  lot: TrialText | null,
): BlastTexts {
  return trial !== null && (lot ?? trialChoice) === 'b' ? trial.texts : texts;
}

/** Segments of a recipient's text by language; in a trial those of the longer one, until it is known which they get. */
export function mostSegments(
  { texts, trial }: Pick<BlastDraft, 'texts' | 'trial'>,
  language: string,
): number {
  const other = trial === null ? 0 : textFor(trial.texts, language).segments;
  return Math.max(textFor(texts, language).segments, other);
}

/** Segments of the longest of some texts. */
export function longestText(texts: BlastTexts): number {
  return Math.max(0, ...Object.values(texts).map((text) => text.segments));
}

/** Meta's category of a WhatsApp blast, by which it is priced; its own decides on the hours. */
export function whatsappCategory({ category }: Pick<BlastDraft, 'category'>): WhatsappCategory {
  return category === 'promotional' ? 'marketing' : 'utility';
}

/** Names of all gateways of a blast, its own first. */
export function listGateways({
  gateway,
  further,
}: {
  gateway: string;
  further: readonly { gateway: string }[];
}): string[] {
  return [gateway, ...further.map((entry) => entry.gateway)];
}

/**
 * Price of a segment, or of a WhatsApp message; undefined where its gateway is not set up.
 * @param paise of a segment by gateway
 */
export function findPrice(
  paise: Readonly<Record<string, number>>,
  blast: Pick<BlastDraft, 'gateway' | 'channel' | 'category'>,
): number | undefined {
  const price = paise[blast.gateway];
  if (blast.channel !== 'whatsapp' || price === undefined) return price;
  return whatsappPaise(whatsappCategory(blast), blast.gateway);
}

/** Since when all gateways that still send say nothing but "later"; null while one of them says something else. */
export function findLaterSince({ gateways }: Pick<Blast, 'gateways'>): Date | null {
  const left = gateways.filter(({ stoppedBy }) => stoppedBy === null);
  const since = left.flatMap(({ laterSinceMs }) => laterSinceMs ?? []);
  return since.length === 0 || since.length < left.length ? null : new Date(Math.max(...since));
}
