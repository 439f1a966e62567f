import { beforeEach, describe, expect, it } from 'vitest';
import { districtField, stationField } from '../../../../campaigns/messages/merge-fields.ts';
import type { BlastDraft } from '../../../../messaging/phone/blasts/blast.ts';
import { foldClasses } from '../../../../messaging/phone/blasts/classes.ts';
import {
  readClassCounts,
  readLinkVisitors,
} from '../../../../messaging/phone/blasts/classes-sql.ts';
import { deleteLedgerNumbers } from '../../../../messaging/phone/ledger/delete-numbers-sql.ts';
import { readLinkScans } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { deleteNumber } from '../../../../messaging/phone/numbers/look-up-sql.ts';
import { recordScans } from '../../../../messaging/scanning/scans/scans-sql.ts';
import {
  approvedBlast,
  firstNumber,
  insertAudience,
  insertMembers,
  makeDraft,
} from '../blasts/blast-fixture.ts';
import { openSending } from './sending-fixture.ts';

const { stores, open, reached } = openSending();
beforeEach(() =>
  stores.pool.query('TRUNCATE scan, scan_visitor, scan_by_code, opt_out, station_number'),
);

const shortCode = 'BCDFGH';
const link = `uppolice.gov.in/q/${shortCode}`;
const text = { templateId: null, header: 'UPPOLC', segments: 2 };

/** Agra and Lucknow have 50 each; the sizes of other districts are given. */
async function listOf(sizes: Record<string, number> = {}): Promise<number> {
  const audienceId = await insertAudience(stores.pool, 100);
  let next = firstNumber + 1000;
  for (const [district, size] of Object.entries(sizes)) {
    const numbers = Array.from({ length: size }, (_, n) => next + 1 + n);
    await insertMembers(stores.pool, audienceId, numbers, { district: district || null });
    next += 1000;
  }
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

describe('links by class', () => {
  it('gives all of a district and language one link, and few people the blast’s own', async () => {
    const audienceId = await listOf({ kanpur: 9, '': 4, varanasi: 12 });
    const { id, bodies } = await send(
      makeDraft(audienceId, {
        classLinks: true,
        texts: { hi: { ...text, body: `ऐप ${link} पाएँ` } },
      }),
    );
    expect(count(bodies)).toEqual({
      [`ऐप ${link}00 पाएँ`]: 50,
      [`ऐप ${link}01 पाएँ`]: 50,
      [`ऐप ${link}02 पाएँ`]: 12,
      [`ऐप ${link} पाएँ`]: 13,
    });
    expect(bodies.size).toBe(125);
    const scan = (visitor: number, mark: string) => ({
      id: BigInt(visitor),
      at: new Date('2019-04-12T06:00:00Z'),
      code: shortCode + mark,
      channel: 'sms' as const,
      district: '',
      platform: 'android' as const,
      visitorKind: 'person' as const,
      visitor: BigInt(visitor),
    });
    await recordScans(stores.pool, [
      ...[1, 2, 3].map((visitor) => scan(visitor, '00')),
      scan(4, '02'),
      scan(5, ''),
      // Nobody's: no class has it.
      scan(6, 'ZZ'),
    ]);
    const codes = { shortCode, trialCodes: null };
    const people = await readLinkVisitors(stores.pool, id);
    const rows = foldClasses(await readClassCounts(stores.pool, id), { codes, people });
    expect(
      rows.map(({ district, language, sent, people }) => [district, language, sent, people]),
    ).toEqual([
      ['agra', 'hi', 50, 3],
      ['lucknow', 'hi', 50, 0],
      ['varanasi', 'hi', 12, 1],
      [null, null, 13, 1],
    ]);
    const links = await readLinkScans(stores.pool, [shortCode]);
    expect(links.get(shortCode)).toEqual({ scans: 5, visitors: 5 });
  });
  it('takes the smallest class to the few when these alone could be told', async () => {
    const audienceId = await listOf({ kanpur: 3, varanasi: 12 });
    const { bodies } = await send(
      makeDraft(audienceId, {
        classLinks: true,
        texts: { hi: { ...text, body: `ऐप ${link} पाएँ` } },
      }),
    );
    expect(count(bodies)).toEqual({
      [`ऐप ${link}00 पाएँ`]: 50,
      [`ऐप ${link}01 पाएँ`]: 50,
      [`ऐप ${link} पाएँ`]: 15,
    });
  });
  it('says each one’s station, and the district’s name where none is known', async () => {
    const audienceId = await listOf({ '': 1 });
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
    await deleteNumber(stores.pool, `+${firstNumber + 2}`, { keepOptOut: false });
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
    const audienceId = await listOf({ '': 1 });
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
