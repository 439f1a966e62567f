import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import { migrate, readMigrations } from '../../../../messaging/platform/database/migrations-fs.ts';
import { inTransaction } from '../../../../messaging/platform/database/transaction.ts';
import { openFolder } from '../../../folders.ts';
import { type DatabaseMaker, describeOnBoth, placeTestDatabase } from '../../fixtures/databases.ts';

describeOnBoth('database', suite, { fromNothing: true });

function suite(maker: DatabaseMaker): void {
  let database: Database;
  beforeAll(async () => {
    database = await maker.open();
    await database.pool.query('CREATE TABLE sample (id int PRIMARY KEY, name text)');
  });

  test('every migration is applied and recorded once', async () => {
    const { rows } = await database.pool.query('SELECT name, sha256 FROM migration ORDER BY name');
    expect(rows).toEqual(readMigrations().map(({ name, sha256 }) => ({ name, sha256 })));
    expect(await migrate(database.pool, readMigrations())).toEqual([]);
  });

  test('an edited migration is refused', async () => {
    const edited = readMigrations().map((entry) => ({ ...entry, sha256: 'f'.repeat(64) }));
    await expect(migrate(database.pool, edited)).rejects.toThrow('add a new migration instead');
  });

  test('a database of a newer version is refused', async () => {
    await expect(migrate(database.pool, [])).rejects.toThrow('newer version');
  });

  test('a migration that fails leaves nothing behind', async () => {
    const added = [
      { name: '9998-good.sql', sql: 'CREATE TABLE good (id int)', sha256: 'a' },
      { name: '9999-bad.sql', sql: 'CREATE TABLE bad (id nonsense)', sha256: 'b' },
    ];
    await expect(migrate(database.pool, [...readMigrations(), ...added])).rejects.toThrow(
      'Migration 9999-bad.sql',
    );
    const { rows } = await database.pool.query("SELECT to_regclass('good') AS good");
    expect(rows).toEqual([{ good: null }]);
  });

  test('transactions of several connections do not mix', async () => {
    const increments = Array.from({ length: 20 }, () =>
      inTransaction(database.pool, async (tx) => {
        await tx.query('LOCK TABLE sample');
        const { rows } = await tx.query<{ next: number }>(
          'SELECT count(*)::int + 1 AS next FROM sample',
        );
        await tx.query(`INSERT INTO sample VALUES ($1, 'counted')`, [rows[0]?.next]);
      }),
    );
    await Promise.all(increments);
    const counted = await database.pool.query('SELECT max(id) AS last FROM sample');
    expect(counted.rows).toEqual([{ last: 20 }]);
    const failing = inTransaction(database.pool, async (tx) => {
      await tx.query(`INSERT INTO sample VALUES (-1, 'rolled back')`);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    const { rows } = await database.pool.query('SELECT count(*) FROM sample WHERE id = -1');
    expect(rows).toEqual([{ count: '0' }]);
  });

  test('a connection that breaks in a transaction leaves nothing behind', async () => {
    const client = await database.pool.connect();
    client.on('error', () => {});
    await client.query("BEGIN; INSERT INTO sample VALUES (-2, 'never committed')");
    client.release(true);
    const { rows } = await database.pool.query('SELECT count(*) FROM sample WHERE id = -2');
    expect(rows).toEqual([{ count: '0' }]);
  });

  test('COPY takes rows in, and a wrong row stores none', async () => {
    const copy = async (lines: string[]) => {
      const client = await database.pool.connect();
      try {
        const stream = client.query(copyFrom('COPY sample FROM STDIN'));
        await pipeline(Readable.from(lines), stream);
      } finally {
        client.release();
      }
    };
    await copy(Array.from({ length: 20_000 }, (_, index) => `${index + 1000}\tname\n`));
    await expect(copy(['900001\tgood\n', 'wrong\tbad\n'])).rejects.toThrow('invalid input syntax');
    const { rows } = await database.pool.query('SELECT count(*) FROM sample WHERE id >= 1000');
    expect(rows).toEqual([{ count: '20000' }]);
  });
}

test('a second opener joins the embedded database that is already open', async () => {
  const dataDir = openFolder('database-');
  await placeTestDatabase(dataDir);
  const [first, second] = await Promise.all([openDatabase({ dataDir }), openDatabase({ dataDir })]);
  await first.pool.query('CREATE TABLE shared (id int); INSERT INTO shared VALUES (1)');
  expect((await second.pool.query('SELECT id FROM shared')).rows).toEqual([{ id: 1 }]);
  await second.close();
  await first.close();
  const again = await openDatabase({ dataDir });
  expect((await again.pool.query('SELECT id FROM shared')).rows).toEqual([{ id: 1 }]);
  await again.close();
});

test('migrations have a number of their own', () => {
  const numbers = readMigrations().map(({ name }) => /^(\d{4})-[a-z-]+\.sql$/.exec(name)?.[1]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(numbers.length);
});
