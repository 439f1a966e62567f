import type { Correction } from '../../../campaigns/directory/corrections.ts';
import type {
  StationEntries,
  StoredField,
} from '../../../campaigns/directory/station-entries-fs.ts';
import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** A file that is published. */
export type PublishedPart = 'campaign' | 'emblem' | 'stations';

/**
 * Publishes a part in the transaction of the action that decides it; call `kit.changed` after the commit.
 * @param part `words/<district>` says that what is entered of its stations changed, which stays where it is
 * @param content of the whole part; empty for one that is gone
 */
export async function publish(
  tx: Queryable,
  part: 'campaign' | 'emblem' | `words/${string}`,
  content = '',
): Promise<void> {
  await execute(tx)`
    INSERT INTO published (part, content) VALUES (${part}, ${content})
    ON CONFLICT (part) DO UPDATE
      SET content = excluded.content, revision = nextval('published_revision'), published_at = now()`;
}

/** Changes with each publication, whichever order they were committed in. */
export async function publishedMark(database: Queryable): Promise<string> {
  const row = await queryRow<{ mark: string }>(database)`
    SELECT count(*) || '/' || coalesce(sum(revision), 0) AS mark FROM published`;
  return row?.mark ?? '';
}

/** All that is published, as its files are; empty for one that is not there. */
export async function readAllPublished(database: Queryable): Promise<Map<PublishedPart, string>> {
  const rows = await queryRows<{ part: PublishedPart; content: string }>(database)`
    SELECT part, content FROM published WHERE part IN ('campaign', 'emblem')`;
  const names = await queryRows<Correction>(database)`
    SELECT district, station, action, name_hi AS "nameHi", name_en AS "nameEn", kind, remark
    FROM station_correction WHERE NOT held ORDER BY district, station`;
  const fields = await queryRows<StoredField>(database)`
    SELECT district, station, field, value FROM station_own_field ORDER BY district, station, field`;
  const entries: StationEntries = { names, fields };
  const stations = names.length + fields.length === 0 ? '' : JSON.stringify(entries);
  return new Map([
    ...rows.map(({ part, content }) => [part, content] as const),
    ['stations', stations],
  ]);
}
