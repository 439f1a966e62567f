import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { openDurable } from '../../messaging/platform/database/embedded/open-durable.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { type Measure, median, report } from './report.ts';

// The price of a commit that outlives a power cut: the same inserts with and without, and against a real
// PostgreSQL on the same disk. Rounds take turns, so that each meets the same load of the machine.
const rounds = 7;
const commits = 200;
const clients = 8;
const work = mkdtempSync(join(tmpdir(), 'bench-embedded-'));
const table = 'CREATE TABLE sample (id bigint GENERATED ALWAYS AS IDENTITY, name text)';
const insert = 'INSERT INTO sample (name) VALUES ($1)';
const row = ['x'.repeat(300)];

type Query = (sql: string, values?: unknown[]) => Promise<unknown>;

async function perSecond(query: Query, atOnce: number): Promise<number> {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let index = 0; index < commits / atOnce; index += 1) await query(insert, row);
    }),
  );
  return (commits / (performance.now() - start)) * 1000;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

const fail = (error: Error) => {
  throw error;
};
const durable = await openDurable(join(work, 'durable'), fail);
const fleeting = await PGlite.create(join(work, 'fleeting'));
const dataDir = join(work, 'data');
const [first, coldMs] = await timed(() => openDatabase({ dataDir }));
await first.close();
const [embedded, warmMs] = await timed(() => openDatabase({ dataDir }));
const server = await startOwnPostgres();
await server.stop();
const [, serverMs] = await timed(() => server.start());
const real = await openDatabase({ url: await server.createDatabase(), dataDir });

const contenders: Record<string, { query: Query; atOnce: number }> = {
  'in its thread, not durable': { query: (...args) => fleeting.query(...args), atOnce: 1 },
  'in its thread, durable': { query: (...args) => durable.query(...args), atOnce: 1 },
  'embedded, one client': { query: (...args) => embedded.pool.query(...args), atOnce: 1 },
  'PostgreSQL, one client': { query: (...args) => real.pool.query(...args), atOnce: 1 },
  [`embedded, ${clients} clients`]: {
    query: (...args) => embedded.pool.query(...args),
    atOnce: clients,
  },
  [`PostgreSQL, ${clients} clients`]: {
    query: (...args) => real.pool.query(...args),
    atOnce: clients,
  },
};
try {
  for (const one of [fleeting, durable]) await one.exec(table);
  for (const { pool } of [embedded, real]) await pool.query(table);
  const speeds = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { query, atOnce }] of Object.entries(contenders)) {
      speeds.get(name)?.push(await perSecond(query, atOnce));
    }
  }
  const speed = (name: string) => median(speeds.get(name) ?? []);
  const ratio = (over: string, under: string) => ({
    value: speed(over) / speed(under),
    digits: 2,
  });
  const measures: Measure[] = [
    ...[...speeds.keys()].map((name) => ({ what: name, value: speed(name), unit: 'commits/s' })),
    {
      what: 'not durable : durable',
      ...ratio('in its thread, not durable', 'in its thread, durable'),
    },
    {
      what: 'embedded : PostgreSQL, one client',
      ...ratio('embedded, one client', 'PostgreSQL, one client'),
      least: 0.25,
    },
    {
      what: `embedded : PostgreSQL, ${clients} clients`,
      ...ratio(`embedded, ${clients} clients`, `PostgreSQL, ${clients} clients`),
    },
    { what: 'embedded, first start', value: coldMs, unit: 'ms' },
    { what: 'embedded, later start', value: warmMs, unit: 'ms' },
    { what: 'PostgreSQL, later start', value: serverMs, unit: 'ms' },
  ];
  report('embedded', measures);
} finally {
  await Promise.all([durable.close(), fleeting.close(), embedded.close(), real.close()]);
  await server.dispose();
  rmSync(work, { recursive: true, force: true });
}
