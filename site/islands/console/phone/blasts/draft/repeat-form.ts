import { messageLanguages } from '../../../../../../campaigns/messages/message-language.ts';
import type { MessageLanguage } from '../../../../../../campaigns/messages/messages.ts';
import {
  listRoundDays,
  longestTextDays,
  mostRounds,
  type Rhythm,
} from '../../../../../../campaigns/messages/repeat-days.ts';
import { parseCount } from '../../../../../../campaigns/numbers.ts';
import { isDay } from '../../../../../../campaigns/tracker/clock.ts';
import type { Blast } from '../../../../../../messaging/phone/blasts/blasts-schemas.ts';
import type { DraftBody } from '../../../../../../messaging/phone/blasts/draft-schemas.ts';

/** A text of a later day, as the fields have it; '' for none. */
export interface LaterText {
  afterDays: string;
  templates: Record<MessageLanguage, string>;
}

/** How a blast comes again, as the fields have it. */
export interface RepeatForm {
  rhythm: 'once' | Rhythm;
  /** '' for no such end. */
  times: string;
  until: string;
  days: readonly string[];
  texts: readonly LaterText[];
}

export const once: RepeatForm = { rhythm: 'once', times: '', until: '', days: [], texts: [] };
export const emptyText: LaterText = { afterDays: '', templates: { hi: '', en: '' } };

/** @param findId the id of the registered text that a body was made of; '' for none */
export function toRepeatForm(
  repeat: Blast['repeat'],
  findId: (texts: Blast['texts'], language: MessageLanguage) => string,
): RepeatForm {
  if (repeat === null) return once;
  const { rhythm, times, until, days, texts } = repeat;
  return {
    rhythm,
    times: times === null ? '' : String(times),
    until: until ?? '',
    days,
    texts: texts.map((later) => ({
      afterDays: String(later.afterDays),
      templates: { hi: findId(later.texts, 'hi'), en: findId(later.texts, 'en') },
    })),
  };
}

export function toRepeatBody({
  rhythm,
  ...form
}: RepeatForm): NonNullable<DraftBody['repeat']> | null {
  if (rhythm === 'once') return null;
  const byCalendar = rhythm !== 'days' && rhythm !== 'texts';
  return {
    rhythm,
    times: byCalendar ? (parseCount(form.times) ?? null) : null,
    until: byCalendar && form.until !== '' ? form.until : null,
    days: rhythm === 'days' ? form.days.filter(isDay) : [],
    texts:
      rhythm === 'texts'
        ? form.texts.map(({ afterDays, templates }) => ({
            afterDays: parseCount(afterDays) ?? 0,
            templates: Object.fromEntries(
              messageLanguages.flatMap((name) =>
                templates[name] === '' ? [] : [[name, templates[name]]],
              ),
            ),
          }))
        : [],
  };
}

/** Days of all rounds from the first on, as far as they are known. */
export function listFormDays(form: RepeatForm, first: string): string[] {
  const body = toRepeatBody(form);
  if (body === null || !isDay(first)) return [];
  const { rhythm, times = null, until = null, days = [], texts = [] } = body;
  return listRoundDays({ rhythm, times, until, days, texts }, first);
}

export type RepeatFault = 'repeatStart' | 'repeatEnd' | 'repeatDays' | 'repeatTexts';

/** @param spoken languages of the first text, each of which the later ones have too */
export function findRepeatFaults(
  form: RepeatForm,
  { first, spoken }: { first: string | null; spoken: readonly MessageLanguage[] },
): Record<string, RepeatFault> {
  const { rhythm, times, texts } = form;
  if (rhythm === 'once') return {};
  if (first === null) return { repeat: 'repeatStart' };
  if (rhythm === 'texts') {
    const after = texts.map(({ afterDays }) => parseCount(afterDays) ?? 0);
    const isOff = after.some((days) => days < 1 || days > longestTextDays);
    const lacksText = texts.some(({ templates }) => spoken.some((name) => templates[name] === ''));
    const isTwice = new Set(after).size < after.length;
    return texts.length === 0 || isOff || lacksText || isTwice
      ? { repeatTexts: 'repeatTexts' }
      : {};
  }
  const rounds = listFormDays(form, first).length;
  if (rhythm === 'days') return rounds < 2 ? { repeatDays: 'repeatDays' } : {};
  const count = parseCount(times);
  const isOff = times.trim() !== '' && (count === undefined || count < 2 || count > mostRounds);
  return isOff || rounds < 2 ? { repeatEnd: 'repeatEnd' } : {};
}
