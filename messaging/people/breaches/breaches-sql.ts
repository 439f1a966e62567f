import type { Queryable } from '../../platform/database/transaction.ts';
import type { Breach, BreachReport } from './breach.ts';

const columns = `id, what, happened_at AS "happenedAt", known_at AS "knownAt", whose, people, measures,
  board_told_at AS "boardToldAt", people_told_at AS "peopleToldAt", recorded_by AS "recordedBy",
  recorded_at AS "recordedAt", version, sample`;

function listValues(report: BreachReport): unknown[] {
  const { what, happenedAt, knownAt, whose, people, measures, boardToldAt, peopleToldAt } = report;
  return [what, happenedAt, knownAt, whose, people, measures, boardToldAt, peopleToldAt];
}

/** The latest first. */
export async function listBreaches(database: Queryable): Promise<Breach[]> {
  const { rows } = await database.query<Breach>(
    `SELECT ${columns} FROM breach ORDER BY known_at DESC, id DESC LIMIT 500`,
  );
  return rows;
}

/** One breach, locked until the transaction ends. */
export async function lockBreach(tx: Queryable, id: number): Promise<Breach | undefined> {
  const { rows } = await tx.query<Breach>(
    `SELECT ${columns} FROM breach WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

export async function insertBreach(
  tx: Queryable,
  report: BreachReport,
  by: { name: string; sample?: boolean },
): Promise<Breach> {
  const { rows } = await tx.query<Breach>(
    `INSERT INTO breach (what, happened_at, known_at, whose, people, measures, board_told_at, people_told_at,
       recorded_by, sample)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${columns}`,
    [...listValues(report), by.name, by.sample ?? false],
  );
  return one(rows);
}

export async function updateBreach(
  tx: Queryable,
  id: number,
  report: BreachReport,
): Promise<Breach> {
  const { rows } = await tx.query<Breach>(
    `UPDATE breach SET what = $1, happened_at = $2, known_at = $3, whose = $4, people = $5, measures = $6,
       board_told_at = $7, people_told_at = $8, version = version + 1
     WHERE id = $9 RETURNING ${columns}`,
    [...listValues(report), id],
  );
  return one(rows);
}

function one(rows: readonly Breach[]): Breach {
  const [breach] = rows;
  if (breach === undefined) throw new Error('Expected the breach that was stored, got none');
  return breach;
}
