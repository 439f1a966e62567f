import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { CurveEvent, CurveEventKind } from '../../../campaigns/tracker/curve-events.ts';
import { blastMarkWords } from '../../../campaigns/words/curve-words.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface EventEntry {
  day: Day;
  kind: CurveEventKind;
  titleHi: string;
  titleEn: string;
  district: string | null;
}

export interface OutcomeEntry {
  service: string;
  count: number;
  asOf: Day;
  source: string;
  url: string | null;
}

interface Entered {
  id: number;
  enteredBy: string;
  enteredAt: Date;
}

const entered = 'id, entered_by AS "enteredBy", entered_at AS "enteredAt"';
const eventColumns = `day::text AS day, kind, title_hi AS "titleHi", title_en AS "titleEn", district, ${entered}`;
const outcomeColumns = `service, count::float8 AS count, as_of::text AS "asOf", source, url, ${entered}`;

/** The latest first. */
export async function readEvents(database: Queryable): Promise<(EventEntry & Entered)[]> {
  const { rows } = await database.query<EventEntry & Entered>(
    `SELECT ${eventColumns} FROM curve_event ORDER BY day DESC, id DESC LIMIT 500`,
  );
  return rows;
}

export async function insertEvent(
  tx: Queryable,
  { day, kind, titleHi, titleEn, district }: EventEntry,
  by: string,
): Promise<EventEntry & Entered> {
  const { rows } = await tx.query<EventEntry & Entered>(
    `INSERT INTO curve_event (day, kind, title_hi, title_en, district, entered_by)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${eventColumns}`,
    [day, kind, titleHi, titleEn, district, by],
  );
  return rows[0] as EventEntry & Entered;
}

export async function deleteEvent(tx: Queryable, id: number): Promise<EventEntry | undefined> {
  const { rows } = await tx.query<EventEntry>(
    `DELETE FROM curve_event WHERE id = $1 RETURNING ${eventColumns}`,
    [id],
  );
  return rows[0];
}

/** The latest first. */
export async function readOutcomes(database: Queryable): Promise<(OutcomeEntry & Entered)[]> {
  const { rows } = await database.query<OutcomeEntry & Entered>(
    `SELECT ${outcomeColumns} FROM service_outcome ORDER BY as_of DESC, id DESC LIMIT 500`,
  );
  return rows;
}

export async function insertOutcome(
  tx: Queryable,
  { service, count, asOf, source, url }: OutcomeEntry,
  by: string,
): Promise<OutcomeEntry & Entered> {
  const { rows } = await tx.query<OutcomeEntry & Entered>(
    `INSERT INTO service_outcome (service, count, as_of, source, url, entered_by)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${outcomeColumns}`,
    [service, count, asOf, source, url, by],
  );
  return rows[0] as OutcomeEntry & Entered;
}

export async function deleteOutcome(tx: Queryable, id: number): Promise<OutcomeEntry | undefined> {
  const { rows } = await tx.query<OutcomeEntry>(
    `DELETE FROM service_outcome WHERE id = $1 RETURNING ${outcomeColumns}`,
    [id],
  );
  return rows[0];
}

/** Marks on the curve: those entered, and each blast on the day its first text went out. */
export async function readCurveEvents(database: Queryable): Promise<CurveEvent[]> {
  const { rows: blasts } = await database.query<{
    id: number;
    day: Day;
    channel: keyof typeof blastMarkWords;
    district: string | null;
  }>(
    `SELECT id, (started_at AT TIME ZONE 'Asia/Kolkata')::date::text AS day, channel, district
     FROM blast WHERE started_at IS NOT NULL ORDER BY id DESC LIMIT 200`,
  );
  return [
    ...(await readEvents(database)).map(({ id, day, kind, titleHi, titleEn, district }) => ({
      id: `e${id}`,
      day,
      kind,
      district,
      title: { hi: titleHi, en: titleEn },
    })),
    ...blasts.map(({ id, day, channel, district }) => ({
      id: `b${id}`,
      day,
      district,
      kind: 'blast' as const,
      title: blastMarkWords[channel],
    })),
  ];
}
