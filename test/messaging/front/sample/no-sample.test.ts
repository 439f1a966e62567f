import { expect, test } from 'vitest';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { migrate, readMigrations } from '../../../../messaging/platform/database/migrations-fs.ts';
import { folderForTest } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';

/** The database as the version before has it: sample data and real figures in one. */
async function openEarlier() {
  const all = readMigrations();
  const earlier = all.filter(({ name }) => name !== '0369-no-sample.sql');
  const dataDir = folderForTest('no-sample-');
  const url = await borrow('empty-database');
  const database = await openDatabase({ url, dataDir, migrations: earlier });
  return { ...database, upgrade: () => migrate(database.pool, all) };
}

const logged = (id: number, action: string, at: string) =>
  `INSERT INTO audit_entry (id, at, action, subject, actor_role, actor_name, previous, hash)
   VALUES (${id}, '${at}', '${action}', 'sample', 'command-line', '', '', '');`;
const board = (station: string, enteredAt: string, more = 'false') =>
  `INSERT INTO activity (kind, district, station, day, status, entered_by, entered_at, sample)
   VALUES ('board', 'agra', '${station}', '2019-04-10', 'verified', 'x', '${enteredAt}', ${more});`;

test('the sample goes at the upgrade with what was entered beside it, and what was entered after it stays', async () => {
  const { pool, upgrade, close } = await openEarlier();
  await pool.query(`ALTER TABLE audit_entry DISABLE TRIGGER USER;
    ${logged(1, 'sample.load', '2026-11-01T10:00:00Z')}
    ${board('sample', '2026-11-01T10:00:00Z', 'true')}
    ${board('practised', '2026-11-02T10:00:00Z')}
    INSERT INTO board_capture (id, district, station, code, person_id, taken_by, issued_at, told_at, handed_in_at, live)
      SELECT gen_random_uuid(), 'agra', 'practised', 'C', 'p', 'x', at, at, at, true
      FROM (VALUES (timestamptz '2019-04-12 11:00+05:30')) AS given (at);
    INSERT INTO report (content_hash, name, kind, month, way, days, read_by, read_at)
      VALUES ('h', 'practised.csv', 'manual', '2019-04', 'upload', '[]', 'x', '2019-04-12T08:00:00Z');
    INSERT INTO curve_event (day, kind, title_hi, title_en, entered_by, entered_at)
      VALUES ('2019-04-12', 'film', 'अ', 'a', 'x', '2026-11-02T10:00:00Z');
    INSERT INTO held_act (kind, subject, input, effect, reason, maker, made_by, made_at)
      VALUES ('report', 'figure/1', '{}', '{}', 'r', '"service"', 'x', '2019-04-12T08:00:00Z');
    INSERT INTO scan_by_district (day, district, channel, scans) VALUES ('2019-04-12', 'agra', 'board', 7);
    ${logged(2, 'sample.remove', '2026-11-03T10:00:00Z')}
    ${board('real', '2026-11-04T10:00:00Z')}
    INSERT INTO board_capture (id, district, station, code, person_id, taken_by, issued_at)
      VALUES (gen_random_uuid(), 'agra', 'real', 'C', 'p', 'x', '2026-11-04T10:00:00Z');
    INSERT INTO scan_by_district (day, district, channel, scans) VALUES ('2026-11-04', 'agra', 'board', 3);`);
  await upgrade();
  const left = await pool.query(
    `SELECT (SELECT array_agg(station) FROM activity) AS boards, (SELECT array_agg(station) FROM board_capture) AS captures,
       (SELECT sum(scans)::int FROM scan_by_district) AS scans, (SELECT count(*)::int FROM report) AS reports,
       (SELECT count(*)::int FROM curve_event) AS events, (SELECT count(*)::int FROM held_act) AS held,
       (SELECT count(*)::int FROM audit_entry) AS logged`,
  );
  expect(left.rows).toEqual([
    { boards: ['real'], captures: ['real'], scans: 3, reports: 0, events: 0, held: 0, logged: 2 },
  ]);
  await close();
});

test('an installation that never had it loses nothing, of a replayed year neither', async () => {
  const { pool, upgrade, close } = await openEarlier();
  await pool.query(`${board('real', '2019-04-01T10:00:00Z')}
    INSERT INTO scan_by_district (day, district, channel, scans) VALUES ('2019-04-01', 'agra', 'board', 3);`);
  await upgrade();
  const { rows } = await pool.query(
    'SELECT (SELECT count(*)::int FROM activity) AS boards, (SELECT sum(scans)::int FROM scan_by_district) AS scans',
  );
  expect(rows).toEqual([{ boards: 1, scans: 3 }]);
  await close();
});
