import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { line, reference } from '../text-types.ts';
import type { Day } from '../tracker/clock.ts';
import type { Register } from './directions.ts';
import { type Amendment, ownerSchema } from './register.ts';
import { rhythmSchema } from './rhythm.ts';

const id = reference({ max: 64 });
const owners = z.array(ownerSchema).min(1).max(100);
const texts = {
  title: line({ min: 1, max: 120 }),
  owed: line({ min: 1, max: 160 }),
};
const order = z.strictObject({
  kind: z.literal('order'),
  ...texts,
  apps: z.array(id).min(1).max(100),
  owners,
  rhythm: rhythmSchema,
  file: z.boolean(),
});
const amend = z.strictObject({
  kind: z.literal('amend'),
  obligation: id,
  change: z.enum(['end', 'suspend', 'change']),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  owners: owners.optional(),
  owed: texts.owed.optional(),
  rhythm: rhythmSchema.optional(),
});

/**
 * Decision on an item of a later paper, made by a person before the item takes effect: it orders something, or changes
 * an earlier order.
 */
export const pointTermsSchema = z
  .discriminatedUnion('kind', [order, amend])
  .refine(
    (terms) =>
      terms.kind === 'order' ||
      terms.until === null ||
      (terms.change === 'suspend' && terms.until > terms.from),
    {
      message: 'Expected a later day for a suspension and none for another change',
      path: ['until'],
    },
  )
  .refine(
    (terms) =>
      terms.kind === 'order' ||
      (terms.change === 'change') === [terms.owners, terms.owed, terms.rhythm].some(isGiven),
    {
      message: 'Expected owners, words or a rhythm for a change and for no other',
      path: ['change'],
    },
  );
export type PointTerms = z.infer<typeof pointTermsSchema>;
type Order = Extract<PointTerms, { kind: 'order' }>;

/** A point of pasted minutes: its mark as written there, and its text. */
export interface MinutesPoint {
  point: string;
  quote: string;
}

/** 1- · 1. · 1) · (A) · (क) · २- · - (A), at the beginning of a line, with or without the heading signs of a list, in any script. */
const mark =
  /^\s*(?:[-•*#]+\s*)?(?:\(([A-Za-z]|\p{Lo}|\p{Nd}{1,2})\)|(\p{Nd}{1,2})\s*[-.)।]|([A-Z]|\p{Lo})[.)])\s*/u;

/**
 * Splits minutes by their points. Every quote is a part of the original text with its lines joined. A number that a
 * lettered point belongs to is put before its letter: 2 (B).
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
    const own = letter !== undefined && !/\p{Nd}/u.test(letter) ? letter : undefined;
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

/** Later papers as the register has them: what is not checked is not among them. */
export function addedToRegister(
  points: readonly CheckedPoint[],
): Pick<Register, 'papers' | 'directions' | 'amendments'> {
  const meetings = new Map(points.map(({ meeting }) => [meeting.id, meeting]));
  return {
    papers: [...meetings.values()].map(({ id, title, number, day }) => ({
      id: makePaperId(id),
      title: same(title),
      number: number === '' ? '–' : number,
      day,
      file: `${makePaperId(id)}.md`,
    })),
    directions: points.flatMap((point) =>
      point.terms.kind === 'order' ? [ordered(point, point.terms)] : [],
    ),
    amendments: points.flatMap((point) =>
      point.terms.kind === 'amend' ? [amending(point, point.terms)] : [],
    ),
  };
}

const same = (text: string): Bilingual => ({ hi: text, en: text });
const isGiven = (value: unknown) => value !== undefined;
const makePaperId = (meeting: number) => `meeting-${meeting}`;

/** Fields that both kinds of item take from their paper. */
function stands({ id, meeting, point, quote }: Omit<CheckedPoint, 'terms'>) {
  return {
    id: pointDirectionId({ id, meeting: meeting.id }),
    paper: makePaperId(meeting.id),
    point: { hi: `बिंदु ${point}`, en: `item ${point}` },
    quote,
  };
}

function ordered(
  own: CheckedPoint,
  { title, owed, apps, owners, rhythm, file }: Order,
): Register['directions'][number] {
  const from = stands(own);
  return {
    ...from,
    apps,
    title: same(title),
    outreach: null,
    obligations: [{ id: from.id, owners, owed: same(owed), figures: [], file, rhythm }],
  };
}

function amending(
  own: CheckedPoint,
  { kind: _kind, owed, ...terms }: Exclude<PointTerms, Order>,
): Amendment {
  return { ...stands(own), ...terms, ...(owed === undefined ? {} : { owed: same(owed) }) };
}
