import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyInto } from '../../../messaging/database/copy.ts';
import { type Database, openDatabase } from '../../../messaging/database/database.ts';
import { isLostConnection } from '../../../messaging/database/lost-connection.ts';
import { inTransaction } from '../../../messaging/database/transaction.ts';
import { borrow } from '../../servers/borrow.ts';

// An 'error' event that nobody hears would end this process, and with it the run.
const dataDir = mkdtempSync(join(tmpdir(), 'lost-backend-'));
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
  rmSync(dataDir, { recursive: true });
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
