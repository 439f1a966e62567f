import type { Pool } from 'pg';
import { type Budgeted, leftOfBudget } from '../../../campaigns/messages/draft-fields.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { stationId } from '../ledger/station-sql.ts';
import { readTestPaise } from '../ledger/test-messages-sql.ts';
import { type Blast, mostSegments } from './blast.ts';
import { canaryOrder, writeLot } from './plan-ranges-sql.ts';
import { type NumberRange, type RetryingGateways, readSource } from './selection-sql.ts';

/** Somebody who would be among the first. */
export interface FirstRecipient {
  /** From 1, in the order of sending. */
  place: number;
  /** Digits with the country code. */
  msisdn: string;
  language: string;
  district: string | null;
  /** Its id in the district. */
  station: string | null;
}

export interface FirstPart {
  /** All whom the blast is for; null where a part of a long list was enough. */
  recipients: number | null;
  /** Those of them who would go in this part. */
  first: number;
  /** Segments of those of this part. */
  segments: number;
  rows: FirstRecipient[];
}

interface FirstPartOptions {
  gateways: RetryingGateways;
  /** Most that may leave in the time; null where nothing holds the gateway back. */
  most: number | null;
  /** Rows that are wanted of them. */
  shown: number;
  /** Numbers of its list. */
  members: number;
}

/** A part of a list that surely holds its first recipients, if it has enough. */
interface Narrowing {
  /** Only hashes below it, of the 32 bits of `canaryOrder`. */
  hashBelow?: number;
  range?: NumberRange;
  least: number;
}

/** Of a shorter list the whole is read. */
const longList = 100_000;
/** So much more than wanted is read at first, since the rules leave numbers out. */
const reserve = { times: 4, more: 1000 };

/**
 * Reads who would get a blast first, by the selection, the sample and the order of planning and claiming. Of a long list
 * only as much is read as they need. The transaction may only read: nothing of it can reach the ledger.
 */
export async function readFirstPart(
  pool: Pool,
  blast: Blast,
  options: FirstPartOptions,
): Promise<FirstPart> {
  return inTransaction(pool, async (tx) => {
    await tx.query('SET TRANSACTION READ ONLY');
    const part = await narrow(tx, blast, options);
    if (part !== null) {
      const { ready, ...found } = await readPart(tx, blast, options, part);
      if (ready >= part.least) return { ...found, recipients: null };
    }
    const { ready: _, ...found } = await readPart(tx, blast, options);
    return found;
  });
}

/** Null where the whole list is to be read. */
async function narrow(
  tx: Queryable,
  { parentId, audienceId, trial, policy: { canarySize } }: Blast,
  { members, most }: FirstPartOptions,
): Promise<Narrowing | null> {
  if (parentId !== null || members <= longList) return null;
  const least = canarySize > 0 ? canarySize : most;
  if (least === null) return null;
  const share = trial === null ? 1 : (2 * trial.share) / 100;
  const wanted = Math.ceil((least * reserve.times + reserve.more) / share);
  if (wanted >= members) return null;
  if (canarySize > 0)
    return { least, hashBelow: Math.ceil((wanted / members) * 2 ** 32 - 2 ** 31) };
  const { rows } = await tx.query<{ upto: string }>(
    'SELECT msisdn AS upto FROM audience_member WHERE audience_id = $1 ORDER BY msisdn OFFSET $2 LIMIT 1',
    [audienceId, wanted],
  );
  const [row] = rows;
  return row === undefined ? null : { least, range: { after: '0', upto: row.upto } };
}

async function readPart(
  tx: Queryable,
  blast: Blast,
  { gateways, most, shown }: FirstPartOptions,
  { hashBelow, range }: Partial<Narrowing> = {},
): Promise<FirstPart & { ready: number }> {
  const { text, values } = await readSource(tx, blast, gateways, range);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests = await readTestPaise(tx, blast.id);
  const { canarySize } = blast.policy;
  const below = hashBelow === undefined ? '' : `AND hashint8(msisdn) < ${bind(hashBelow)}::integer`;
  // In a trial those by lot go first.
  const turn = blast.trial === null ? 'true' : `${writeLot(blast)} IS NOT NULL`;
  const sample =
    canarySize === 0
      ? `SELECT * FROM chosen WHERE ${turn}`
      : `SELECT * FROM chosen WHERE ${turn} ORDER BY ${canaryOrder} LIMIT ${bind(canarySize)}::integer`;
  const each = `CASE WHEN language = 'en' THEN ${bind(mostSegments(blast, 'en'))}::integer
    ELSE ${bind(mostSegments(blast, 'hi'))}::integer END`;
  const affordable = bind(affordableSegments(blast, tests));
  const { rows } = await tx.query<
    Record<'recipients' | 'ready' | 'first' | 'segments', string> & {
      rows: FirstRecipient[] | null;
    }
  >(
    `WITH chosen AS (SELECT msisdn, language, district, station FROM (${text}) AS source
         WHERE reason IS NULL ${below}),
       sample AS (${sample}),
       first AS (SELECT msisdn, language, district, station, ${each} AS segments FROM sample
         ORDER BY msisdn LIMIT ${bind(most)}::bigint),
       priced AS (SELECT *, row_number() OVER (ORDER BY msisdn) AS place,
         sum(segments) OVER (ORDER BY msisdn) AS running FROM first),
       paid AS (SELECT * FROM priced WHERE ${affordable}::bigint IS NULL OR running <= ${affordable}::bigint)
     SELECT (SELECT count(*) FROM chosen) AS recipients, (SELECT count(*) FROM chosen WHERE ${turn}) AS ready, count(*) AS first, coalesce(sum(segments), 0) AS segments,
       json_agg(json_build_object('place', place, 'msisdn', msisdn::text, 'language', language,
         'district', district, 'station', ${stationId}) ORDER BY place) FILTER (WHERE place <= ${bind(shown)}::integer) AS rows
     FROM paid AS r`,
    values,
  );
  const [row] = rows;
  return {
    recipients: Number(row?.recipients ?? 0),
    ready: Number(row?.ready ?? 0),
    first: Number(row?.first ?? 0),
    segments: Number(row?.segments ?? 0),
    rows: row?.rows ?? [],
  };
}

/** Segments that the ceiling leaves, as the claim counts them; null without one. */
function affordableSegments(
  blast: Budgeted & Pick<Blast, 'pricePaise'>,
  testPaise: number,
): number | null {
  const left = leftOfBudget(blast, testPaise);
  if (left === null || blast.pricePaise === 0) return null;
  return Math.max(0, Math.floor(left / blast.pricePaise));
}
