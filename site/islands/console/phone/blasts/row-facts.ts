import { dayMs, hourMs } from '../../../../../campaigns/durations.ts';
import type { BlastRow } from '../../../../../campaigns/messages/draft-fields.ts';
import { clockTime, sendingHours } from '../../../../../campaigns/messages/legal-hours.ts';
import { toDay } from '../../../../../campaigns/tracker/clock.ts';
import type { Blast, BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatDay, formatMoment, formatNumber, formatRupees } from '../../../../i18n/format.ts';
import type { Fact } from '../../ui/parts.tsx';
import { whatsappWordsIn } from '../whatsapp-words.ts';
import type { blastWordsIn } from './blast-words.ts';

import { draftWordsIn } from './draft/draft-words.ts';
import { describeCap, describeLeftOut, isCapChanged } from './left-out.ts';
import { listWordsIn } from './list-words.ts';
import { type Choices, sayFields } from './say-fields.ts';
import { sayRepeat, seriesWordsIn } from './series-words.ts';
import { trialWordsIn } from './trial-words.ts';

/** The facts of the rows; a draft that the service does not have yet has them too. */
export type Sheet = Pick<
  BlastDetail,
  'estimate' | 'counting' | 'audienceName' | 'audience' | 'byGateway'
> & {
  blast: Choices &
    Pick<
      Blast,
      'channel' | 'category' | 'gateway' | 'further' | 'startsAt' | 'window' | 'repeat'
    > & {
      texts: Partial<Record<'hi' | 'en', { templateId: string | null; header: string }>>;
      trial: { share: number; waitMs: number } | null;
    };
};

interface Saying {
  words: ReturnType<typeof blastWordsIn>;
  language: 'hi' | 'en';
}

/** Each row in one line, and what an approver has to know besides. */
export function describeRows(
  sheet: Sheet,
  saying: Saying,
): Record<BlastRow, { lead: string; facts: readonly Fact[] }> {
  return {
    text: describeText(sheet, saying),
    list: describeList(sheet, saying),
    hours: describeHours(sheet, saying),
    cap: describeLeaving(sheet, saying),
    cost: describeCost(sheet, saying),
  };
}

function describeText({ blast }: Sheet, { words, language }: Saying) {
  const spoken = (['hi', 'en'] as const).filter((name) => blast.texts[name] !== undefined);
  const texts = Object.values(blast.texts);
  const ids = texts.map(({ templateId }) => templateId).filter((id) => id !== null);
  const isSms = blast.channel === 'sms';
  const isWritten = blast.channel !== 'ivr';
  const trialWords = trialWordsIn(language);
  const languages = spoken.map((name) => words.languages[name]).join(', ');
  return {
    lead: [
      words.channels[blast.channel],
      isWritten && (languages || draftWordsIn(language).text.noText),
    ]
      .filter(Boolean)
      .join(' · '),
    facts: [
      isSms && [words.content.header, texts[0]?.header ?? ''],
      isWritten && [
        isSms ? words.content.template : whatsappWordsIn(language).template,
        ids.length === 0 ? words.content.unregistered : ids.join(', '),
      ],
      [words.content.category, words.categories[blast.category]],
      blast.trial !== null && [
        trialWords.title,
        trialWords.fact(
          formatNumber(blast.trial.share, language),
          formatNumber(blast.trial.waitMs / hourMs, language),
        ),
      ],
    ] satisfies Fact[],
  };
}

function describeList(
  { estimate, counting, audienceName, audience }: Sheet,
  { words, language }: Saying,
) {
  const count = estimate && words.sheet.goesTo(formatNumber(estimate.recipients, language));
  const listWords = listWordsIn(language).audience;
  const lead = counting ? words.content.counting : count;
  return {
    lead: [audienceName || words.sheet.noList, audienceName && lead].filter(Boolean).join(' · '),
    facts: [
      audience && [listWords.basis, listWords.bases[audience.consentBasis]],
      audience && [listWords.source, audience.source],
      audience && [
        words.content.age,
        words.content.ageOf(
          countAgeDays(audience.createdAt, Date.now()),
          formatDay(toDay(new Date(audience.createdAt)), language),
        ),
      ],
      audience && [listWords.until, formatDay(audience.retainUntil, language)],
    ] satisfies Fact[],
  };
}

/** Whole days since a list was taken in; 0 on the first day, also for a clock that is behind. */
export function countAgeDays(createdAt: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(createdAt)) / dayMs));
}

function describeHours({ blast }: Sheet, { words, language }: Saying) {
  const hours = sendingHours(blast);
  const start =
    blast.startsAt === null ? words.content.atOnce : formatMoment(blast.startsAt, language);
  const span =
    hours === null
      ? words.content.noHours
      : words.content.span(clockTime(hours.fromMinute), clockTime(hours.toMinute));
  return {
    lead: `${start} · ${span}`,
    facts: [
      blast.repeat !== null &&
        blast.startsAt !== null && [
          seriesWordsIn(language).repeat,
          sayRepeat(blast.repeat, toDay(new Date(blast.startsAt)), language),
        ],
      ...sayFields(blast, { row: 'hours', at: 'fact' }, language),
    ] satisfies Fact[],
  };
}

function describeLeaving({ blast }: Sheet, saying: Saying) {
  const { words } = saying;
  return {
    lead: `${describeCap(blast.selection, words)}${isCapChanged(blast) ? ` · ${words.leaveOut.unusual}` : ''}`,
    facts: describeLeftOut(blast, saying),
  };
}

function describeCost({ blast, estimate }: Sheet, { words, language }: Saying) {
  const { gateway, further } = blast;
  const sum = estimate && formatRupees(estimate.paise, language);
  const ceiling = sayFields(blast, { row: 'cost', at: 'lead' }, language).map(([, text]) => text);
  return {
    lead: [sum && listWordsIn(language).audience.about(sum), ...ceiling]
      .filter(Boolean)
      .join(' · '),
    facts: [
      [
        words.content.gateway,
        [gateway, ...further.map((entry) => entry.gateway)]
          .map((name) => words.gateways[name] ?? name)
          .join(', '),
      ],
    ] satisfies Fact[],
  };
}
