import { createHash } from 'node:crypto';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { type narrow, sendingHours } from '../../../campaigns/messages/legal-hours.ts';
import { listRoundDays } from '../../../campaigns/messages/repeat-days.ts';
import { fixedParts } from '../../../campaigns/messages/template.ts';
import {
  addDays,
  daysBetween,
  toDay,
  toInstant,
  toTime,
} from '../../../campaigns/tracker/clock.ts';
import { longestText } from './blast.ts';
import type { BlastDraft, BlastText, BlastTexts } from './draft-schemas.ts';
import { firstMoment, windowAt } from './window.ts';

/** A round as it follows from the draft. */
export interface PlannedRound {
  number: number;
  at: Date;
  /** The end of its hours on its day. */
  startBefore: Date;
  texts: BlastTexts;
  /** It goes to those alone whom the first reached. */
  afterFirst: boolean;
  mostRecipients: number;
  mostPaise: number;
}

/** So many percent more people than were counted at the approval may be written to by a later round. */
const marginPercent = 10;

/** All rounds of a draft, itself the first; none where it goes once, or has no day yet. */
export function planRounds(blast: BlastDraft, recipients: number): PlannedRound[] {
  const { repeat, startsAt } = blast;
  if (repeat === null || startsAt === null) return [];
  const first = toDay(startsAt);
  const hours = sendingHours(blast);
  const price = Math.max(
    blast.paisePerSegment,
    ...blast.further.map(({ paisePerSegment }) => paisePerSegment),
  );
  const mostRecipients = Math.ceil((recipients * (100 + marginPercent)) / 100);
  return listRoundDays(repeat, first).map((day, index) => {
    const at = toInstant(day, toTime(startsAt));
    const later = index === 0 ? undefined : repeat.texts[index - 1]?.texts;
    const texts = later ?? blast.texts;
    // The SMS beside WhatsApp is paid out of the same ceiling.
    const sms = later === undefined ? blast.fallback : null;
    const smsPaise = sms === null ? 0 : longestText(sms.texts) * sms.paisePerSegment;
    const mostPaise = mostRecipients * (longestText(texts) * price + smsPaise);
    return {
      number: index + 1,
      at,
      startBefore: findClose(hours, at),
      texts,
      afterFirst: later !== undefined,
      mostRecipients,
      mostPaise,
    };
  });
}

/** When the hours end in which something that is to begin at a moment may begin. */
function findClose(hours: ReturnType<typeof narrow>, at: Date): Date {
  const opens = hours === null ? at : firstMoment(hours, at, at);
  const state = hours === null ? null : windowAt(hours, opens);
  const closesAt = state?.open === true ? state.closesAt : null;
  return closesAt ?? toInstant(addDays(toDay(opens), 1));
}

/** Whether the rules of the draft itself leave next to nobody for a later round. */
export function leavesOutRounds(
  blast: Pick<BlastDraft, 'repeat' | 'startsAt' | 'selection'>,
): boolean {
  const { repeat, startsAt, selection } = blast;
  if (repeat === null || startsAt === null) return false;
  const { capMessages, capDays, skipReceived, onlyReached } = selection;
  if (repeat.rhythm === 'texts' && (skipReceived === 'any' || onlyReached === false)) return true;
  if (capMessages === null) return false;
  const days = listRoundDays(repeat, toDay(startsAt));
  return days.some((day, index) => {
    const earlier = days[index - capMessages];
    return earlier !== undefined && daysBetween(earlier, day) <= capDays;
  });
}

/** Fingerprint of the registered texts, or of the words and recordings of the call, of a draft; it changes with them. */
export function digestSource(
  { messages }: Pick<Campaign, 'messages'>,
  {
    channel,
    texts,
    repeat,
    fallback,
  }: Pick<BlastDraft, 'channel' | 'texts' | 'repeat' | 'fallback'>,
  recordings: Readonly<Record<string, string>>,
): string {
  const later = (repeat?.texts ?? []).map((each) => each.texts);
  const written = [texts, ...later, fallback?.texts ?? {}].flatMap((each) => Object.entries(each));
  const sources =
    channel === 'ivr'
      ? { ...messages.call, ...recordings }
      : written.map(([language, text]) => findSource(messages, language, text));
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex');
}

function findSource(messages: Campaign['messages'], language: string, text: BlastText): unknown {
  if (text.card !== undefined) {
    const { name } = text.card;
    const known = messages.whatsapp?.templates ?? [];
    return known.filter((each) => each.name === name && each.language === language);
  }
  return messages.templates
    .filter(
      (each) =>
        each.language === language &&
        each.templateId === text.templateId &&
        each.header === text.header &&
        fits(each.text, text.body),
    )
    .map(({ text, category }) => ({ text, category }));
}

/** Whether a body has the fixed parts of a text in their order. */
function fits(text: string, body: string): boolean {
  let at = 0;
  for (const part of fixedParts(text)) {
    const found = body.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}
