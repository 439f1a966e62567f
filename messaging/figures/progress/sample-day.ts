import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { repeat } from '../../platform/process/repeat.ts';

/** How soon a process follows the sample that another one loads or takes away. */
const lookMs = 2000;

/** The day that the loaded sample lives on; undefined without one. */
export interface SampleDay {
  current(): Day | undefined;
  close(): void;
}

/**
 * Follows the sample's day, so that all of a process has one clock: that of the figures it shows. While the database is
 * away, at the start too, the day stays as it was.
 */
export function followSampleDay(database: Queryable): SampleDay {
  let day: Day | undefined;
  const look = async () => {
    day = await readSampleDay(database);
  };
  const looks = repeat(look, { pauseMs: lookMs, onTrouble: () => {} });
  void looks.run();
  return { current: () => day, close: () => void looks.stop() };
}

async function readSampleDay(database: Queryable): Promise<Day | undefined> {
  const { rows } = await database.query<{ day: Day | null }>(
    'SELECT sample_today::text AS day FROM progress_version',
  );
  return rows[0]?.day ?? undefined;
}
