import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlastDraft, usualSelection } from '../../messaging/phone/blasts/draft-schemas.ts';
import { planRecipients } from '../../messaging/phone/blasts/plan-sql.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import {
  approvedBlast,
  firstNumber,
  insertAudience,
  makeDraft,
} from '../messaging/phone/blasts/blast-fixture.ts';
import { median, report } from './report.ts';

// Planning a list with every rule that leaves numbers out, against the same list with none, turn by turn.
const size = Number(process.env['BENCH_PLAN_SIZE'] ?? 1_000_000);
const turns = 2;
const work = mkdtempSync(join(tmpdir(), 'bench-plan-'));
const postgres = await startOwnPostgres();
const { pool, close } = await openDatabase({ url: await postgres.createDatabase(), dataDir: work });

async function planMs(draft: BlastDraft): Promise<{ ms: number; planned: number }> {
  const blast = await approvedBlast(pool, draft);
  const startedAt = performance.now();
  const planned = (await planRecipients(pool, blast, {})) ?? 0;
  const ms = performance.now() - startedAt;
  await pool.query('DELETE FROM blast_recipient WHERE blast_id = $1', [blast.id]);
  await pool.query('DELETE FROM blast_tally WHERE blast_id = $1', [blast.id]);
  await pool.query("UPDATE blast SET status = 'stopped', planned_at = NULL WHERE id = $1", [
    blast.id,
  ]);
  await pool.query('VACUUM ANALYZE blast_recipient');
  return { ms, planned };
}

try {
  const audienceId = await insertAudience(pool, size);
  // An earlier blast reached every third of them and waits for every fourth; a tenth is on a leave-out list, another
  // tenth among twice as many do-not-disturb numbers as the list has.
  const earlier = await approvedBlast(pool, makeDraft(audienceId));
  await pool.query(
    `INSERT INTO blast_recipient (msisdn, blast_id, place, status, segments, canary, language, submitted_at, gateway)
     SELECT $1::bigint + n, $2, n, CASE WHEN n % 3 = 0 THEN 'delivered' WHEN n % 4 = 0 THEN 'planned' ELSE 'failed'
       END::recipient_status, 2, false, 'hi', CASE WHEN n % 3 = 0 THEN now() END, 'emulator'
     FROM generate_series(1, $3::bigint) AS n`,
    [firstNumber, earlier.id, size],
  );
  await pool.query("UPDATE blast SET status = 'running', planned_at = now() WHERE id = $1", [
    earlier.id,
  ]);
  const excluding = await insertAudience(pool, 1);
  await pool.query(
    `INSERT INTO audience_member (audience_id, msisdn, language, dnd)
     SELECT $1, $2::bigint + n * 10 + 1, 'hi', false FROM generate_series(1, $3::bigint) AS n`,
    [excluding, firstNumber, size / 10],
  );
  await pool.query(
    `INSERT INTO do_not_disturb (msisdn, classes)
     SELECT $1::bigint + n * 10 + 2, 1 FROM generate_series(1, $2::bigint) AS n`,
    [firstNumber, size * 2],
  );
  await pool.query('VACUUM ANALYZE');
  const none: BlastDraft = makeDraft(audienceId);
  const all: BlastDraft = makeDraft(audienceId, {
    category: 'promotional',
    selection: { ...usualSelection, skipReceived: 'blasts', skipBlastIds: [earlier.id] },
  });
  const plain: number[] = [];
  const ruled: number[] = [];
  let planned = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    await pool.query('UPDATE audience SET excluding = false WHERE id = $1', [excluding]);
    plain.push((await planMs(none)).ms);
    await pool.query('UPDATE audience SET excluding = true WHERE id = $1', [excluding]);
    const run = await planMs(all);
    ruled.push(run.ms);
    planned = run.planned;
  }
  const ratio = median(ruled) / median(plain);
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  report('plan', [
    { what: `${size} numbers planned, no rule`, value: seconds(median(plain)), unit: 's' },
    { what: 'the same with every rule', value: seconds(median(ruled)), unit: 's' },
    { what: 'of them to be sent', value: planned },
    { what: 'rules to none', value: ratio, digits: 2, most: 2 },
  ]);
} finally {
  await close();
  await postgres.stop();
  rmSync(work, { recursive: true, force: true });
}
