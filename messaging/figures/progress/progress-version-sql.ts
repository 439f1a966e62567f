import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Version of the figures; equal ones mean that nothing changed. */
export interface ProgressVersion {
  /** Moves with every activity, report and operator's report. */
  version: number;
  /** Scans of today and yesterday. */
  scans: number;
  /** The same of messages and calls: sent, and arrived. */
  phone: number;
  /** Installs that the app reported today and yesterday. */
  installs: number;
  /** The campaign's today: while sample data are loaded, theirs. */
  today: Day;
  sample: boolean;
}

/** Asks in one quick statement, so that every process can do so each second. */
export async function readVersion(database: Queryable, clockToday: Day): Promise<ProgressVersion> {
  const { rows } = await database.query<{
    version: string;
    sampleToday: Day | null;
    scans: number;
    phone: number;
    installs: number;
  }>(
    `SELECT version, sample_today::text AS "sampleToday", (
       SELECT coalesce(sum(scans), 0)::int FROM scan_by_district WHERE day >= $1
     ) AS scans, (
       SELECT coalesce(sum(sent + delivered), 0)::float8 FROM phone_day WHERE day >= $1
     ) AS phone, (
       SELECT coalesce(sum(taken), 0)::int FROM install_key_day WHERE day >= $1
     ) AS installs
     FROM progress_version`,
    [addDays(clockToday, -1)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('Expected one row in `progress_version`, got none');
  return {
    version: Number(row.version),
    scans: row.scans,
    phone: row.phone,
    installs: row.installs,
    today: row.sampleToday ?? clockToday,
    sample: row.sampleToday !== null,
  };
}
