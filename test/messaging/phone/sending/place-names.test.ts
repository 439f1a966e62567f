import { beforeEach, describe, expect, it } from 'vitest';
import { districtField, stationField } from '../../../../campaigns/messages/merge-fields.ts';
import type { BlastDraft } from '../../../../messaging/phone/blasts/draft-schemas.ts';
import { deleteLedgerNumbers } from '../../../../messaging/phone/ledger/delete-numbers-sql.ts';
import { deleteNumber } from '../../../../messaging/phone/numbers/look-up-sql.ts';
import {
  approvedBlast,
  firstNumber,
  insertAudience,
  insertMembers,
  makeDraft,
} from '../blasts/blast-fixture.ts';
import { openSending } from './sending-fixture.ts';

const { stores, open, reached } = openSending();
beforeEach(() => stores.pool.query('TRUNCATE opt_out, station_number'));

const shortCode = 'BCDFGH';
const link = `uppolice.gov.in/q/${shortCode}`;
const text = { templateId: null, header: 'UPPOLC', segments: 2 };

/** Agra and Lucknow have 50 each, and of one the district is not known. */
async function listWithUnknown(): Promise<number> {
  const audienceId = await insertAudience(stores.pool, 100);
  await insertMembers(stores.pool, audienceId, [firstNumber + 1001], { district: null });
  return audienceId;
}

/** Sends a blast to its end. @returns what each number got */
async function send(draft: BlastDraft): Promise<{ id: number; bodies: Map<string, string[]> }> {
  const { emulator } = await open();
  const { id } = await approvedBlast(stores.pool, draft, null, shortCode);
  await reached({ id }, 'finished');
  const bodies = new Map<string, string[]>();
  for (const { to, body } of emulator.store.list('sms')) {
    bodies.set(to, [...(bodies.get(to) ?? []), body]);
  }
  return { id, bodies };
}

const count = (bodies: Map<string, string[]>) =>
  Object.fromEntries(
    [...Map.groupBy([...bodies.values()].flat(), (body) => body)].map(([body, all]) => [
      body,
      all.length,
    ]),
  );

describe('a text that names places', () => {
  it('says each one’s station, and the district’s name where none is known', async () => {
    const audienceId = await listWithUnknown();
    await stores.pool.query(
      `WITH n AS (INSERT INTO station_number (district, station) VALUES ('agra', 'tajganj'), ('agra', 'closed')
         RETURNING number, station)
       UPDATE audience_member AS m SET station = n.number FROM n
       WHERE m.audience_id = $1 AND m.district = 'agra'
         AND m.msisdn - $2::bigint = ANY (CASE n.station WHEN 'tajganj' THEN ARRAY[2, 4, 6] ELSE ARRAY[8] END)`,
      [audienceId, firstNumber],
    );
    const names = { '': 'उत्तर प्रदेश', agra: 'आगरा', lucknow: 'लखनऊ', 'agra/tajganj': 'ताजगंज' };
    const { id, bodies } = await send(
      makeDraft(audienceId, {
        texts: { hi: { ...text, body: `${stationField}, ${districtField}: ${link}`, names } },
      }),
    );
    expect(count(bodies)).toEqual({
      [`ताजगंज, आगरा: ${link}`]: 3,
      [`आगरा, आगरा: ${link}`]: 47,
      [`लखनऊ, लखनऊ: ${link}`]: 50,
      [`उत्तर प्रदेश, उत्तर प्रदेश: ${link}`]: 1,
    });
    const kept = async () =>
      (
        await stores.pool.query(
          'SELECT count(station)::integer AS n FROM blast_recipient WHERE blast_id = $1',
          [id],
        )
      ).rows[0].n;
    expect(await kept()).toBe(4);
    await deleteNumber(stores.pool, `+${firstNumber + 2}`, false);
    expect(await kept()).toBe(3);
    // With the list go the numbers, and the stations beside them.
    await stores.pool.query("UPDATE audience SET retain_until = '2019-04-30' WHERE id = $1", [
      audienceId,
    ]);
    await stores.pool.query("UPDATE blast SET ended_at = now() - interval '1 year' WHERE id = $1", [
      id,
    ]);
    await deleteLedgerNumbers(stores.pool, '2019-05-01', 7);
    expect(await kept()).toBe(0);
  });
  it('says each one’s district, and the state’s name where none is known', async () => {
    const audienceId = await listWithUnknown();
    const names = { '': 'उत्तर प्रदेश', agra: 'आगरा', lucknow: 'लखनऊ' };
    const { bodies } = await send(
      makeDraft(audienceId, {
        texts: { hi: { ...text, body: `${districtField}: ${link}`, names } },
      }),
    );
    expect(count(bodies)).toEqual({
      [`आगरा: ${link}`]: 50,
      [`लखनऊ: ${link}`]: 50,
      [`उत्तर प्रदेश: ${link}`]: 1,
    });
  });
});
