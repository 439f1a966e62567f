import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Channel } from '../../campaigns/channel.ts';
import {
  type Assignment,
  type Owner,
  ordinalOf,
  serialAt,
  serialRanges,
} from '../../campaigns/links/registry.ts';
import { encodeCode } from '../../campaigns/links/short-code.ts';
import { inTransaction, type Queryable } from '../database/transaction.ts';

/** Any number that nothing else in the database locks. */
const lockKey = 7_522_070;

/**
 * Draws a code for a new blast, in the transaction that drafts it: what is rolled back has drawn none. Its range is the
 * database's alone, so that neither the committed registry nor a file that grows on a machine holds the serial.
 * @throws RangeError when all serials are drawn
 */
export async function drawShortCode(tx: Queryable, channel: Channel): Promise<string> {
  await lock(tx);
  const { first, last } = serialRanges.drawn;
  const { rows } = await tx.query<{ serial: number | null }>(
    'SELECT max(serial) AS serial FROM short_code WHERE serial >= $1',
    [serialAt(first)],
  );
  const latest = rows[0]?.serial ?? null;
  const ordinal = latest === null ? first : ordinalOf(latest) + 1;
  if (ordinal > last) {
    throw new RangeError(`Expected a free serial for a blast, got the range's end ${last}`);
  }
  const serial = serialAt(ordinal);
  await tx.query("INSERT INTO short_code (serial, scope, id) VALUES ($1, 'blast', $2)", [
    serial,
    randomBytes(5).toString('hex'),
  ]);
  return encodeCode({ serial, channel });
}

/**
 * Makes the serials of a machine's own file known to all machines.
 * @returns those that belong to another owner there, which stay as they are
 */
export async function shareAssignments(
  pool: Pool,
  assignments: readonly Assignment[],
): Promise<Assignment[]> {
  if (assignments.length === 0) return [];
  return inTransaction(pool, async (tx) => {
    await lock(tx);
    return insertAssignments(tx, assignments);
  });
}

/**
 * Lets a machine's own file grow while no other machine's does, so that no serial has two owners. The file keeps what it
 * was given also where the transaction is rolled back.
 * @param grow is told what the machines share of the grown range, and returns the lines that it needs
 * @throws when one of these belongs to another owner on another machine
 */
export async function growShared(
  tx: Queryable,
  grow: (known: StoredAssignment[]) => Promise<Assignment[]>,
): Promise<void> {
  await lock(tx);
  const { first, last } = serialRanges.grown;
  const known = (await readShortCodes(tx, '0')).filter(({ serial }) => {
    const ordinal = ordinalOf(serial);
    return ordinal >= first && ordinal <= last;
  });
  const conflicts = await insertAssignments(tx, await grow(known));
  if (conflicts.length > 0) {
    throw new Error(
      `Expected serials that no other machine has given, got ${conflicts.map(({ serial }) => serial).join(', ')}`,
    );
  }
}

async function insertAssignments(
  tx: Queryable,
  assignments: readonly Assignment[],
): Promise<Assignment[]> {
  const rows = assignments.map(({ serial, owner }) => ({ ...columnsOf(owner), serial }));
  const of = (name: 'scope' | 'district' | 'station' | 'id') => rows.map((row) => row[name]);
  const serials = rows.map(({ serial }) => serial);
  const values = [serials, of('scope'), of('district'), of('station'), of('id')];
  const given =
    'unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[]) AS given (serial, scope, district, station, id)';
  await tx.query(
    `INSERT INTO short_code (serial, scope, district, station, id) SELECT * FROM ${given}
       ON CONFLICT (serial) DO NOTHING`,
    values,
  );
  const others = await tx.query<{ serial: number }>(
    `SELECT serial FROM short_code AS known JOIN ${given} USING (serial)
       WHERE (known.scope, known.district, known.station, known.id)
         <> (given.scope, given.district, given.station, given.id)`,
    values,
  );
  const taken = new Set(others.rows.map(({ serial }) => serial));
  return assignments.filter(({ serial }) => taken.has(serial));
}

export type StoredAssignment = Assignment & { place: string };

/** What was added after a place, in order. */
export async function readShortCodes(
  database: Queryable,
  afterPlace: string,
): Promise<StoredAssignment[]> {
  const { rows } = await database.query<Columns & { serial: number; place: string }>(
    `SELECT serial, place, scope, district, station, id FROM short_code WHERE place > $1 ORDER BY place`,
    [afterPlace],
  );
  return rows.map(({ serial, place, ...columns }) => ({ serial, place, owner: ownerOf(columns) }));
}

async function lock(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
}

interface Columns {
  scope: Owner['scope'];
  district: string;
  station: string;
  id: string;
}

function columnsOf(owner: Owner): Columns {
  return { district: '', station: '', id: '', ...owner };
}

function ownerOf({ scope, district, station, id }: Columns): Owner {
  if (scope === 'state') return { scope };
  if (scope === 'district') return { scope, district };
  if (scope === 'station') return { scope, district, station };
  if (scope === 'vehicle') return { scope, district, id };
  return { scope, id };
}
