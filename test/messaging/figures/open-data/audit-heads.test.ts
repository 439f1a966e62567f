import { expect, test } from 'vitest';
import { openAuditHeads } from '../../../../messaging/figures/open-data/module.ts';
import { parseHead } from '../../../../messaging/platform/database/audit-chain.ts';
import {
  listDayHeads,
  recordAudit,
  verifyAudit,
} from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openPostgres } from '../../fixtures/databases.ts';

test('the end of the log on each day that is over is given away, and finds a log that was cut since', async () => {
  const { pool } = await openPostgres();
  const entry = { actor: 'service', action: 'sample.add', subject: 'sample' } as const;
  for (let one = 0; one < 5; one += 1) await recordAudit(pool, entry);
  // Two entries just before a midnight of Asia/Kolkata, one after it; the rest are of today.
  await pool.query(`ALTER TABLE audit_entry DISABLE TRIGGER USER;
    UPDATE audit_entry SET at = '2019-04-10T18:29:00Z' WHERE id <= 2;
    UPDATE audit_entry SET at = '2019-04-10T18:31:00Z' WHERE id = 3`);
  const { rows } = await pool.query<{ hash: string }>('SELECT hash FROM audit_entry ORDER BY id');
  const hashes = rows.map(({ hash }) => hash);
  let today = '2019-04-12';
  let asked = 0;
  const read = openAuditHeads(
    (day) => {
      asked += 1;
      return listDayHeads(pool, day);
    },
    () => today,
  );
  const table = (await read()).trimEnd().split(/\r?\n/);
  expect(table).toEqual([
    expect.stringContaining('date,entries,hash,head'),
    `2019-04-11,3,${hashes[2]},3:${hashes[2]}`,
    `2019-04-10,2,${hashes[1]},2:${hashes[1]}`,
  ]);
  await Promise.all([read(), read()]);
  expect(asked).toBe(1);
  today = '2019-04-11';
  expect((await read()).trimEnd().split(/\r?\n/)).toHaveLength(2);

  const noted = parseHead(table[1]?.split(',')[3] ?? '');
  await pool.query('DELETE FROM audit_entry WHERE id > 2');
  expect(await verifyAudit(pool, noted)).toMatchObject({ kind: 'broken' });
});
