import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import type { Pool } from 'pg';
import { faultDetail, shortId } from '../../../campaigns/words/database-words.ts';
import { verifyAudit } from '../../platform/database/audit-log-sql.ts';
import { findStop, isDamage } from '../../platform/database/connection-error.ts';
import { expectSame } from '../../platform/database/identity/identity-sql.ts';
import { readNote } from '../../platform/database/identity/note-fs.ts';
import { listApplied, readMigrations } from '../../platform/database/migrations-fs.ts';
import { queryRow, queryRows } from '../../platform/database/sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { act, type DoctorContext, expectPool, good, unset } from './finding.ts';

const oldestPostgres = 150_000;

/** PostgreSQL's version, and whether its tables are those of this program. */
export async function checkDatabase({ database }: DoctorContext) {
  if (database instanceof Error) return act('away', database.message);
  const row = await queryRow<{ number: number; version: string }>(database.pool)`
    SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`;
  const { number = 0, version = '' } = row ?? {};
  const name = `PostgreSQL ${version.split(' ')[0]}`;
  const here = readMigrations().map((migration) => migration.name);
  const there = await listApplied(database.pool);
  if (there.length === 0) return unset('empty');
  const foreign = there.find((each) => !here.includes(each));
  if (foreign !== undefined) return act('newer', foreign);
  const missing = here.filter((each) => !there.includes(each));
  if (missing.length > 0) return act('behind', String(missing.length));
  if (number < oldestPostgres) return act('old', name);
  if (database.engine === 'postgresql') return good(name);
  const damage = await findDamage(database.pool);
  return damage === undefined ? unset('embedded', name) : act('damaged', damage);
}

/**
 * Reads each table of the embedded database by its key: a file that was cut off at its end is found by the keys that lead
 * behind it, and a byte that changed by the sum of its page. PostgreSQL has programs of its own for that.
 */
async function findDamage(pool: Pool): Promise<string | undefined> {
  const rows = await queryRows<{ name: string; key: string }>(pool)`
    SELECT quote_ident(relname) AS name, (SELECT string_agg(quote_ident(attname), ', '
        ORDER BY array_position(indkey::int2[], attnum)) FROM pg_attribute
      WHERE attrelid = pg_class.oid AND attnum = ANY (indkey::int2[])) AS key
    FROM pg_class JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
    WHERE relnamespace = 'public'::regnamespace ORDER BY 1`;
  try {
    for (const { name, key } of rows)
      await inTransaction(pool, async (tx) => {
        await tx.query('SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off');
        await tx.query(`SELECT count(t) FROM (SELECT * FROM ${name} ORDER BY ${key}) AS t`);
      });
  } catch (error) {
    if (!isDamage(error)) throw error;
    return (error as Error).message;
  }
  return undefined;
}

/** Whether the database is the one that the data folder notes. */
export async function checkInstallation(context: DoctorContext) {
  const { dataDir } = context.config;
  const { database } = context;
  const found =
    database instanceof Error
      ? database
      : await expectSame(dataDir, database.pool).catch((error: unknown) => error);
  const stop = findStop(found);
  if (stop !== undefined) return act('other', faultDetail(stop.fault));
  if (found instanceof Error) throw found;
  const note = readNote(dataDir);
  if (note?.audit == null) return unset('new');
  const kind = note.practice ? 'practice ' : '';
  return good(`${kind}${shortId(note.id)}, ${note.audit.id}`);
}

/** Settings without which an answered request may be gone after a power cut. */
export async function checkFsync(context: DoctorContext) {
  const pool = expectPool(context);
  if (!(context.database instanceof Error) && context.database.engine === 'embedded')
    return unset('embedded');
  const rows = await queryRows<{ name: string }>(pool)`
    SELECT name FROM pg_settings
    WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'`;
  return rows.length > 0 ? act('off', rows.map(({ name }) => name).join(', ')) : good('fsync');
}

export async function checkAuditLog(context: DoctorContext) {
  const verdict = await verifyAudit(expectPool(context));
  return verdict.kind === 'whole'
    ? good(String(verdict.head.id))
    : act('broken', firstFault(verdict));
}

function firstFault({ faults, count }: { faults: readonly { id: number }[]; count: number }) {
  return count > 1 ? `${faults[0]?.id} +${count - 1}` : String(faults[0]?.id);
}

const limitMs = 4000;
const oldestRedis = 6;

/** Version of Redis, and whether it writes to the disk. */
export function checkRedis(context: DoctorContext) {
  if (isStopped(context)) return Promise.resolve(unset('stopped'));
  return ask(context, async (client) => {
    const info = await readInfo(client);
    const version = info.get('redis_version') ?? '';
    if (Number.parseInt(version, 10) < oldestRedis) return act('old', version);
    if (info.get('rdb_last_bgsave_status') === 'err') return act('failed', version);
    const isKept = info.get('aof_enabled') === '1' || (await readConfig(client, 'save')) !== '';
    return isKept ? good(version) : act('forgets', version);
  }).catch((error: Error) => act('away', error.message));
}

/** Whether Redis drops jobs when its memory is short. */
export function checkRedisMemory(context: DoctorContext) {
  if (isStopped(context)) return Promise.resolve(unset('stopped'));
  return ask(context, async (client) => {
    const policy = (await readInfo(client)).get('maxmemory_policy') ?? '';
    return policy === 'noeviction' ? good(policy) : act('evicts', policy);
  }).catch(() => unset('stopped'));
}

/** The service's own, which ends with it. */
function isStopped({ redisUrl }: DoctorContext): boolean {
  return redisUrl.startsWith('/') && !existsSync(redisUrl);
}

async function ask<T>(
  { redisUrl }: DoctorContext,
  work: (client: Redis) => Promise<T>,
): Promise<T> {
  const client = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: limitMs,
    commandTimeout: limitMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let fault: Error | undefined;
  client.on('error', (error: Error) => {
    fault = error;
  });
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw fault ?? error;
  } finally {
    client.disconnect();
  }
}

async function readInfo(client: Redis): Promise<Map<string, string>> {
  const lines = (await client.info()).split('\r\n').filter((line) => line.includes(':'));
  return new Map(
    lines.map((line) => {
      const [name = '', ...value] = line.split(':');
      return [name, value.join(':')];
    }),
  );
}

/** Undefined where a provider does not let it be read. */
async function readConfig(client: Redis, name: string): Promise<string | undefined> {
  const answer = await client.config('GET', name).catch(() => []);
  return (answer as string[])[1];
}
