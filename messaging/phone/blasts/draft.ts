import type { Campaign } from '../../../campaigns/campaign.ts';
import { pickName } from '../../../campaigns/directory/pick-name.ts';
import { type District, stationKey } from '../../../campaigns/directory/station.ts';
import type { NamedStation } from '../../../campaigns/directory/station-names.ts';
import { hourMs } from '../../../campaigns/durations.ts';
import { pendingCode } from '../../../campaigns/links/short-code.ts';
import { choosesBlasts, pickKept } from '../../../campaigns/messages/draft-fields.ts';
import { unasked } from '../../../campaigns/messages/legal-hours.ts';
import { isMergeField, type PlaceNames } from '../../../campaigns/messages/merge-fields.ts';
import type {
  MessageCategory,
  MessageLanguage,
  Template,
} from '../../../campaigns/messages/messages.ts';
import { isReply } from '../../../campaigns/messages/reply-texts.ts';
import type { StationCards } from '../../../campaigns/messages/station-cards.ts';
import { linkUses, stopLink, valuesWithLinks } from '../../../campaigns/messages/stop-link.ts';
import type { RefusalCode } from '../../../campaigns/words/refusals.ts';
import { operatorGateway } from '../../contract/values.ts';
import { Refusal, wrongInput } from '../../platform/process/refusal.ts';
import type { Audience } from '../audiences/audiences-sql.ts';
import {
  type BlastFallback,
  type BlastRepeat,
  type BlastTrial,
  findPrice,
  listGateways,
} from './blast.ts';
import {
  type BlastDraft,
  type BlastSelection,
  type BlastText,
  type BlastTexts,
  type ParsedDraft,
  selection,
} from './draft-schemas.ts';
import { canarySizeFor, defaultPolicy } from './policy.ts';
import { digestSource } from './series.ts';
import { buildWhatsappTexts } from './whatsapp.ts';
import { fillText } from './written-text.ts';

export interface DraftContext {
  campaign: Campaign;
  districts: readonly Pick<District, 'id' | 'nameHi' | 'nameEn'>[];
  /** Those of the list, where a text names them. */
  stations: readonly NamedStation[];
  /** Numbers of the list that the draft is for. */
  members: number;
  /** Paise a segment by gateway; its keys are the gateways that are set up. */
  paise: Readonly<Record<string, number>>;
  /** Where the site’s files are, without a slash at its end. */
  publicUrl: string;
  /** Pictures of WhatsApp messages by station, where an officer chose them. */
  cards?: StationCards | null;
  /** Hashes of the recordings that a call plays, by prompt. */
  recordings: Readonly<Record<string, string>>;
}

const codeInLink = /\/q\/[0-9A-Z]{6}(?![0-9A-Z])/g;

/**
 * The draft as it will be sent, letter for letter.
 * @throws Refusal, or ValueError for a value that does not fit its variable
 */
export function buildDraft(
  input: ParsedDraft,
  shortCode: string | null,
  context: DraftContext,
): BlastDraft {
  const { paise, members } = context;
  const { category, texts } = buildTexts(input, shortCode, context);
  const { channel, gateway } = input;
  const price = (name: string) => expectPrice(paise, { channel, gateway: name, category });
  const paisePerSegment = price(gateway);
  const further = input.further.map((entry) => ({
    ...entry,
    paisePerSegment: price(entry.gateway),
  }));
  const fault = findGatewayFault(input) ?? findPackFault(input);
  if (fault !== null) throw new Refusal(fault);
  const repeat = buildRepeat(input, category, context);
  const fallback = buildFallback(input, context);
  const parts = { channel, texts, repeat, fallback };
  const source = digestSource(context.campaign, parts, context.recordings);
  return {
    ...pickKept(input, 'draft'),
    channel,
    category,
    texts,
    trial: buildTrial(input, { category, texts }, context),
    gateway,
    further,
    audienceId: input.audienceId,
    districts: input.districts,
    startsAt: input.startsAt,
    window: { fromMinute: input.fromMinute, toMinute: input.toMinute },
    policy: { ...defaultPolicy, canarySize: input.canarySize ?? canarySizeFor(members) },
    selection: toSelection(input),
    paisePerSegment,
    fallback,
    repeat: repeat && { ...repeat, source },
  };
}

function toSelection(input: ParsedDraft): BlastSelection {
  const chosen = selection.parse(input);
  return {
    ...chosen,
    skipBlastIds: choosesBlasts(chosen) ? chosen.skipBlastIds : [],
    dndClasses: [...new Set([0, ...chosen.dndClasses])].toSorted(),
  };
}

/** The second text has the languages of the first and a link as it has, so that the two can be told apart. */
function buildTrial(
  input: ParsedDraft,
  own: Pick<BlastDraft, 'category' | 'texts'>,
  context: DraftContext,
): BlastTrial | null {
  const { trial } = input;
  if (trial === null) return null;
  // Each round would wait for an officer, whom the approval of the series does without.
  if (input.channel === 'ivr' || input.gateway === operatorGateway || input.repeat)
    throw new Refusal('no-trial');
  const { share, waitHours, ...chosen } = trial;
  const { category, texts } = buildTexts({ ...input, ...chosen }, null, context);
  const languages = Object.keys(texts) as MessageLanguage[];
  const isPaired =
    languages.length === Object.keys(own.texts).length &&
    languages.every((name) => own.texts[name] !== undefined);
  const bearLinks = [own.texts, texts].flatMap((each) => Object.values(each)).every(bearsLink);
  const differs = languages.some(
    (name) => withoutCode(texts[name]?.body) !== withoutCode(own.texts[name]?.body),
  );
  if (category !== own.category || !isPaired || !bearLinks || !differs) {
    throw new Refusal('trial-texts');
  }
  return { texts, share, waitMs: waitHours * hourMs };
}

function withoutCode(body = ''): string {
  return body.replaceAll(codeInLink, '/q/');
}

function buildFallback(input: ParsedDraft, context: DraftContext): BlastFallback | null {
  if (input.channel !== 'whatsapp' || !input.fallback) return null;
  const own = {
    channel: 'sms' as const,
    further: [],
    trial: null,
    fallback: null,
    repeat: null,
  };
  const sms = { ...input, ...input.fallback, ...own };
  const { category, texts, gateway, paisePerSegment } = buildDraft(sms, null, context);
  const { afterHours } = input.fallback;
  return { category, texts, gateway, paisePerSegment, afterHours };
}

/** With the texts of later days, which are of the same category: its hours and its do-not-disturb list bind all. */
function buildRepeat(
  input: ParsedDraft,
  category: MessageCategory,
  context: DraftContext,
): BlastRepeat | null {
  const { repeat = null } = input;
  if (repeat === null) return null;
  const { rhythm, times, until } = repeat;
  const later = rhythm === 'texts' ? repeat.texts : [];
  if (new Set(later.map(({ afterDays }) => afterDays)).size < later.length) {
    throw wrongInput('Expected each `repeat.texts` on its own day, got one twice');
  }
  const texts = later.map(({ afterDays, templates, values }) => {
    const built = buildTexts({ ...input, templates, values }, null, context);
    if (built.category !== category) {
      throw wrongInput('Expected texts of one category for `repeat.texts`, got several');
    }
    return { afterDays, texts: built.texts };
  });
  texts.sort((left, right) => left.afterDays - right.afterDays);
  const days = rhythm === 'days' ? repeat.days : [];
  return { rhythm, times, until, days, texts, source: '' };
}

function buildTexts(
  input: ParsedDraft,
  shortCode: string | null,
  context: DraftContext,
): Pick<BlastDraft, 'category' | 'texts'> {
  const { campaign, publicUrl, cards = null } = context;
  const names = {
    hi: namePlaces(input.districts, context, 'hi'),
    en: namePlaces(input.districts, context, 'en'),
  };
  if (input.channel === 'whatsapp') {
    return buildWhatsappTexts(input, { shortCode, campaign, publicUrl, names, cards });
  }
  const chosen = findTemplates(input, campaign);
  const { host } = campaign.links;
  const code = shortCode ?? pendingCode;
  const app = `${host.toLowerCase()}/q/${code}`;
  const links = { app, stop: stopLink(host) };
  const isPacked = input.gateway === operatorGateway;
  if (isPacked && chosen.some((template) => linkUses(template).includes('stop'))) {
    throw new Refusal('stop-link-pack');
  }
  const texts: BlastTexts = {};
  for (const template of chosen) {
    const { language, templateId, header } = template;
    const values = valuesWithLinks(template, links, input.values[language] ?? []);
    const filling = { messages: campaign.messages, names: names[language] };
    texts[language] = { templateId, header, ...fillText(template.text, values, filling) };
  }
  if (input.channel === 'ivr') {
    for (const language of ['hi', 'en'] as const) {
      texts[language] = { templateId: null, header: '', body: '', segments: 1 };
    }
  }
  return { category: chosen[0]?.category ?? campaign.messages.callCategory, texts };
}

/** Names of the places that a blast goes to; one to a whole list says the state to those of whom no district is known. */
function namePlaces(
  ids: readonly string[] | null,
  { campaign, districts, stations }: DraftContext,
  language: MessageLanguage,
): PlaceNames {
  const isMeant = (id: string) => ids === null || ids.includes(id);
  return Object.fromEntries([
    ...(ids === null ? [['', campaign.areas.state[language]]] : []),
    ...districts
      .filter(({ id }) => isMeant(id))
      .map((district) => [district.id, pickName(district, language)]),
    ...stations
      .filter(({ district }) => isMeant(district))
      .map((station) => [stationKey(station), pickName(station, language)]),
  ]);
}

function bearsLink({ body, card }: BlastText): boolean {
  return card === undefined
    ? withoutCode(body) !== body
    : card.buttons.some(({ link }) => link !== null);
}

function findPackFault({ gateway, values }: ParsedDraft): RefusalCode | null {
  const named = Object.values(values).some((each) => each.some(isMergeField));
  return named && gateway === operatorGateway ? 'district-pack' : null;
}

function expectPrice(
  paise: DraftContext['paise'],
  blast: Pick<BlastDraft, 'channel' | 'gateway' | 'category'>,
): number {
  const price = findPrice(paise, blast);
  if (price !== undefined) return price;
  const known = Object.keys(paise).join(', ');
  throw wrongInput(`Expected one of ${known} for \`gateway\`, got "${blast.gateway}"`);
}

/** Several gateways are real ones, each once, and leave something to the first. */
function findGatewayFault(
  input: Pick<ParsedDraft, 'channel' | 'gateway' | 'further'>,
): RefusalCode | null {
  const { channel, further } = input;
  if (further.length === 0) return null;
  // Each has its own number and its own limit there.
  if (channel === 'whatsapp') return 'gateway-alone';
  const names = listGateways(input);
  if (names.includes(operatorGateway) || names.includes('emulator')) return 'gateway-alone';
  const share = further.reduce((sum, entry) => sum + entry.share, 0);
  const operators = further.flatMap((entry) => entry.operators);
  const twice = new Set(names).size < names.length || new Set(operators).size < operators.length;
  return twice || share > 99 ? 'gateway-shares' : null;
}

function findTemplates(input: ParsedDraft, campaign: Campaign): Template[] {
  if (input.channel === 'ivr') return [];
  const chosen = Object.entries(input.templates).map(([language, id]) => {
    const template = campaign.messages.templates.find((entry) => entry.id === id);
    if (template === undefined || template.language !== language) {
      throw wrongInput(`Expected a template in ${language} for \`templates\`, got "${id}"`);
    }
    return template;
  });
  if (chosen.length === 0) throw wrongInput('Expected a template for `templates`, got none');
  const reply = chosen.find(({ category }) => isReply(category));
  if (reply !== undefined) throw new Refusal('reply-text');
  if (new Set(chosen.map(({ category }) => category)).size > 1) {
    throw wrongInput('Expected templates of one category for `templates`, got several');
  }
  return chosen;
}

/**
 * Whether promotion goes to people who agreed to it, and nobody can say by which consent: registrars compare with the
 * consent template (Exotel, DLT consent templates, developer.exotel.com/docs/sms-support/dlt-consent-template; MSG91, DLT
 * consent process; both read 30.11.2026).
 */
export function lacksConsentId(
  category: MessageCategory,
  { consentBasis, consentTemplate }: Pick<Audience, 'consentBasis' | 'consentTemplate'>,
): boolean {
  return unasked(category) && consentBasis === 'explicit-consent' && consentTemplate === null;
}

/** Whether a text needs the consent of each recipient, and the list was not given with it. */
export function lacksConsent(
  category: MessageCategory,
  { consentBasis }: Pick<Audience, 'consentBasis'>,
): boolean {
  return category === 'service-explicit' && consentBasis !== 'explicit-consent';
}
