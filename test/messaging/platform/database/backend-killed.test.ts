import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AudienceDetails,
  storeAudience,
} from '../../../../messaging/phone/audiences/audiences-sql.ts';
import { isLostConnection } from '../../../../messaging/platform/database/connection-error.ts';
import { copyInto } from '../../../../messaging/platform/database/copy.ts';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import { inTransaction } from '../../../../messaging/platform/database/transaction.ts';
import { openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';

// An 'error' event that nobody hears would end this process, and with it the run.
const dataDir = openFolder('lost-backend-');
let database: Database;
let killer: Client;

beforeAll(async () => {
  const url = await borrow('database');
  database = await openDatabase({ url, dataDir });
  killer = new Client({ connectionString: url });
  await killer.connect();
});
afterAll(async () => {
  await killer.end();
  await database.close();
});

/** Ends every connection of the service, as a restart of PostgreSQL does. */
async function endBackends(): Promise<void> {
  await killer.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await wait(100);
}
const lines = (piece: number) =>
  Buffer.from(
    Array.from({ length: 1000 }, (_, n) => `${919_870_000_000 + piece * 1000 + n}\n`).join(''),
  );
const lost = (error: unknown) => isLostConnection(error);

test('a connection that is lost between two statements ends its transaction and nothing else', async () => {
  const outcome = inTransaction(database.pool, async (client) => {
    await client.query('INSERT INTO opt_out (msisdn, source) VALUES (919876543210, $1)', ['call']);
    await endBackends();
    await client.query('INSERT INTO opt_out (msisdn, source) VALUES (919876543211, $1)', ['call']);
  });
  await expect(outcome).rejects.toSatisfy(lost);
  const { rowCount } = await database.pool.query('SELECT FROM opt_out');
  expect(rowCount).toBe(0);
});

test('one that is lost in the middle of a statement is told as such', async () => {
  const outcome = inTransaction(database.pool, (client) => client.query('SELECT pg_sleep(20)'));
  setTimeout(endBackends, 200);
  await expect(outcome).rejects.toSatisfy(lost);
});

test('one that is lost in the middle of a COPY stores nothing and lets the next one in', async () => {
  async function* rows() {
    yield lines(0);
    await endBackends();
    for (let piece = 1; piece < 200; piece += 1) yield lines(piece);
  }
  const outcome = copyInto(database.pool, 'do_not_disturb (msisdn)', rows());
  await expect(outcome).rejects.toSatisfy(lost);
  expect((await database.pool.query('SELECT FROM do_not_disturb')).rowCount).toBe(0);
  async function* good() {
    yield lines(0);
  }
  await copyInto(database.pool, 'do_not_disturb (msisdn)', good());
  expect((await database.pool.query('SELECT FROM do_not_disturb')).rowCount).toBe(1000);
  expect(database.pool.totalCount).toBe(database.pool.idleCount);
});

test('one that is lost in a transaction of the library for accounts ends that transaction alone', async () => {
  const builder = new Kysely({ dialect: new PostgresDialect({ pool: database.pool }) });
  const outcome = builder.transaction().execute(async (begun) => {
    await sql`SELECT 1`.execute(begun);
    await endBackends();
    await sql`SELECT 2`.execute(begun);
  });
  await expect(outcome).rejects.toSatisfy(lost);
  await expect.poll(() => database.pool.totalCount - database.pool.idleCount).toBe(0);
});

/** As PostgreSQL is while it restarts: nobody has a connection, and nobody gets one. */
async function takeAway(): Promise<() => Promise<unknown>> {
  const { rows } = await killer.query<{ name: string }>('SELECT current_database() AS name');
  const allow = (yes: boolean) =>
    killer.query(`UPDATE pg_database SET datallowconn = ${yes} WHERE datname = '${rows[0]?.name}'`);
  await allow(false);
  await endBackends();
  return () => allow(true);
}

const list: AudienceDetails = {
  name: 'half',
  consentBasis: 'service-user',
  source: 'invented',
  retainUntil: '2099-12-31',
  district: null,
  createdBy: 'pro',
};
async function* listRows(id: number, onPiece: (piece: number) => Promise<void>) {
  for (let piece = 0; piece < 200; piece += 1) {
    await onPiece(piece);
    const row = (n: number) =>
      `${id}\t${n}\t${919_870_000_000 + piece * 1000 + n}\tagra\thi\t\\N\t\\N\t\\N\n`;
    yield Buffer.from(Array.from({ length: 1000 }, (_, n) => row(n)).join(''));
  }
}
const left = async () => {
  const { rows } = await killer.query<{ numbers: number; lists: number }>(
    `SELECT (SELECT count(*)::int FROM audience_upload) AS numbers, (SELECT count(*)::int FROM audience) AS lists`,
  );
  return rows[0];
};

test('a list whose import loses its connections leaves no number behind', async () => {
  let lying: unknown;
  const outcome = storeAudience(database, list, (id) =>
    listRows(id, async (piece) => {
      if (piece !== 150) return;
      lying = await left();
      await endBackends();
    }),
  );
  await expect(outcome).rejects.toSatisfy(lost);
  // A part of it lay there, which makes the rest of this test mean something.
  expect(lying).toMatchObject({ lists: 1, numbers: expect.any(Number) });
  expect((lying as { numbers: number }).numbers).toBeGreaterThan(50_000);
  await expect.poll(left).toEqual({ numbers: 0, lists: 0 });
});

test('nor does one while whose import the database goes away, once it is back', async () => {
  let bringBack = async (): Promise<unknown> => undefined;
  const outcome = storeAudience(database, list, (id) =>
    listRows(id, async (piece) => {
      if (piece === 150) bringBack = await takeAway();
    }),
  );
  await expect(outcome).rejects.toThrow();
  expect(await left()).toMatchObject({ lists: 1 });
  await bringBack();
  await expect.poll(left).toEqual({ numbers: 0, lists: 0 });
});
