import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  createSessionClock,
  type SessionClock,
} from '../../../../messaging/people/accounts/session-clock.ts';
import {
  findSessionOwner,
  lookAtClock,
  noteSession,
  purgeSessions,
} from '../../../../messaging/people/accounts/sessions-sql.ts';
import { createPool } from '../../../../messaging/platform/database/database.ts';
import { borrow } from '../../../servers/borrow.ts';

let pool: Pool;
/** Minutes since the machine started, whatever its clock shows. */
let steadyMinutes: number;
let clock: SessionClock;

/** The database's clock, as its statements see it, can be set. */
const ownClock = `
  CREATE SCHEMA own_clock;
  CREATE TABLE own_clock.shift AS SELECT interval '0' AS by;
  CREATE FUNCTION own_clock.now() RETURNS timestamptz LANGUAGE sql STABLE AS
    'SELECT pg_catalog.now() + by FROM own_clock.shift';
  CREATE FUNCTION own_clock.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
    'SELECT pg_catalog.clock_timestamp() + by FROM own_clock.shift';
  INSERT INTO person (id, name, email, role) VALUES ('p', 'नमूना', 'p@police.example', 'hq')`;

beforeAll(async () => {
  const url = await borrow('database');
  const first = createPool({ connectionString: url });
  await first.query(ownClock);
  await first.end();
  const options = '-c search_path=own_clock,pg_catalog,public';
  pool = createPool({ connectionString: url, options });
});
afterAll(() => pool.end());
beforeEach(async () => {
  steadyMinutes = 0;
  clock = createSessionClock(() => steadyMinutes * 60_000);
  await pool.query("DELETE FROM session; UPDATE own_clock.shift SET by = '0'");
  await begin('a');
  await lookAtClock(pool, clock);
});

/** Signs in now. */
async function begin(token: string): Promise<void> {
  await pool.query(
    `INSERT INTO session (id, token, person_id, expires_at, last_seen_at)
     VALUES ($1, $1, 'p', now() + interval '12 hours', now())`,
    [token],
  );
}

/** The clock is set, forward or back: nothing has gone by. */
async function setClock(minutes: number): Promise<void> {
  await pool.query("UPDATE own_clock.shift SET by = by + $1 * interval '1 minute'", [minutes]);
}

async function pass(minutes: number): Promise<void> {
  steadyMinutes += minutes;
  await setClock(minutes);
}

const find = (token: string) => findSessionOwner(pool, token, clock);
/** A request, as the server treats it. */
async function use(token: string): Promise<boolean> {
  const owner = await find(token);
  if (owner?.unnoted) await noteSession(pool, token);
  return owner !== undefined;
}

test('an hour without use ends a session, less does not', async () => {
  await pass(59);
  expect(await use('a')).toBe(true);
  await pass(61);
  expect(await use('a')).toBe(false);
});

test('a clock that jumps an hour ahead ends no session, and none is idle for longer', async () => {
  await pass(20);
  await setClock(60);
  expect(await find('a')).toMatchObject({ unnoted: true });
  await pass(39);
  await purgeSessions(pool, clock);
  expect(await find('a')).toBeDefined();
  await pass(2);
  expect(await find('a')).toBeUndefined();
  await purgeSessions(pool, clock);
  expect((await pool.query('SELECT FROM session')).rowCount).toBe(0);
});

test('who works goes on over a jump ahead and back, and is idle after an hour as before', async () => {
  await setClock(60);
  expect(await use('a')).toBe(true);
  await pass(30);
  expect(await use('a')).toBe(true);
  await setClock(-60);
  expect(await use('a')).toBe(true);
  await pass(59);
  expect(await find('a')).toBeDefined();
  await pass(2);
  expect(await find('a')).toBeUndefined();
});

test('a session that begins after a jump has an hour and no more', async () => {
  await setClock(60);
  expect(await use('a')).toBe(true);
  await begin('b');
  await pass(61);
  expect(await find('b')).toBeUndefined();
});

test('what nobody has measured is judged by the clock alone', async () => {
  await setClock(61);
  const other = createSessionClock(() => 0);
  expect(await findSessionOwner(pool, 'a', other)).toBeUndefined();
});
