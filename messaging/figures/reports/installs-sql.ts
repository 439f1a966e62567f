import type { Pool } from 'pg';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { queryRow, queryRows, raw } from '../../platform/database/sql.ts';

/** Installs that Google Play puts down to links of ours. Small values vanish under `Other`: they are the least. */
export interface LinkInstalls {
  /** By short code. */
  byCode: ReadonlyMap<string, number>;
  /** Last day of the reports. */
  until: Day;
}

export interface InstallReader {
  /** Null while no report by traffic source was read. */
  read(): Promise<LinkInstalls | null>;
}

const kept = `kind = 'play-store-performance' AND dimension = 'traffic_source' AND withdrawn_at IS NULL`;

/** Reads Play's reports by traffic source, and keeps what was read until another report comes or one is taken back. */
export function createInstallReader(pool: Pool): InstallReader {
  let seen: { version: string; installs: LinkInstalls | null } | undefined;
  return {
    async read() {
      const row = await queryRow<{ version: string }>(pool)`
        SELECT coalesce(max(id), 0) || '/' || count(*) AS version FROM report WHERE ${raw(kept)}`;
      const version = row?.version ?? '';
      if (seen?.version !== version) seen = { version, installs: await readInstalls(pool) };
      return seen.installs;
    },
  };
}

/** Where several reports hold a day, the one that was read last counts for all of it. */
async function readInstalls(pool: Pool): Promise<LinkInstalls | null> {
  const rows = await queryRows<{ code: string | null; installs: string; until: Day }>(pool)`
    WITH line AS (
      SELECT id, read_at, entry->>'date' AS day, upper(entry->'by'->>'utmCampaign') AS code,
        coalesce((entry->'figures'->>'acquisitions')::integer, 0) AS installs
      FROM report, jsonb_array_elements(days) AS entry WHERE ${raw(kept)}
    ), latest AS (
      SELECT DISTINCT ON (day) day, id FROM line ORDER BY day, read_at DESC, id DESC
    )
    SELECT code, sum(installs) AS installs, max(max(day)) OVER () AS until
    FROM line JOIN latest USING (day, id) GROUP BY code`;
  const [first] = rows;
  if (first === undefined) return null;
  return {
    byCode: new Map(rows.map(({ code, installs }) => [code ?? '', Number(installs)])),
    until: first.until,
  };
}
