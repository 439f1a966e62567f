import { hourMs } from '../../../../../../campaigns/durations.ts';
import { sampleCode } from '../../../../../../campaigns/links/short-code.ts';
import {
  type DraftValues,
  draftFieldNames,
  draftFieldOf,
  readDraftFields,
  usualChoices,
} from '../../../../../../campaigns/messages/draft-fields.ts';
import {
  type MessageLanguage,
  messageLanguages,
} from '../../../../../../campaigns/messages/message-language.ts';
import type { MessageCategory, Template } from '../../../../../../campaigns/messages/messages.ts';
import { allClasses } from '../../../../../../campaigns/messages/preference-classes.ts';
import { isReply } from '../../../../../../campaigns/messages/reply-texts.ts';
import {
  findCards,
  type StationCards,
} from '../../../../../../campaigns/messages/station-cards.ts';
import { stopLink, valuesWithLinks } from '../../../../../../campaigns/messages/stop-link.ts';
import { findVariables, fixedParts } from '../../../../../../campaigns/messages/template.ts';
import {
  type VariableKind,
  variableMark,
} from '../../../../../../campaigns/messages/variable-mark.ts';
import { parseCount } from '../../../../../../campaigns/numbers.ts';
import { toDay, toInstant, toTime } from '../../../../../../campaigns/tracker/clock.ts';
import { blastChannelNames } from '../../../../../../campaigns/words/blast-words.ts';
import {
  type MessageChannel,
  operatorGateway,
} from '../../../../../../messaging/contract/values.ts';
import type { Blast } from '../../../../../../messaging/phone/blasts/blasts-schemas.ts';
import type {
  DraftBody,
  ParsedDraft,
} from '../../../../../../messaging/phone/blasts/draft-schemas.ts';
import type { CheckedText } from '../../../../../../messaging/phone/blasts/template-routes.ts';
import type { GatewayAnswer } from '../../../../../../messaging/phone/gateways/routes.ts';
import { formatDay } from '../../../../../i18n/format.ts';
import { type FieldTexts, readFieldTexts, toFieldTexts } from './field-texts.ts';
import { type FurtherForm, toFurtherBody, toFurtherForm } from './further-gateways.ts';
import { once, type RepeatForm, toRepeatBody, toRepeatForm } from './repeat-form.ts';

/** Chosen and typed so far: a draft as it is sent in, with numbers, days and money as their fields have them. */
export interface DraftForm
  extends FieldTexts,
    Pick<
      ParsedDraft,
      | 'channel'
      | 'gateway'
      | 'districts'
      | 'fromMinute'
      | 'toMinute'
      | 'skipBlastIds'
      | 'dndClasses'
    > {
  /** Ids of registered texts; '' for none. */
  templates: Record<MessageLanguage, string>;
  /** For variables that are no link, in order. */
  values: Record<MessageLanguage, readonly string[]>;
  trial: TrialForm | null;
  /** Beside WhatsApp: id of the text that goes as SMS to those who have none, and by which gateway; '' for none. */
  fallback: string;
  fallbackGateway: string;
  /** Hours after which it goes to whom WhatsApp did not reach too; '' for never. */
  fallbackAfter: string;
  further: readonly FurtherForm[];
  audienceId: number | null;
  start: 'now' | 'later';
  day: string;
  time: string;
  repeat: RepeatForm;
}

/** A second text against the first, as typed. */
export interface TrialForm {
  templates: Record<MessageLanguage, string>;
  share: string;
  waitHours: string;
}

export const emptyTrial: TrialForm = {
  templates: { hi: '', en: '' },
  share: '10',
  waitHours: '24',
};

/** Courtesy hours; the legal window may be wider. */
const usualHours = { fromMinute: 10 * 60, toMinute: 21 * 60 };

/** Picks the usual gateway for a channel: a real one where there is one; '' when none can do it. */
export function pickGateway(gateways: readonly GatewayAnswer[], channel: MessageChannel): string {
  const matching = gateways.filter(({ channels }) => channels.includes(channel));
  return (matching.find(({ name }) => name !== 'emulator') ?? matching[0])?.name ?? '';
}

interface Naming {
  texts: readonly CheckedText[];
  language: 'hi' | 'en';
  today: string;
}

/** A name that says what is sent, and on which day; '' while no text is chosen. */
export function proposeName({ channel, templates }: DraftForm, { texts, language, today }: Naming) {
  const id = templates.hi || templates.en;
  const purpose = texts.find(({ template }) => template.id === id)?.template.purpose[language];
  const what = channel === 'ivr' ? blastChannelNames[language].ivr : purpose;
  return what === undefined ? '' : `${what}, ${formatDay(today, language)}`;
}

/** The proposed name goes with the text until an officer writes another. */
export function renameAfterText(last: DraftForm, next: DraftForm, naming: Naming): DraftForm {
  const isProposed = last.name === proposeName(last, naming) && next.name === last.name;
  const name = proposeName(next, naming);
  return isProposed && name !== last.name ? { ...next, name } : next;
}

export function makeEmptyForm(gateways: readonly GatewayAnswer[], texts: readonly CheckedText[]) {
  return {
    ...toFieldTexts(usualChoices),
    channel: 'sms',
    ...pickText(texts, 'sms'),
    trial: null,
    gateway: pickGateway(gateways, 'sms'),
    fallback: '',
    fallbackGateway: '',
    fallbackAfter: '',
    further: [],
    audienceId: null,
    districts: null,
    start: 'now',
    day: '',
    time: '10:00',
    ...usualHours,
    skipBlastIds: [],
    dndClasses: [...allClasses],
    repeat: once,
  } satisfies DraftForm as DraftForm;
}

/** The first Hindi text that a channel can carry, with nothing filled in yet. */
export function pickText(
  texts: readonly CheckedText[],
  channel: MessageChannel,
): Pick<DraftForm, 'templates' | 'values'> {
  const first = listOffered(texts, channel).find(({ template }) => template.language === 'hi');
  return { templates: { hi: first?.template.id ?? '', en: '' }, values: { hi: [], en: [] } };
}

/** A kept draft as the fields have it. */
export function toForm(blast: Blast, texts: readonly CheckedText[]): DraftForm {
  const found = (language: MessageLanguage) => findTemplate(blast, language, texts);
  const { fallback } = blast;
  const sms =
    fallback &&
    messageLanguages.map((name) => findTemplate({ ...fallback, channel: 'sms' }, name, texts));
  return {
    ...toFieldTexts({
      ...(readDraftFields(blast) as Partial<DraftValues>),
      stationCards: findCards(Object.values(blast.texts)) !== null,
    }),
    channel: blast.channel,
    templates: { hi: found('hi')?.id ?? '', en: found('en')?.id ?? '' },
    values: { hi: found('hi')?.values ?? [], en: found('en')?.values ?? [] },
    trial: toTrialForm(blast, texts),
    gateway: blast.gateway,
    fallback: sms?.find((one) => one !== null)?.id ?? '',
    fallbackGateway: fallback?.gateway ?? '',
    fallbackAfter: String(fallback?.afterHours ?? ''),
    further: toFurtherForm(blast.further),
    audienceId: blast.audienceId,
    districts: blast.districts,
    start: blast.startsAt === null ? 'now' : 'later',
    ...(blast.startsAt === null
      ? { day: '', time: '10:00' }
      : toDayAndTime(new Date(blast.startsAt))),
    ...blast.window,
    skipBlastIds: blast.selection.skipBlastIds,
    dndClasses: blast.selection.dndClasses,
    repeat: toRepeatForm(
      blast.repeat,
      (later, language) => findTemplate({ ...blast, texts: later }, language, texts)?.id ?? '',
    ),
  };
}

function toTrialForm(blast: Blast, texts: readonly CheckedText[]): TrialForm | null {
  const { trial, channel } = blast;
  if (trial === null) return null;
  const found = (name: MessageLanguage) =>
    findTemplate({ channel, texts: trial.texts }, name, texts)?.id ?? '';
  return {
    templates: { hi: found('hi'), en: found('en') },
    share: String(trial.share),
    waitHours: String(trial.waitMs / hourMs),
  };
}

function toTrialBody({ trial, channel, gateway, templates }: DraftForm): DraftBody['trial'] {
  if (trial === null || channel === 'ivr' || gateway === operatorGateway) return null;
  const used = messageLanguages.filter((name) => templates[name] !== '');
  return {
    templates: Object.fromEntries(used.map((name) => [name, trial.templates[name]])),
    share: parseCount(trial.share) ?? 0,
    waitHours: parseCount(trial.waitHours) ?? 0,
  };
}

/** Texts that a blast may carry; those that answer somebody are sent by the service itself. */
export function listOffered(texts: readonly CheckedText[], channel: MessageChannel): CheckedText[] {
  return channel === 'whatsapp'
    ? texts.filter(({ card }) => card !== undefined)
    : texts.filter(({ template, card }) => card === undefined && !isReply(template.category));
}

/** Those among them that need no words of an officer. */
export function listWithoutBlanks(
  texts: readonly CheckedText[],
  channel: MessageChannel,
): CheckedText[] {
  return listOffered(texts, channel).filter(
    ({ template }) => listTypedKinds(template.text).length === 0,
  );
}

/**
 * A new draft with the texts and settings of a blast. Settings of its list and approval are chosen again: the
 * list and its districts, the start, the first part, the ceiling of the cost, another cap than the usual one.
 */
export function copyBlast(
  blast: Blast,
  texts: readonly CheckedText[],
  gateways: readonly GatewayAnswer[],
  nameCopy: (name: string) => string,
): DraftForm {
  const offered = [...listOffered(texts, 'sms'), ...listOffered(texts, 'whatsapp')];
  const form = toForm(blast, offered);
  const { channel, templates, values, gateway, fallback, fallbackGateway, fallbackAfter } = form;
  const { fromMinute, toMinute, skipBlastIds, dndClasses } = form;
  const copied = draftFieldNames.filter((name) => draftFieldOf(name).copied);
  const isUsable =
    gateway === operatorGateway ||
    gateways.some((entry) => entry.name === gateway && entry.channels.includes(channel));
  return {
    ...makeEmptyForm(gateways, texts),
    ...Object.fromEntries(copied.map((name) => [name, form[name]])),
    name: nameCopy(form.name).slice(0, 200),
    channel,
    templates,
    values,
    gateway: isUsable ? gateway : pickGateway(gateways, channel),
    fallback,
    fallbackGateway,
    fallbackAfter,
    fromMinute,
    toMinute,
    skipBlastIds,
    dndClasses,
  };
}

/** Finds the registered text that a body was made of, and the values of its variables. */
function findTemplate(
  blast: Pick<Blast, 'channel' | 'texts'>,
  language: MessageLanguage,
  texts: readonly CheckedText[],
): { id: string; values: string[] } | null {
  const body = blast.texts[language]?.body;
  if (body === undefined || blast.channel === 'ivr') return null;
  for (const { template } of texts) {
    if (template.language !== language) continue;
    const form = toPattern(template.text).exec(body);
    if (form === null) continue;
    const variables = findVariables(template.text);
    const values = form.slice(1).filter((_, index) => variables[index]?.kind !== 'url');
    return { id: template.id, values };
  }
  return null;
}

/** Kinds of the variables that an officer fills, in order; the service fills links. */
export function listTypedKinds(text: string): VariableKind[] {
  return findVariables(text)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'url');
}

function toPattern(text: string): RegExp {
  const literal = fixedParts(text).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('(.+)')}$`, 's');
}

/** A text with what is typed in its place, and each link as long as the one that is sent; what is empty stays as a mark. */
export function fillText(
  template: Pick<Template, 'text' | 'links'>,
  host: string,
  { values, code = sampleCode }: { values: readonly string[]; code?: string | undefined },
): string {
  const links = { app: `${host.toLowerCase()}/q/${code}`, stop: stopLink(host) };
  const all = valuesWithLinks(template, links, values);
  let next = 0;
  return template.text.replaceAll(variableMark, () => all[next++] || '……');
}

/** Only what has a place in the chosen text is sent. */
export function toDraftBody(form: DraftForm, templates: readonly Template[]): DraftBody {
  const isWritten = form.channel !== 'ivr';
  const sms = templates.find(({ id }) => id === form.fallback);
  const chosen = messageLanguages.flatMap((language) => {
    const template = templates.find(({ id }) => id === form.templates[language]);
    return isWritten && template !== undefined ? [{ language, template }] : [];
  });
  return {
    ...readFieldTexts(form),
    channel: form.channel,
    templates: Object.fromEntries(chosen.map(({ language, template }) => [language, template.id])),
    values: Object.fromEntries(
      chosen.map(({ language, template }) => {
        const kinds = listTypedKinds(template.text);
        return [language, kinds.map((_, index) => (form.values[language][index] ?? '').trim())];
      }),
    ),
    trial: toTrialBody(form),
    gateway: form.gateway,
    fallback:
      form.channel === 'whatsapp' && sms !== undefined
        ? {
            gateway: form.fallbackGateway,
            templates: { [sms.language]: sms.id },
            afterHours: Number(form.fallbackAfter) || null,
          }
        : null,
    further: form.channel === 'whatsapp' ? [] : toFurtherBody(form),
    // A draft without a list is not taken.
    audienceId: form.audienceId ?? 0,
    districts: form.districts,
    startsAt: form.start === 'now' ? null : toInstant(form.day, form.time).toISOString(),
    fromMinute: form.fromMinute,
    toMinute: form.toMinute,
    skipBlastIds: form.skipBlastIds,
    dndClasses: form.dndClasses,
    repeat: toRepeatBody(form.repeat),
  };
}

function toDayAndTime(moment: Date): { day: string; time: string } {
  return { day: toDay(moment), time: toTime(moment) };
}

/** The cards of stations for a draft's preview, as it was last kept with them. */
export function previewCards(form: DraftForm, kept: Blast | undefined): StationCards | null {
  return form.stationCards === 'true' ? findCards(Object.values(kept?.texts ?? {})) : null;
}

/** Price of a segment, or of a WhatsApp message by the category of its template. */
export function findPaise(
  gateway: GatewayAnswer | undefined,
  category: MessageCategory,
): number | undefined {
  const { whatsapp } = gateway ?? {};
  return category === 'promotional' ? whatsapp?.paise.marketing : whatsapp?.paise.utility;
}
