import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import {
  type CodeRefusal,
  type CodeSupply,
  reserveSerial,
} from '../../../campaigns/links/code-shares.ts';
import type { Assignment, Owner } from '../../../campaigns/links/registry.ts';
import { isWithin, type Ordinals, toOrdinal } from '../../../campaigns/links/serials.ts';
import { encodeCode, parseCode } from '../../../campaigns/links/short-code.ts';
import type { OperatorChannel } from '../../contract/values.ts';
import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { readHolding } from './code-shares-sql.ts';

/** Any number that nothing else in the database locks. */
const lockKey = 7_522_070;

/**
 * Reserves a code for a blast, in the transaction that needs it: what is rolled back has reserved none. Its serial is the
 * database's alone, so that neither the committed registry nor a file that grows on a machine holds it.
 * @param office district of the drafter, null for the state's own offices
 */
export async function reserveShortCode(
  tx: Queryable,
  supply: CodeSupply,
  { office, channel }: { office: string | null; channel: OperatorChannel },
): Promise<string | { refusal: CodeRefusal }> {
  await lockShortCodes(tx);
  const row = await queryRow<{ drawn: number; returned: number | null }>(tx)`
    SELECT drawn, (SELECT serial FROM short_code WHERE returned_at IS NOT NULL ORDER BY returned_at, serial
      LIMIT 1)
    AS returned FROM drawn_codes`;
  const { drawn = 0, returned = null } = row ?? {};
  const state = { ...(await readHolding(tx, supply, { office, use: channel })), drawn, returned };
  const reserved = reserveSerial(state, supply.ranges[channel]);
  if ('refusal' in reserved) return reserved;
  const { serial, isReturned } = reserved;
  const values = [serial, office ?? '', channel];
  if (isReturned) {
    await tx.query(
      'UPDATE short_code SET district = $2, channel = $3, returned_at = NULL WHERE serial = $1',
      values,
    );
  } else {
    await tx.query(
      `INSERT INTO short_code (serial, scope, district, channel, id) VALUES ($1, 'blast', $2, $3, $4)`,
      [...values, randomBytes(5).toString('hex')],
    );
    await tx.query('UPDATE drawn_codes SET drawn = drawn + 1');
  }
  return encodeCode({ serial, channel });
}

/** Gives a blast's code back, for another blast. It must have been neither printed nor sent. */
export async function returnShortCode(tx: Queryable, code: string): Promise<void> {
  const parsed = parseCode(code);
  if (parsed.kind !== 'valid') return;
  await lockShortCodes(tx);
  // Codes of the oldest blasts are in files of machines, which keep them.
  await execute(tx)`
    UPDATE short_code SET returned_at = clock_timestamp() WHERE serial = ${parsed.serial} AND scope = 'blast'
      AND channel <> ''`;
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
    await lockShortCodes(tx);
    return insertAssignments(tx, assignments);
  });
}

/**
 * Lets a machine's own file grow while no other machine's does, so that no serial has two owners. The file keeps what it
 * was given also where the transaction is rolled back.
 * @param ranges of files that grow on machines
 * @param grow gets the lines that the machines share, and returns the lines that it needs
 * @throws when one of these belongs to another owner on another machine
 */
export async function growShared(
  tx: Queryable,
  ranges: readonly Ordinals[],
  grow: (known: StoredAssignment[]) => Promise<Assignment[]>,
): Promise<void> {
  await lockShortCodes(tx);
  const known = (await readShortCodes(tx, '0')).filter(({ serial }) =>
    isWithin(ranges, toOrdinal(serial)),
  );
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
  const rows = assignments.map(({ serial, owner }) => ({ ...toColumns(owner), serial }));
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

/** Codes that were added after a place, in order. */
export async function readShortCodes(
  database: Queryable,
  afterPlace: string,
): Promise<StoredAssignment[]> {
  const rows = await queryRows<Columns & { serial: number; place: string }>(database)`
    SELECT serial, place, scope, district, station, id FROM short_code WHERE place > ${afterPlace}
      ORDER BY place`;
  return rows.map(({ serial, place, ...columns }) => ({ serial, place, owner: toOwner(columns) }));
}

/** Until the transaction ends nobody else gives a code, or changes who may. */
export async function lockShortCodes(tx: Queryable): Promise<void> {
  await execute(tx)`SELECT pg_advisory_xact_lock(${lockKey})`;
}

interface Columns {
  scope: Owner['scope'];
  district: string;
  station: string;
  id: string;
}

function toColumns(owner: Owner): Columns {
  return { district: '', station: '', id: '', ...owner };
}

function toOwner({ scope, district, station, id }: Columns): Owner {
  if (scope === 'state') return { scope };
  if (scope === 'district') return { scope, district };
  if (scope === 'station') return { scope, district, station };
  if (scope === 'vehicle') return { scope, district, id };
  return { scope, id };
}
