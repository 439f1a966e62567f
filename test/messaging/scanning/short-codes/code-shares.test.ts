import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeSupply, usualShare } from '../../../../campaigns/links/code-shares.ts';
import { listBlocks, serialAt } from '../../../../campaigns/links/serials.ts';
import { encodeCode } from '../../../../campaigns/links/short-code.ts';
import type { Tile } from '../../../../messaging/front/home/home-schemas.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { inTransaction } from '../../../../messaging/platform/database/transaction.ts';
import type { CodeHoldingView } from '../../../../messaging/scanning/short-codes/code-shares.ts';
import {
  reserveShortCode,
  returnShortCode,
} from '../../../../messaging/scanning/short-codes/short-codes-sql.ts';
import { openFolder } from '../../../folders.ts';
import { acceptHeld, expectAnswer } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { handInFile } from '../../fixtures/file-form.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { insertAudience } from '../../phone/blasts/blast-fixture.ts';
import { blastInput } from '../../phone/blasts/blast-input.ts';

const supply = codeSupply(listBlocks(1), 75);
const share = usualShare(supply, 'station');

/** Names that no station has, in letters that print. */
function stationList(count: number): string {
  const spell = (letters: string, at: number) =>
    [at % 20, Math.floor(at / 20) % 20, Math.floor(at / 400)]
      .map((place) => letters[place])
      .join('');
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `add,,${spell('कखगघचछजझटठडढतथदधनपफब', at)}पुर,${spell('bcdfghjklmnpqrstvwxz', at)}pur,territorial,`,
  );
  return ['action,station,name_hi,name_en,kind,remark', ...rows].join('\n');
}

const handIn = (officer: Officer, district: string, content: string) =>
  handInFile(officer, `/api/stations/${district}/list?step=take&reason=letter`, {
    name: 'list.csv',
    content,
  });

const inWords = {
  hi: expect.stringContaining('लघु कोड'),
  en: expect.stringContaining('short codes'),
};

describe('codes of an installation', async () => {
  const dataDir = join(openFolder('shares-'), 'data');
  const { service, database, agra, mathura, hq } = await openConsole(
    { agra: ['district', 'agra'], mathura: ['district', 'mathura'], hq: 'hq' },
    { dataDir },
  );

  const readShares = async (officer: Officer): Promise<CodeHoldingView[]> =>
    (await officer.get('/api/code-shares')).json();
  const addStation = (officer: Officer, district: string, nameHi: string, nameEn: string) =>
    officer.post(`/api/stations/${district}/corrections`, {
      version: 0,
      action: 'add',
      station: '',
      nameHi,
      nameEn,
      kind: 'territorial',
      remark: 'letter 3',
    });
  /** By another officer, who has to accept a new name. */

  test('a list of 2,000 stations of one district takes nothing from another', async () => {
    const answer = await handIn(agra, 'agra', stationList(2000));
    expect(answer.statusCode, answer.body.slice(0, 400)).toBe(409);
    expect(answer.json()).toMatchObject({ error: 'code-share-used', ...inWords, asked: 2000 });
    expect(existsSync(join(dataDir, 'codes.csv'))).toBe(false);
    await acceptHeld(addStation(mathura, 'mathura', 'नया थाना', 'Naya Thana'), hq);
    await acceptHeld(addStation(agra, 'agra', 'नया थाना', 'Naya Thana'), hq);
  });

  test('a share that nears its end is told to its district and to HQ, who may raise it', async () => {
    await database.pool.query(
      `INSERT INTO short_code (serial, scope, district, station)
       SELECT 900000 + n, 'station', 'agra', 's' || n FROM generate_series(2, $1::integer) AS n`,
      [share],
    );
    const low = async (officer: Officer) =>
      ((await officer.get('/api/home')).json().tiles as Tile[]).find(({ id }) => id === 'codes-low')
        ?.count;
    expect([await low(agra), await low(hq), await low(mathura)]).toEqual([1, 1, undefined]);
    expect((await addStation(agra, 'agra', 'नया नगर', 'Naya Nagar')).json()).toMatchObject({
      error: 'code-share-used',
      used: share,
      share,
      ...inWords,
    });
    await acceptHeld(addStation(mathura, 'mathura', 'नया नगर', 'Naya Nagar'), hq);

    const own = (await readShares(agra)).filter(({ use }) => use === 'station');
    expect(own).toMatchObject([{ office: 'agra', used: share, share, low: true }]);
    const set = (wanted: number) =>
      hq.post('/api/code-shares', {
        office: 'agra',
        use: 'station',
        share: wanted,
        reason: 'पत्रांक 12',
      });
    const { least = 0, most = 0 } = own[0] ?? {};
    for (const wanted of [least - 1, most + 1]) {
      const refused = await set(wanted);
      expect([refused.statusCode, refused.json()]).toMatchObject([
        409,
        { error: 'code-share-limit', least, most },
      ]);
    }
    expect((await set(share + 100)).json()).toMatchObject({ share: share + 100 });
    await acceptHeld(addStation(agra, 'agra', 'नया नगर', 'Naya Nagar'), hq);
    const [entry] = await readAudit(database.pool, { subject: 'code-share/agra/station' }, 1);
    expect(entry).toMatchObject({ action: 'code-share.set', district: 'agra' });
    expect(JSON.parse(entry?.after ?? '')).toEqual({ share: share + 100, reason: 'पत्रांक 12' });
    // What one was given the others cannot be.
    const [other] = (await readShares(hq)).filter(
      ({ office, use }) => office === 'lucknow' && use === 'station',
    );
    expect(other?.most).toBe(most - 100);
  });

  test('a blast has its code when it is approved; stopped unsent, the code is another’s', async () => {
    const audienceId = await insertAudience(database.pool, 4);
    await database.pool.query(`UPDATE audience SET district = 'agra' WHERE id = $1`, [audienceId]);
    const codes = async () => (await readShares(agra)).find(({ use }) => use === 'sms')?.used;
    const approve = async () => {
      const made = await agra.post('/api/blasts', blastInput(audienceId, { canarySize: 0 }));
      expect(made.statusCode, made.body).toBe(201);
      const { id, revision } = made.json().blast;
      expect((await agra.post(`/api/blasts/${id}/submit`, {})).statusCode).toBe(200);
      const before = await codes();
      const answer = await hq.post(`/api/blasts/${id}/approve`, { revision });
      return { id, answer, before };
    };
    const first = await approve();
    const { blast } = first.answer.json();
    expect([first.before, await codes()]).toEqual([0, 1]);
    expect(blast.texts.hi.body).toContain(`/q/${blast.shortCode}`);
    const stopped = await hq.post(`/api/blasts/${first.id}/stop`, {});
    expect(stopped.json().blast).toMatchObject({ status: 'stopped', shortCode: null });
    expect(stopped.json().blast.texts.hi.body).toContain('/q/000000');
    expect(await codes()).toBe(0);
    const second = (await approve()).answer.json().blast;
    expect(second.shortCode).toBe(blast.shortCode);

    // As if an operator had it: its code stays, whatever becomes of the blast.
    await database.pool.query('UPDATE blast SET pack_taken_at = now() WHERE id = $1', [second.id]);
    const kept = await hq.post(`/api/blasts/${second.id}/stop`, {});
    expect(kept.json().blast.shortCode).toBe(second.shortCode);
    expect(await codes()).toBe(1);

    await database.pool.query(
      `INSERT INTO code_share (district, code_use, share) VALUES ('agra', 'sms', 1)`,
    );
    const third = await approve();
    expect([third.answer.statusCode, third.answer.json()]).toMatchObject([
      409,
      { error: 'code-share-used', office: 'agra', ...inWords },
    ]);
    expect((await hq.get(`/api/blasts/${third.id}`)).json().blast.status).toBe('submitted');
  });

  test('codes that vehicles were given by an earlier version go on working', async () => {
    await database.pool.query(
      `INSERT INTO short_code (serial, scope, district, id) VALUES ($1, 'vehicle', 'agra', 'up80g1')`,
      [serialAt(12_345)],
    );
    const code = encodeCode({ serial: serialAt(12_345), channel: 'vehicle' });
    await expectAnswer(service.app.inject({ url: `/q/${code}` }), 302);
    await expect
      .poll(async () => {
        const { rows } = await database.pool.query(
          'SELECT district FROM scan_by_code WHERE code = $1',
          [code],
        );
        return rows;
      })
      .toEqual([{ district: 'agra' }]);
  });
});

describe('reserving', async () => {
  const database = await openPostgres();
  const reserve = (office: string, channel: 'sms' | 'ivr' = 'sms') =>
    inTransaction(database.pool, (tx) => reserveShortCode(tx, supply, { office, channel }));

  test('many at once, some of whom give back, never have one code twice', async () => {
    const held: string[] = [];
    await Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        const code = await reserve(`d${at % 5}`, at % 2 === 0 ? 'sms' : 'ivr');
        if (typeof code !== 'string') throw new Error(code.refusal);
        if (at % 3 === 0) await inTransaction(database.pool, (tx) => returnShortCode(tx, code));
        else held.push(code);
      }),
    );
    expect(new Set(held.map((code) => code.slice(0, 4))).size).toBe(20);
    const { rows } = await database.pool.query(
      'SELECT count(*) FILTER (WHERE returned_at IS NULL)::integer AS held FROM short_code',
    );
    expect(rows).toEqual([{ held: 20 }]);
  });

  test('at the end of a block the next one goes on, and at the end of all it is said', async () => {
    const drawn = (count: number) =>
      database.pool.query('UPDATE drawn_codes SET drawn = $1', [count]);
    await database.pool.query('DELETE FROM short_code WHERE returned_at IS NOT NULL');
    await drawn(9_790);
    const codes = [await reserve('agra'), await reserve('agra')];
    expect(codes).toEqual([
      encodeCode({ serial: serialAt(29_790), channel: 'sms' }),
      encodeCode({ serial: serialAt(25 * 31 ** 3 + 20_000), channel: 'sms' }),
    ]);
    await drawn(7 * 9_791);
    expect(await reserve('agra')).toEqual({ refusal: 'codes-used-up' });
  });
});
