import type { Pool } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { serialAt, serialRanges } from '../../../../campaigns/links/serials.ts';
import { encodeCode } from '../../../../campaigns/links/short-code.ts';
import { createScanStore } from '../../../../messaging/scanning/scans/module.ts';
import { openRegistrySource } from '../../../../messaging/scanning/scans/registry-source-fs.ts';
import { encodeScan } from '../../../../messaging/scanning/scans/scan-payload.ts';
import { openSharedCodes } from '../../../../messaging/scanning/short-codes/shared-codes.ts';
import { expectAnswer } from '../../fixtures/answers.ts';
import { createTestServer } from '../../fixtures/test-server.ts';

const { first, last } = serialRanges.drawn;
const codeAt = (ordinal: number) => encodeCode({ serial: serialAt(ordinal), channel: 'sms' });

/** A database that answers with what is in it, or not at all, and counts how often it is asked. */
function pretendedPool(drawn: number[] = []) {
  const state = { asked: 0, away: false };
  const pool = {
    async query(_sql: string, [place]: [string]) {
      state.asked += 1;
      if (state.away) throw new Error('away');
      const rows = drawn.map((ordinal, index) => ({
        serial: serialAt(ordinal),
        place: String(index + 1),
        scope: 'blast',
        district: '',
        station: '',
        id: `b${ordinal}`,
      }));
      return { rows: rows.filter((row) => Number(row.place) > Number(place)) };
    },
  };
  return { state, drawn, pool: pool as unknown as Pool };
}

test('a flood of codes that nobody has is no flood of statements', async () => {
  const { state, pool } = pretendedPool();
  const codes = openSharedCodes(pool, { pauseMs: 5 });
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(
      Array.from({ length: 2000 }, (_, index) => codes.find(serialAt(first + index))),
    );
  }
  expect(state.asked).toBe(1);
  await Promise.all(Array.from({ length: 300 }, (_, index) => codes.find(serialAt(last - index))));
  expect(state.asked).toBe(2);
});

test('a code that is drawn after it was asked for is found once the memory of it is over', async () => {
  const { drawn, pool } = pretendedPool();
  const codes = openSharedCodes(pool, { pauseMs: 0, unknownMs: 30 });
  expect(await codes.find(serialAt(first))).toBeUndefined();
  drawn.push(first);
  await expect.poll(() => codes.find(serialAt(first))).toEqual({ scope: 'blast', id: 'b20000' });
});

test('without a database a sound code of another machine leads to the app, and waits in the spool', async () => {
  const { state, drawn, pool } = pretendedPool([first]);
  state.away = true;
  const shared = openSharedCodes(pool, { limitMs: 20 });
  const server = await createTestServer({ shared });
  onTestFinished(() => server.close());
  const scan = (code: string) => server.app.inject({ url: `/q/${code}` });
  expect((await scan(codeAt(first))).statusCode).toBe(302);
  // Ten more in a moment do not wait for it again.
  expect(
    new Set(
      (await Promise.all(drawn.concat(drawn).map(() => scan(codeAt(first))))).map(
        ({ statusCode }) => statusCode,
      ),
    ),
  ).toEqual(new Set([302]));
  // Neither a wrong check symbol nor a serial of the committed registry that nobody has is taken for one.
  await expectAnswer(scan(codeAt(first).replace(/.$/, (end) => (end === 'Z' ? 'Y' : 'Z'))), 404);
  expect((await scan(codeAt(9_999))).statusCode).toBe(404);
  expect((await server.scans()).map(({ code }) => code)).toEqual(Array(3).fill(codeAt(first)));
});

test('what is spooled of another machine’s code waits for the database, and is not left out', async () => {
  const { state, pool } = pretendedPool([first]);
  state.away = true;
  const files = { campaignFolder: campaignFolder('up-cop'), grownFile: '/nowhere/codes.csv' };
  const left: Error[] = [];
  const stored: unknown[] = [];
  const store = createScanStore({
    pool: {
      async query(_sql: string, values: unknown[]) {
        stored.push(values[3]);
        return { rows: [] };
      },
    } as unknown as Pool,
    registry: openRegistrySource(files, openSharedCodes(pool, { pauseMs: 0, limitMs: 20 })),
    onMalformedRecord: (error) => left.push(error),
  });
  const makeScan = (id: bigint, code: string) => ({
    id,
    payload: encodeScan({
      at: new Date(),
      code,
      platform: 'android',
      visitorKind: 'person',
      visitor: 1n,
    }),
  });
  const batch = [makeScan(1n, codeAt(first)), makeScan(2n, codeAt(first + 1))];
  await expect(store(batch)).rejects.toThrow('away');
  expect([stored, left]).toEqual([[], []]);
  state.away = false;
  await expect
    .poll(() =>
      store(batch).then(
        () => 'stored',
        () => 'away',
      ),
    )
    .toBe('stored');
  expect(stored).toEqual([`{"${codeAt(first)}"}`]);
  expect(left.map(({ message }) => message)).toEqual([
    `Expected a registered code, got ${codeAt(first + 1)}`,
  ]);
});
