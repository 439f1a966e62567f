import { dayMs } from '../durations.ts';
import { judgedDays, mostDays } from '../held-acts/judge-totals.ts';
import type { Day } from '../tracker/clock.ts';
import type { ActivityDetails } from './activity.ts';
import type { ActivityKind } from './activity-kinds.ts';

/** A count of an entry that goes beyond what there is of it. */
export interface ExceededCount {
  field: string;
  /** Highest count that may still be entered. */
  most: number;
}

/**
 * Kinds whose count is bounded: by what the own district has (its orders, its share of the fleet, its stations and days); what
 * others sent or belongs to no district, by what the state counts of it already.
 */
export const boundedFields = {
  pamphlet: 'pamphlets',
  vehicle: 'vehicles',
  event: 'meetings',
  sms: 'messages',
  ivr: 'calls',
} as const satisfies Partial<Record<ActivityKind, string>>;
export type BoundedKind = keyof typeof boundedFields;

export function isBounded(kind: ActivityKind): kind is BoundedKind {
  return Object.hasOwn(boundedFields, kind);
}

/** Pamphlets on one piece of an artwork as it is ordered. */
export const pamphletsOn: Readonly<Record<string, number>> = {
  pamphlet: 1,
  'pamphlet-2up': 2,
  'pamphlet-4up': 4,
  'pamphlet-one-ink': 1,
  'pamphlet-large': 1,
  'pamphlet-ur': 1,
  'pamphlet-ur-2up': 2,
  'pamphlet-ur-4up': 4,
};

/** The count of an entry that is bounded. */
export function readBounded(kind: BoundedKind, { details }: { details: ActivityDetails }): number {
  return Number(details[boundedFields[kind]] ?? 0);
}

/**
 * As much as one station has by the word of one officer: a ream of A4 sheets cut into A5; vehicles, where nobody knows the fleet;
 * meetings on one day.
 */
const atStation = { pamphlet: 1000, vehicle: 10, event: 2 } as const;
/** An entry of no district may say as much as so many stations, while little is known. */
const stationsOfState = 10;
/** Messages or calls that offices may enter in a day by their word: as much as one district's own list. */
const sentByWord = 100_000;
/** Boards of a district, and of the state where few are known, that an office may enter in a day without proof. */
const boardsUnproved = 5;
/** Share of what is known by which they may raise it in a day, as of every public total. */
const mostShare = 0.05;

/** A day, and as long as small entries are added up, in which they may come to as many times that of a day. */
export const spans = [
  { name: 'day', lately: 1, times: 1 },
  { name: 'weeks', lately: judgedDays, times: mostDays },
] as const;
type SpanName = (typeof spans)[number]['name'];

/** Whether it is bounded by what the offices of the whole state enter. */
export function isOfState(kind: BoundedKind): boolean {
  return kind === 'vehicle' || kind === 'sms' || kind === 'ivr';
}

/** Something of which there are so many; with a day, on that day, with a district, in it; `lately`, entered within as many days. */
export interface CountBound {
  available: number;
  district: string | null;
  day: Day | null;
  lately?: number;
}

/** Facts of the own district; of the whole state it is empty. */
export interface Holding {
  district: string;
  stations: number;
  /** Of the state. */
  allStations: number;
  /** Vehicles of the state; null where nobody knows. */
  fleet: number | null;
  /** Pamphlets; null where none were ordered here. */
  ordered: number | null;
  /** Count of the kind in the whole state. */
  known: number;
}

/** Bounds of a count, each of which holds. */
export function countBounds(
  { kind, day }: { kind: BoundedKind; day: Day },
  { district, stations, allStations, fleet, ordered, known }: Holding,
): CountBound[] {
  const byWord = (least: number, place: string | null) =>
    spans.map(({ lately, times }): CountBound => {
      const available = Math.max(least * times, Math.floor(known * mostShare));
      return { available, district: place, day: null, lately };
    });
  if (kind === 'sms' || kind === 'ivr') return byWord(sentByWord, null);
  const ofFleet =
    kind === 'vehicle' && fleet !== null ? [{ available: fleet, district: null, day: null }] : [];
  // What belongs to no district has no stock: it is bounded as what others sent.
  if (district === '') return [...ofFleet, ...byWord(stationsOfState * atStation[kind], district)];
  const own = { district, day: kind === 'event' ? day : null };
  const there = stations * atStation[kind];
  if (kind === 'event') return [{ ...own, available: there }];
  // A district writes its orders itself: one may narrow what it has, and never widens it.
  if (kind === 'pamphlet') return [{ ...own, available: Math.min(ordered ?? there, there) }];
  const share = fleet && Math.ceil((fleet * stations) / Math.max(1, allStations));
  return [...ofFleet, { ...own, available: share ?? there }];
}

/** Boards that are said to hang, or codes that are closed, of a district and of the state: in a day or in the judged weeks. */
export type SaidBoards = Record<'there' | 'whole', number>;

/** Counts what was said lately, each thing once, by the latest moment: in each span of a district, and of the state. */
export function countSaid(
  said: readonly { district: string | null; at: Date }[],
  { district, now }: { district: string; now: Date },
): Record<SpanName, SaidBoards> {
  const counted = spans.map(({ name, lately }) => {
    const own = said.filter(({ at }) => now.getTime() - at.getTime() < lately * dayMs);
    const there = own.filter((each) => each.district === district).length;
    return [name, { there, whole: own.length }];
  });
  return Object.fromEntries(counted) as Record<SpanName, SaidBoards>;
}

/** @param known boards that the state counts @param ofDay as many of a district as are said in a day by a word alone */
export function isBoardBeyond(
  { known, ...said }: Record<SpanName, SaidBoards> & { known: number },
  ofDay = boardsUnproved,
) {
  return spans.some(({ name, times }) => {
    const least = ofDay * times;
    const { there, whole } = said[name];
    return there >= least || whole >= Math.max(least, Math.floor(known * mostShare));
  });
}

/** @param most may still be entered */
export function findExceededCount(
  { kind, details }: { kind: BoundedKind; details: ActivityDetails },
  most: number,
): ExceededCount | null {
  const left = Math.max(0, most);
  return readBounded(kind, { details }) > left ? { field: boundedFields[kind], most: left } : null;
}
