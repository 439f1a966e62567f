import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { CurveEvent } from '../../../campaigns/tracker/progress-file.ts';
import { blastMarkWords } from '../../../campaigns/words/curve-words.ts';
import { readEntries } from '../../kit/entries-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { curveEvents } from './curve-events-feature.ts';

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
  const events = await readEntries(database, curveEvents);
  return [
    ...events.map(({ id, day, kind, titleHi, titleEn, district }) => ({
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
