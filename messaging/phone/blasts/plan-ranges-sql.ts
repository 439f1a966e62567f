import type { Pool } from 'pg';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { type Blast, mostSegments, textFor } from './blast.ts';
import { findBlast } from './blasts-sql.ts';
import { type NumberRange, type RetryingGateways, readSource } from './selection-sql.ts';

/** Numbers of all lists together in one range: a third of a second of work, which is what a kill throws away. */
export const usualRange = 100_000;
/** Before and behind every number. */
const ends = { first: '0', last: '9223372036854775807' } as const;

/**
 * Cuts an approved blast's list into ranges, once.
 * @param size of a range, at most the usual one
 * @returns whether there is something to plan: not when it is not approved, or another worker holds it
 */
export async function cutRanges(pool: Pool, id: number, size: number): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ parentId: number | null; cut: boolean }>(
      `SELECT parent_id AS "parentId", planning_at IS NOT NULL AS cut FROM blast
       WHERE id = $1 AND status = 'approved' FOR NO KEY UPDATE SKIP LOCKED`,
      [id],
    );
    const [blast] = rows;
    if (blast === undefined || blast.cut) return blast !== undefined;
    await tx.query(
      // A retry's rows are in no order of numbers.
      `INSERT INTO blast_range (blast_id, number, after, upto)
       WITH RECURSIVE edge (number, at) AS (
         SELECT 0, $2::bigint
         UNION ALL
         SELECT number + 1, coalesce(
           (SELECT msisdn FROM audience_member WHERE msisdn > at AND NOT $4
            ORDER BY msisdn OFFSET $5 - 1 LIMIT 1), $3::bigint)
         FROM edge WHERE at < $3::bigint
       )
       SELECT $1, number, at, lead(at) OVER (ORDER BY number) FROM edge ORDER BY number LIMIT
         (SELECT count(*) - 1 FROM edge)`,
      [id, ends.first, ends.last, blast.parentId !== null, size],
    );
    await tx.query(
      `INSERT INTO blast_gateway (blast_id, gateway, place, price_paise)
       SELECT b.id, b.gateway, 0, (b.draft->>'paisePerSegment')::integer FROM blast AS b WHERE b.id = $1
       UNION ALL SELECT b.id, f.entry->>'gateway', f.place, (f.entry->>'paisePerSegment')::integer
       FROM blast AS b, jsonb_array_elements(b.draft->'further') WITH ORDINALITY AS f (entry, place) WHERE b.id = $1`,
      [id],
    );
    await tx.query('UPDATE blast SET planning_at = clock_timestamp() WHERE id = $1', [id]);
    return true;
  });
}

/** Whether every range is in the ledger. */
export async function isPlanned(database: Queryable, id: number): Promise<boolean> {
  const { rows } = await database.query('SELECT FROM blast_range WHERE blast_id = $1 LIMIT 1', [
    id,
  ]);
  return rows.length === 0;
}

type Step = 'planned' | 'none-left' | 'not-its-turn';

/** Plans one range that nobody else is at; false when there is none. */
export async function planNextRange(
  pool: Pool,
  id: number,
  gateways: RetryingGateways,
): Promise<boolean> {
  for (;;) {
    const step = await inTransaction(pool, (tx) => planRange(tx, id, gateways));
    if (step !== 'not-its-turn') return step === 'planned';
    await inTransaction(pool, (tx) => takeTurn(tx, id));
  }
}

async function planRange(tx: Queryable, id: number, gateways: RetryingGateways): Promise<Step> {
  // Ranges of one blast share no number and go together; those of another wait until these are planned.
  await tx.query("SELECT pg_advisory_xact_lock_shared(hashtext('blast.plan'))");
  const turn = await tx.query('SELECT FROM plan_turn WHERE blast_id = $1', [id]);
  if (turn.rows.length === 0) return 'not-its-turn';
  const { rows } = await tx.query<NumberRange & { number: number }>(
    `DELETE FROM blast_range AS r USING (
       SELECT blast_id, number FROM blast_range WHERE blast_id = $1 ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
     ) AS next
     WHERE r.blast_id = next.blast_id AND r.number = next.number
     RETURNING r.number, r.after, r.upto`,
    [id],
  );
  const [range] = rows;
  const blast = await findBlast(tx, id);
  if (range === undefined || blast?.status !== 'approved') return 'none-left';
  await insertRecipients(tx, blast, { gateways, range });
  return 'planned';
}

async function takeTurn(tx: Queryable, id: number): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('blast.plan'))");
  await tx.query(
    `INSERT INTO plan_turn (blast_id) VALUES ($1)
     ON CONFLICT (one) DO UPDATE SET blast_id = excluded.blast_id`,
    [id],
  );
}

/** In the order of numbers, so that the index grows at its end; who is left out is among them, with the reason. */
async function insertRecipients(
  tx: Queryable,
  blast: Blast,
  { gateways, range }: { gateways: RetryingGateways; range: NumberRange & { number: number } },
): Promise<void> {
  const whole = range.after === ends.first && range.upto === ends.last;
  const { text, values } = await readSource(tx, blast, gateways, whole ? undefined : range);
  const by = writeGateway(blast, (value) => `$${values.push(value)}`);
  const segments = (texts: (language: string) => number) =>
    `CASE WHEN language = 'en' THEN ${texts('en')} ELSE ${texts('hi')} END`;
  const { texts, trial } = blast;
  const at = values.length;
  await tx.query(
    `INSERT INTO blast_recipient
       (msisdn, blast_id, place, status, segments, canary, language, district, station, error_code, gateway, lot)
     SELECT msisdn, $${at + 1}::integer, $${at + 2}::integer + row_number() OVER (ORDER BY msisdn),
       CASE WHEN reason IS NULL THEN 'planned' ELSE 'skipped' END::recipient_status,
       CASE lot WHEN 'a' THEN ${segments((name) => textFor(texts, name).segments)}
         WHEN 'b' THEN ${segments((name) => textFor(trial?.texts ?? texts, name).segments)}
         ELSE ${segments((name) => mostSegments(blast, name))} END,
       false, language, district, station, reason, ${by}, lot
     FROM (SELECT *, ${writeLot(blast)} AS lot FROM (${text}) AS source) AS source ORDER BY msisdn`,
    [...values, blast.id, range.number * usualRange],
  );
}

/**
 * Order in which recipients are chosen for the canary: by hash, so that neighbours in a list are not judged together.
 */
export const canaryOrder = 'hashint8(msisdn), msisdn';

/** A sample by hash that goes first; in a trial of both texts. */
export async function markCanary(tx: Queryable, { id, policy, trial }: Blast): Promise<void> {
  if (policy.canarySize === 0) return;
  await tx.query(
    `UPDATE blast_recipient SET canary = true WHERE id IN (
       SELECT id FROM blast_recipient WHERE blast_id = $1 AND status = 'planned' AND (NOT $3 OR lot IS NOT NULL)
       ORDER BY ${canaryOrder} LIMIT $2::integer)`,
    [id, policy.canarySize, trial !== null],
  );
}

/** Recipients that wait to be sent to. */
export async function countPlanned(tx: Queryable, id: number): Promise<number> {
  const { rows } = await tx.query<{ planned: string | null }>(
    "SELECT sum(recipients) AS planned FROM blast_tally WHERE blast_id = $1 AND status = 'planned'",
    [id],
  );
  return Number(rows[0]?.planned ?? 0);
}

/** Any number, so that a share is another sample than the canary is. */
const gatewaySeed = 280;

/**
 * SQL by which each recipient of a blast has its gateway: that of the telecom operator of its `msisdn`, else by lot, always
 * the same for the same number. A number in no uploaded series has no operator.
 */
export function writeGateway(
  { gateway, further }: Pick<Blast, 'gateway' | 'further'>,
  bind: (value: unknown) => string,
): string {
  const cases: string[] = [];
  for (const { gateway: name, operators } of further) {
    if (operators.length === 0) continue;
    cases.push(`WHEN operator_of(msisdn) = ANY (${bind(operators)}::text[]) THEN ${bind(name)}`);
  }
  let upto = 0;
  for (const { gateway: name, share } of further) {
    if (share === 0) continue;
    upto += share;
    cases.push(
      `WHEN (hashint8extended(msisdn, ${gatewaySeed}) & 2147483647) % 100 < ${bind(upto)}::integer THEN ${bind(name)}`,
    );
  }
  const own = `${bind(gateway)}::text`;
  return cases.length === 0 ? own : `CASE ${cases.join(' ')} ELSE ${own} END`;
}

/** Any number, so that the lot of a trial is another than those of gateways and of the canary. */
const lotSeed = 311;
/** Parts of a hundredth, so that shares come out right in short lists too. */
const parts = 100;

/**
 * SQL for the text that a number gets in a trial of this blast: `a`, `b`, or null for the rest. A hash of number and
 * blast: always the same, and another one in the next blast.
 */
export function writeLot({ id, trial }: Pick<Blast, 'id' | 'trial'>): string {
  if (trial === null) return 'NULL::text';
  const upto = trial.share * parts;
  const place = `(hashint8extended(msisdn, hashint8extended(${id}, ${lotSeed})) & 2147483647) % ${100 * parts}`;
  return `CASE WHEN ${place} < ${upto} THEN 'a' WHEN ${place} < ${2 * upto} THEN 'b' END`;
}
