import type { Pool } from 'pg';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { isOverBudget } from '../../../campaigns/messages/draft-fields.ts';
import type { Finding } from '../../../campaigns/messages/finding.ts';
import {
  legalWindow,
  narrow,
  unasked,
  wishesNight,
} from '../../../campaigns/messages/legal-hours.ts';
import { isClean, lintTemplate } from '../../../campaigns/messages/lint.ts';
import { asksPerson } from '../../../campaigns/messages/lint-likeness.ts';
import { stationField } from '../../../campaigns/messages/merge-fields.ts';
import type { MessageCategory, Messages } from '../../../campaigns/messages/messages.ts';
import { heardOptOut } from '../../../campaigns/messages/opt-out-ways.ts';
import { findCards } from '../../../campaigns/messages/station-cards.ts';
import {
  blastProblemWords,
  cardlessWords,
  stationlessWords,
  unfitWords,
  unlikeReasonWords,
} from '../../../campaigns/words/blast-problem-words.ts';
import { seriesProblemWords } from '../../../campaigns/words/series-problem-words.ts';
import { operatorGateway } from '../../contract/values.ts';
import { type Audience, findAudience } from '../audiences/audiences-sql.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { lacksTest } from '../registrations/registrations-sql.ts';
import { type Blast, listGateways } from './blast.ts';
import { contentFaults } from './content-faults.ts';
import { lacksConsent, lacksConsentId } from './draft.ts';
import type { BlastText } from './draft-schemas.ts';
import type { BlastEstimate } from './estimates.ts';
import { leavesOutRounds } from './series.ts';
import { findSeriesProblems } from './series-problems.ts';
import { judgeTemplates } from './whatsapp.ts';

type ProblemCode = keyof typeof blastProblemWords;

/** Gateways by name, as far as they refuse what a blast is. */
export type JudgedGateways = Readonly<
  Record<string, Pick<Gateway, 'promotion' | 'callerNumber' | 'whatsapp'>>
>;

interface JudgedBy {
  campaign: Campaign;
  /** By name: those that are set up. */
  gateways: JudgedGateways;
  estimate: Pick<BlastEstimate, 'recipients' | 'paise' | 'stations'>;
}

/** The campaign with the ways out that are heard. */
export function withHeard(
  campaign: Campaign,
  gateways: Readonly<Record<string, unknown>>,
): Campaign {
  const { messages } = campaign;
  return { ...campaign, messages: { ...messages, optOut: heardOptOut(messages.optOut, gateways) } };
}

/** Why a draft cannot be submitted yet; empty when it can. */
export async function findProblems(
  pool: Pool,
  blast: Blast,
  { campaign: set, gateways, today, estimate }: JudgedBy & { today: string },
): Promise<Bilingual[]> {
  const campaign = withHeard(set, gateways);
  const audience = await findAudience(pool, blast.audienceId);
  const hours = narrow(legalWindow(blast.category, blast.channel), blast.window);
  const codes = [
    judgeAudience(blast, audience, today),
    hours === null ? ('outside-legal-hours' as const) : null,
    ...new Set(listGateways(blast).map((gateway) => judgeGateway({ ...blast, gateway }, gateways))),
    ...(await judgeTexts(pool, blast, { campaign, gateways })),
  ];
  const { sms, others } = listParts(blast);
  const smsCodes =
    sms === null
      ? []
      : [
          isRegistered(sms, campaign.messages) ? null : ('fallback-not-registered' as const),
          hasFaultyTemplate(sms, campaign.messages) ? ('faulty-text' as const) : null,
          judgeGateway(sms, gateways),
          (await isUntested(pool, sms)) ? ('text-not-tested' as const) : null,
        ];
  codes.push(...smsCodes);
  for (const each of others) codes.push(...(await judgeTexts(pool, each, { campaign, gateways })));
  // Asked of the drafter alone: what another officer has taken on goes on.
  if (blast.status === 'draft' && blast.unlikeReason === null && isUnlike(blast, campaign))
    codes.push('no-unlike-reason');
  const seriesCodes = await findSeriesProblems(pool, blast, { campaign, audience, today });
  return [
    ...[...new Set(codes)].flatMap((code) => (code === null ? [] : blastProblemWords[code])),
    ...seriesCodes.map((code) => seriesProblemWords[code]),
    ...findContentFaults(blast, campaign, 'error').map(({ message }) => message),
    ...(estimate.recipients === 0 ? [blastProblemWords['no-numbers']] : []),
    ...(isSmallTrial(blast, estimate) ? [blastProblemWords['trial-too-few']] : []),
  ];
}

/** Each text of a trial has its own link; with fewer people than this its figures would speak of persons. */
const leastTrial = 10;

function isSmallTrial(
  { trial }: Blast,
  { recipients }: Pick<BlastEstimate, 'recipients'>,
): boolean {
  return trial !== null && (recipients * trial.share) / 100 < leastTrial;
}

async function judgeTexts(
  pool: Pool,
  blast: Blast,
  { campaign: { messages }, gateways }: Pick<JudgedBy, 'campaign' | 'gateways'>,
): Promise<(ProblemCode | null)[]> {
  return [
    isRegistered(blast, messages) ? null : 'not-registered',
    hasFaultyTemplate(blast, messages) ? 'faulty-text' : null,
    await judgeWhatsapp(blast, gateways),
    (await isUntested(pool, blast)) ? 'text-not-tested' : null,
  ];
}

/** A template that an officer entered is tried once over the same gateway before its first blast. */
async function isUntested(pool: Pool, blast: Blast): Promise<boolean> {
  const { channel, texts } = blast;
  if (channel !== 'sms') return false;
  const used = Object.entries(texts).map(([language, { templateId }]) => ({
    language,
    templateId,
  }));
  for (const name of listGateways(blast)) {
    if (name === 'emulator' || name === operatorGateway) continue;
    if (await lacksTest(pool, used, name)) return true;
  }
  return false;
}

function judgeAudience(
  { category, gateway }: Blast,
  audience: Audience | null,
  today: string,
): ProblemCode | null {
  if (audience === null || audience.readyAt === null) return 'list-not-ready';
  if (audience.excluding) return 'excluding-list';
  if (lacksConsent(category, audience)) return 'no-explicit-consent';
  if (gateway !== 'emulator' && lacksConsentId(category, audience)) return 'no-consent-id';
  return audience.retainUntil < today ? 'retention-over' : null;
}

/** A gateway that carries no promotion, or whose calls come from a number of another series; training may be both. */
export function judgeGateway(
  { gateway: name, channel, category }: Pick<Blast, 'gateway' | 'channel' | 'category'>,
  gateways: JudgedGateways,
): ProblemCode | null {
  const gateway = gateways[name];
  if (name === 'emulator' || gateway === undefined) return null;
  if (gateway.promotion === 'refused' && unasked(category)) return 'gateway-no-promotion';
  if (channel !== 'ivr' || gateway.callerNumber === undefined) return null;
  return findCallerFault(gateway.callerNumber, category);
}

/** Everything else that a blast says, each as the blast that it would be: the SMS beside WhatsApp apart. */
function listParts({ trial, repeat, ...blast }: Blast): { sms: Blast | null; others: Blast[] } {
  const alone = { ...blast, trial: null, fallback: null, repeat: null };
  const { fallback } = blast;
  const others = [...(trial === null ? [] : [trial]), ...(repeat?.texts ?? [])];
  return {
    sms: fallback && { ...alone, ...fallback, channel: 'sms', further: [] },
    others: others.map(({ texts }) => ({ ...alone, texts })),
  };
}

/** Nothing goes by a template that WhatsApp has not approved as it is here; where it cannot be asked, nothing goes either. */
async function judgeWhatsapp(blast: Blast, gateways: JudgedGateways): Promise<ProblemCode | null> {
  if (blast.channel !== 'whatsapp') return null;
  const whatsapp = gateways[blast.gateway]?.whatsapp;
  return whatsapp === undefined ? 'template-unknown' : judgeTemplates(whatsapp, blast);
}

/** The emulator sends everything; a call has no template, and WhatsApp approves its own. */
function isRegistered(
  { gateway, channel, texts }: Blast,
  { registered, templates }: Messages,
): boolean {
  if (gateway === 'emulator' || channel === 'whatsapp') return true;
  if (!registered) return false;
  // A template may have been suspended since the draft was made.
  const isKnown = (language: string, { templateId, header }: Blast['texts']['hi'] & object) =>
    templateId !== null &&
    templates.some(
      (each) =>
        each.language === language && each.templateId === templateId && each.header === header,
    );
  return channel !== 'sms' || Object.entries(texts).every(([name, text]) => isKnown(name, text));
}

function hasFaultyTemplate({ channel, texts }: Blast, messages: Messages): boolean {
  const used = messages.templates.filter(({ language, header, templateId }) => {
    const text = texts[language];
    return text !== undefined && text.header === header && text.templateId === templateId;
  });
  return channel === 'sms' && used.some((template) => !isClean(lintTemplate(template, messages)));
}

/** Warnings: they do not keep a draft from being submitted. */
export function findCautions(
  blast: Blast,
  { campaign, gateways, estimate }: JudgedBy,
): Bilingual[] {
  const texts = listTexts(blast);
  const without = estimate.recipients - estimate.stations;
  const saysStation = texts.some(({ body }) => body.includes(stationField));
  const unfit = texts.flatMap((text) => text.unfit ?? []);
  const cards = findCards(texts);
  const { unlikeReason } = blast;
  const warnings = findContentFaults(blast, withHeard(campaign, gateways), 'warning');
  return [
    ...warnings.map(({ message }) => message),
    ...(unlikeReason !== null && warnings.some(asksPerson)
      ? [unlikeReasonWords(unlikeReason)]
      : []),
    ...(saysStation && without > 0 ? [stationlessWords(without, estimate.recipients)] : []),
    ...(unfit.length > 0 ? [unfitWords([...new Set(unfit)])] : []),
    ...(cards !== null && without + cards.unmade > 0 ? [cardlessWords(without, cards.unmade)] : []),
    ...(isOverBudget(blast, estimate.paise) ? [blastProblemWords['above-budget']] : []),
    ...(wishesNight(blast) ? [blastProblemWords['wishes-night']] : []),
    ...(leavesOutRounds(blast) ? [seriesProblemWords['series-leaves-out']] : []),
  ];
}

function listTexts(blast: Blast): BlastText[] {
  const { sms, others } = listParts(blast);
  return [blast, ...others, ...(sms === null ? [] : [sms])].flatMap(({ texts }) =>
    Object.values(texts),
  );
}

/** Whether something that it says is put to a person. */
export function isUnlike(blast: Blast, campaign: Campaign): boolean {
  return findContentFaults(blast, campaign, 'warning').some(asksPerson);
}

/** In all that it says. */
function findContentFaults(
  blast: Blast,
  campaign: Campaign,
  level: 'error' | 'warning',
): Finding[] {
  const { sms, others } = listParts(blast);
  return contentFaults([blast, ...others, ...(sms === null ? [] : [sms])], campaign).filter(
    ({ severity }) => severity === level,
  );
}

/** A series of numbers from which calls of a kind come. */
interface CallerSeries {
  /** Ten digits, without the country's code. */
  form: RegExp;
  source: string;
}

/**
 * Series by what a call is for; calls from other numbers count as unsolicited. 1601 is that of banks, insurers and
 * brokers, which are no part of this.
 */
export const callerSeries = {
  service: {
    form: /^1600\d{6}$/,
    source:
      'DoT, office memorandum of 28.05.2024: 1600 for government and regulators (hindustantimes.com of 31.05.2024, livemint.com of 30.05.2024; read 29.11.2026)',
  },
  promotion: {
    form: /^140\d{7}$/,
    source:
      'DoT, press release of 30.05.2024: 140 stays for promotion (hindustantimes.com of 31.05.2024; read 29.11.2026)',
  },
} as const satisfies Record<string, CallerSeries>;

type CallerFault = 'caller-foreign' | 'caller-not-1600' | 'caller-not-140';

/** Why calls of a category may not come from a number; null when they may. */
export function findCallerFault(number: string, category: MessageCategory): CallerFault | null {
  const national = toNational(number);
  if (national === null) return 'caller-foreign';
  if (unasked(category))
    return callerSeries.promotion.form.test(national) ? null : 'caller-not-140';
  return callerSeries.service.form.test(national) ? null : 'caller-not-1600';
}

/** The ten digits of an Indian number, however it is written; null for one of another country. */
function toNational(number: string): string | null {
  const bare = number.replace(/[\s()-]/g, '');
  return /^(?:\+91|0091|91(?=\d{10}$)|0)?([1-9]\d{9})$/.exec(bare)?.[1] ?? null;
}
