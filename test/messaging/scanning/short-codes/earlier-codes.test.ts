import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serialAt } from '../../../../campaigns/links/serials.ts';
import { encodeCode } from '../../../../campaigns/links/short-code.ts';
import { borrow } from '../../../servers/borrow.ts';

const folder = join(import.meta.dirname, '../../../../messaging/platform/database/migrations');
const own = '0183-code-shares.sql';
let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client(await borrow('empty-database'));
  await client.connect();
  const earlier = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && name < own)
    .toSorted();
  for (const name of earlier) await client.query(readFileSync(join(folder, name), 'utf8'));
});
afterAll(() => client.end());

const codeAt = (ordinal: number) => encodeCode({ serial: serialAt(ordinal), channel: 'sms' });

test('drafts of an earlier version give their codes back, unless something left the house', async () => {
  await client.query(
    `INSERT INTO audience (name, consent_basis, source, retain_until, created_by)
     VALUES ('A', 'public-duty', 'x', '2099-01-01', 'x')`,
  );
  const cases = [
    { ordinal: 20_000, district: 'agra', status: 'draft', packed: null },
    { ordinal: 20_001, district: null, status: 'draft', packed: null },
    { ordinal: 20_002, district: 'agra', status: 'draft', packed: '2019-04-01' },
    { ordinal: 20_003, district: 'agra', status: 'finished', packed: null },
    // Of a file of one machine, which keeps it.
    { ordinal: 10_000, district: 'agra', status: 'draft', packed: null },
  ];
  for (const { ordinal, district, status, packed } of cases) {
    const code = codeAt(ordinal);
    await client.query(`INSERT INTO short_code (serial, scope, id) VALUES ($1, 'blast', 'x')`, [
      serialAt(ordinal),
    ]);
    await client.query(
      `INSERT INTO blast (name, channel, status, drafter_id, district, category, texts, gateway, audience_id, from_minute,
         to_minute, policy, paise_per_segment, short_code, pack_taken_at)
       VALUES ('B', 'sms', $1, 'x', $2, 'government', $3, 'emulator', 1, 0, 1440, '{}', 1, $4, $5)`,
      [status, district, { hi: { body: `"देखें" x.in/q/${code} \\ ${code}` } }, code, packed],
    );
  }
  await client.query('BEGIN');
  await client.query(readFileSync(join(folder, own), 'utf8'));
  await client.query('COMMIT');
  const { rows } = await client.query(
    `SELECT b.short_code AS code, texts->'hi'->>'body' AS body, c.district, c.channel,
       c.returned_at IS NOT NULL AS returned
     FROM blast AS b JOIN short_code AS c ON c.place = b.id ORDER BY b.id`,
  );
  const keeps = (ordinal: number) => ({
    code: codeAt(ordinal),
    body: `"देखें" x.in/q/${codeAt(ordinal)} \\ ${codeAt(ordinal)}`,
    returned: false,
  });
  const gave = (ordinal: number) => ({
    code: null,
    body: `"देखें" x.in/q/000000 \\ ${codeAt(ordinal)}`,
    returned: true,
  });
  expect(rows).toEqual([
    { ...gave(20_000), district: 'agra', channel: 'sms' },
    { ...gave(20_001), district: '', channel: 'sms' },
    { ...keeps(20_002), district: 'agra', channel: 'sms' },
    { ...keeps(20_003), district: 'agra', channel: 'sms' },
    { ...keeps(10_000), district: '', channel: '' },
  ]);
  expect((await client.query('SELECT drawn FROM drawn_codes')).rows).toEqual([{ drawn: 4 }]);
});
