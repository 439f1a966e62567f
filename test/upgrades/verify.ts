import type { Pool } from 'pg';
import { expect } from 'vitest';
import { verifyAudit } from '../../messaging/platform/database/audit-log-sql.ts';
import type { Backup } from '../../messaging/platform/database/backup/manifest.ts';
import { phone, scanPaths } from '../messaging/fixtures/scans.ts';
import {
  approvedBlast,
  countLedger,
  insertAudience,
  makeDraft,
} from '../messaging/phone/blasts/blast-fixture.ts';

/** Grows by the upgrade itself, or belonged to a feature that is gone. */
const notCompared = [
  ...['migration', 'blast_class', 'shared_device', 'pending_figure'],
  ...['sign_in_attempt', 'rate_limit'],
];

/** All of these rows are of sample data, which the version after 1.1.0 takes out of the database. */
const ofSample = [
  ...['audience', 'audience_member', 'audience_reject', 'blast', 'blast_recipient', 'blast_tally'],
  ...['blast_minute', 'phone_day', 'operator_delivery', 'opt_out', 'report', 'reading'],
  ...['scan_by_code', 'scan_by_district', 'press_note', 'press_note_appearance'],
  ...['press_note_series', 'activity', 'activity_version', 'board_capture', 'board_inspection'],
  ...['curve_event', 'service_outcome', 'direction_occurrence', 'direction_step'],
  ...['direction_event', 'breach'],
];

/** Rows of the kept tables that are not there any more, or are more; the audit log has to be whole. */
export async function compareKept(pool: Pool, backup: Backup): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, rows } of backup.tables.filter((table) => !notCompared.includes(table.name))) {
    const counted = await pool.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM "${name.replaceAll('"', '""')}"`,
    );
    const found = counted.rows[0]?.rows;
    const wanted = ofSample.includes(name) ? 0 : rows;
    if (found !== wanted) faults.push(`${name}: ${rows} rows before, ${found} after`);
  }
  const { kind } = await verifyAudit(pool);
  return kind === 'whole' ? faults : [...faults, `the audit log is ${kind}`];
}

/** A page, a scan and a blast on the upgraded installation. */
export async function tryUpgraded(pool: Pool, url: string, messages: number): Promise<void> {
  const progress = await fetch(`${url}/api/progress`);
  expect(progress.status).toBe(200);
  expect(JSON.stringify(await progress.json())).toContain('2019-04-12');
  const countScans = async () => {
    const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM scan');
    return rows[0]?.n ?? 0;
  };
  const before = await countScans();
  const scanned = await fetch(url + scanPaths(1)[0], {
    redirect: 'manual',
    headers: { 'user-agent': phone.android },
  });
  expect(scanned.status).toBe(302);
  await expect.poll(countScans).toBe(before + 1);
  const blast = await approvedBlast(pool, makeDraft(await insertAudience(pool, messages)));
  await expect
    .poll(async () => {
      const { accepted = 0, delivered = 0 } = await countLedger(pool, blast.id);
      return accepted + delivered;
    })
    .toBe(messages);
}
