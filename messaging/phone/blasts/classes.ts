import { clickShare, type ShareInterval } from '../../../campaigns/messages/click-share.ts';
import type { TrialText } from '../../contract/values.ts';
import type { Blast } from './blast.ts';
import { codeFor } from './written-text.ts';

/** Classes with fewer people than this have no link and no row. */
export const leastClass = 10;

/** Figures of a class as the ledger has them; without a mark they are all who have none together. */
export interface ClassCount {
  mark: string;
  district: string | null;
  language: string | null;
  /** Of a trial; null for the rest. */
  lot: TrialText | null;
  recipients: number;
  sent: number;
  delivered: number;
}

/** Figures of a class as they are shown; `language` is null for the small ones together. */
export interface ClassFigures extends Omit<ClassCount, 'mark'> {
  /** Visitors of its link, counted once a day. */
  people: number;
  /** Of those to whom it was sent. */
  clicks: ShareInterval | null;
}

type Codes = Pick<Blast, 'shortCode' | 'trialCodes'>;

/**
 * Puts people beside the counts. A class of which so far only few were sent to is shown with the small ones, and the
 * smallest of the others with them where they are few together, so that no row is about a person.
 */
export function foldClasses(
  counts: readonly ClassCount[],
  { codes, people }: { codes: Codes; people: ReadonlyMap<string, number> },
): ClassFigures[] {
  const rows = counts.map(({ mark, ...row }) => ({
    ...row,
    people: people.get(`${codeFor(codes, row.lot) ?? ''}${mark}`) ?? 0,
  }));
  const isSmall = (row: { language: string | null; sent: number }) =>
    row.language === null || row.sent < leastClass;
  const small = rows.filter(isSmall);
  const [least, ...others] = rows
    .filter((row) => !isSmall(row))
    .toSorted((one, other) => one.sent - other.sent);
  const sent = small.reduce((sum, row) => sum + row.sent, 0);
  const joins = least !== undefined && sent > 0 && sent < leastClass;
  const kept = new Set(joins || least === undefined ? others : [least, ...others]);
  const folded = rows.filter((row) => !kept.has(row));
  const shown = rows.filter((row) => kept.has(row));
  return [...shown, ...(folded.length === 0 ? [] : [sumRows(folded)])].map((row) => ({
    ...row,
    clicks: clickShare(row.people, row.sent),
  }));
}

type Row = Omit<ClassFigures, 'clicks'>;

function sumRows(rows: readonly Row[]): Row {
  const sum = (key: 'recipients' | 'sent' | 'delivered' | 'people') =>
    rows.reduce((total, row) => total + row[key], 0);
  return {
    district: null,
    language: null,
    lot: null,
    recipients: sum('recipients'),
    sent: sum('sent'),
    delivered: sum('delivered'),
    people: sum('people'),
  };
}
