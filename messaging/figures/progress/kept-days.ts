import type { Day } from '../../../campaigns/tracker/clock.ts';
import { type ProgressFile, progressFileSchema } from '../../../campaigns/tracker/progress-file.ts';
import type { ReadingSource } from '../../../campaigns/tracker/readings.ts';
import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/**
 * Keeps the figures of a day as they are known now. Words that people wrote are left out: one that is taken back later stands
 * nowhere else then.
 */
export async function keepDay(database: Queryable, file: ProgressFile): Promise<void> {
  const figures: ProgressFile = {
    ...file,
    ...withoutWords,
    downloads: renameSources(file.downloads, () => ''),
    districts: file.districts.map((district) => ({ ...district, objections: [] })),
  };
  await execute(database)`
    INSERT INTO progress_day (day, figures) VALUES (${file.today}, ${JSON.stringify(figures)})
    ON CONFLICT (day) DO UPDATE SET figures = EXCLUDED.figures`;
}

/** Days whose figures are kept, the earliest first. */
export async function listDays(database: Queryable): Promise<Day[]> {
  const rows = await queryRows<{ day: Day }>(database)`
    SELECT day::text AS day FROM progress_day ORDER BY day`;
  return rows.map(({ day }) => day);
}

/** The figures as they were known on a day, with the words of then that still stand today. Null where none are kept. */
export async function readDay(
  database: Queryable,
  day: Day,
  now: ProgressFile,
): Promise<ProgressFile | null> {
  const row = await queryRow<{ figures: unknown }>(database)`
    SELECT figures FROM progress_day WHERE day = ${day}`;
  const kept = progressFileSchema.safeParse(row?.figures);
  // One of a release whose figures cannot be read any more is shown to nobody.
  if (!kept.success) return null;
  const sources = now.downloads.kind === 'counted' ? now.downloads.freshness : [];
  const objections = new Map(now.districts.map((each) => [each.district, each.objections]));
  return {
    ...kept.data,
    events: now.events.filter((event) => event.day <= day),
    outcomes: now.outcomes.filter(({ asOf }) => asOf <= day),
    evidence: now.evidence.filter(({ readOn }) => readOn <= day),
    downloads: renameSources(
      kept.data.downloads,
      (source) => sources.find((each) => each.source === source)?.from ?? '',
    ),
    districts: kept.data.districts.map((district) => ({
      ...district,
      objections: (objections.get(district.district) ?? []).filter((each) => each.day <= day),
    })),
  };
}

const withoutWords = { events: [], outcomes: [], evidence: [] };

function renameSources(
  downloads: ProgressFile['downloads'],
  nameOf: (source: ReadingSource) => string,
): ProgressFile['downloads'] {
  if (downloads.kind === 'none') return downloads;
  const { basis, freshness } = downloads;
  return {
    ...downloads,
    basis: basis.kind === 'anchor' ? { ...basis, from: nameOf('manual') } : basis,
    freshness: freshness.map((each) => ({ ...each, from: nameOf(each.source) })),
  };
}
