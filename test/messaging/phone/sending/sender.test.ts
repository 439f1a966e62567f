import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startBlast } from '../blasts/blast-fixture.ts';
import { openSender, openSending, silent } from './sending-fixture.ts';

const { stores, folder, makeBlast, count } = openSending();

// A blast that waits for its gateway sends one message as a probe.
it.each`
  status       | reason            | halting    | sends
  ${'running'} | ${null}           | ${null}    | ${5}
  ${'running'} | ${null}           | ${'20003'} | ${0}
  ${'paused'}  | ${'gateway-busy'} | ${null}    | ${1}
  ${'paused'}  | ${'gateway-busy'} | ${'20003'} | ${0}
  ${'paused'}  | ${'officer'}      | ${null}    | ${0}
  ${'paused'}  | ${'budget'}       | ${null}    | ${0}
  ${'stopped'} | ${null}           | ${null}    | ${0}
`('of a blast that is $status ($reason, $halting) a chunk sends $sends', async (row) => {
  const { pool } = stores;
  const blast = await startBlast(pool, await makeBlast(5));
  await pool.query(
    'UPDATE blast SET status = $2, pause_reason = $3, halting_code = $4 WHERE id = $1',
    [blast.id, row.status, row.reason, row.halting],
  );
  await pool.query(
    `UPDATE blast_gateway SET price_paise = 9, later_since = CASE WHEN $2 THEN clock_timestamp() END WHERE blast_id = $1`,
    [blast.id, row.reason === 'gateway-busy'],
  );
  const sent: string[] = [];
  const sender = openSender(pool, {
    sendSms: async ({ reference }) => ({ providerId: `P${sent.push(reference)}` }),
    spoolDir: mkdtempSync(join(folder, 'spool-')),
    paise: { emulator: 12 },
  });
  expect(await sender.sendChunk(blast.id, silent)).toBe(row.sends);
  await sender.close();
  expect(sent).toHaveLength(row.sends);
  expect((await count(blast))['accepted'] ?? 0).toBe(row.sends);
  // The price is that of the time of sending: one that sends nothing keeps its own.
  const { rows } = await pool.query('SELECT price_paise FROM blast_gateway WHERE blast_id = $1', [
    blast.id,
  ]);
  expect(rows[0].price_paise).toBe(row.sends > 0 ? 12 : 9);
});
