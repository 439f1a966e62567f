import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { line, reference } from '../text-types.ts';
import type { Day } from '../tracker/clock.ts';
import type { Register } from './directions.ts';
import { owingRoles } from './owing-roles.ts';
import { type PointTerms, pointRhythms } from './point-rhythms.ts';
import type { Rhythm } from './rhythm.ts';

const id = reference({ max: 64 });
const terms = {
  apps: z.array(id).min(1).max(20),
  owners: z
    .array(z.strictObject({ role: z.enum(owingRoles), area: id.optional() }))
    .min(1)
    .max(20),
  rhythm: z.enum(pointRhythms),
  day: z.iso.date().nullable().describe('Where the minutes state it; for `by-day`'),
  monthDay: z.int().min(1).max(28).nullable().describe('For `monthly`'),
  file: z.boolean(),
};

/** The same as it is kept. */
export const keptTermsSchema = z.strictObject({ title: z.string(), owed: z.string(), ...terms });

/** What a person says of a point of later minutes before it counts. */
export const pointTermsSchema = z
  .strictObject({
    title: line({ min: 1, max: 120 }),
    owed: line({ min: 1, max: 160 }),
    ...terms,
  })
  .refine(({ rhythm, day }) => (rhythm === 'by-day') === (day !== null), {
    message: 'Expected a day for `by-day` and for no other',
    path: ['day'],
  })
  .refine(({ rhythm, monthDay }) => (rhythm === 'monthly') === (monthDay !== null), {
    message: 'Expected a day of the month for `monthly` and for no other',
    path: ['monthDay'],
  });

/** A point of pasted minutes: its mark as it stands there, and its text. */
export interface MinutesPoint {
  point: string;
  quote: string;
}

/** 1- · 1. · 1) · (A) · (क) · २- · - (A), at the beginning of a line, with or without the heading signs of a list. */
const mark =
  /^\s*(?:[-•*#]+\s*)?(?:\(([A-Za-zअ-ह]|\d{1,2}|[०-९]{1,2})\)|(\d{1,2}|[०-९]{1,2})\s*[-.)।]|([A-Zअ-ह])[.)])\s*/u;

/**
 * Splits minutes by their points. Every quote is a part of the text as it stands, only its lines run on. A number that a
 * lettered point stands under is put before its letter: 2 (B).
 */
export function splitMinutes(text: string): MinutesPoint[] {
  const points: MinutesPoint[] = [];
  let number = '';
  for (const line of text.split(/\r?\n/)) {
    const found = mark.exec(line);
    if (found === null) {
      const last = points.at(-1);
      const more = line.trim();
      if (more === '') continue;
      if (last !== undefined) last.quote = `${last.quote} ${more}`.trim();
      continue;
    }
    const [whole, inBrackets, numbered, lettered] = found;
    const rest = line.slice(whole.length).trim();
    const letter = inBrackets ?? lettered;
    const own = letter !== undefined && !/\d|[०-९]/.test(letter) ? letter : undefined;
    if (own === undefined) number = numbered ?? inBrackets ?? '';
    points.push({
      point: own === undefined ? number : number === '' ? own : `${number} (${own})`,
      quote: rest,
    });
  }
  return points.filter(({ quote }) => quote !== '').slice(0, mostPoints);
}

/** More points no meeting has had; what is beyond is another paste. */
export const mostPoints = 60;

/** A point that a person has checked. */
export interface CheckedPoint {
  id: number;
  meeting: { id: number; title: string; number: string; day: Day };
  point: string;
  quote: string;
  terms: PointTerms;
}

/** Id of the direction, and of its obligation, that a point becomes. */
export function pointDirectionId({ id, meeting }: { id: number; meeting: number }): string {
  return `M${meeting}-${id}`;
}

/** Later meetings as the register has them: what is not checked is not among them. */
export function addedToRegister(
  points: readonly CheckedPoint[],
): Pick<Register, 'papers' | 'directions'> {
  const meetings = new Map(points.map(({ meeting }) => [meeting.id, meeting]));
  const same = (text: string): Bilingual => ({ hi: text, en: text });
  return {
    papers: [...meetings.values()].map(({ id, title, number, day }) => ({
      id: `meeting-${id}`,
      title: same(title),
      number: number === '' ? '–' : number,
      day,
      file: `meeting-${id}.md`,
    })),
    directions: points.map(({ id, meeting, point, quote, terms }) => ({
      id: pointDirectionId({ id, meeting: meeting.id }),
      paper: `meeting-${meeting.id}`,
      point: { hi: `बिन्दु ${point}`, en: `item ${point}` },
      apps: terms.apps,
      title: same(terms.title),
      quote,
      outreach: null,
      obligations: [
        {
          id: pointDirectionId({ id, meeting: meeting.id }),
          owners: terms.owners,
          owed: same(terms.owed),
          figures: [],
          file: terms.file,
          rhythm: rhythmOf(terms),
        },
      ],
    })),
  };
}

function rhythmOf({ rhythm, day, monthDay }: PointTerms): Rhythm {
  switch (rhythm) {
    case 'by-day':
      return { kind: 'once', ...(day === null ? {} : { by: day }) };
    case 'monthly':
      return {
        kind: 'every',
        rule: `FREQ=MONTHLY;BYMONTHDAY=${monthDay ?? 1}`,
        dated: true,
        reports: 'month-before',
        openDays: 4,
      };
    default:
      return { kind: rhythm };
  }
}
