import { describe, expect, test } from 'vitest';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import type { Day } from '../../../../campaigns/tracker/clock.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { deleteOldCodeReports } from '../../../../messaging/scanning/code-reports/code-reports-sql.ts';
import type { Browser, Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
const codeOf = (station: string) =>
  registry.codeFor({ scope: 'station', district: 'agra', station }, 'board');
const url = '/api/public/code-reports';

describe('reports of tampered codes', async () => {
  let today: Day = '2019-05-01';
  const { service, database, agra, mau, hq } = await openConsole(
    { agra: ['district', 'agra'], mau: ['district', 'mau'], hq: 'hq' },
    { clock: createClock(() => today) },
  );

  const rows = async (code: string) =>
    (await database.pool.query('SELECT * FROM code_report WHERE code = $1', [code])).rows;
  const report = async (who: Browser, code: string, kind = 'stuck-over') =>
    (await who.post(url, { code, kind })).statusCode;
  const reported = async (officer: Officer) => (await officer.get('/api/code-reports')).json();
  const tile = async (officer: Officer) =>
    (await officer.get('/api/home'))
      .json()
      .tiles.find(({ id }: { id: string }) => id === 'codes-reported');

  test('three visitors within 30 days raise the alert of district and headquarters, until the district resolves it', async () => {
    const code = codeOf('lohamandi');
    const first = service.browser();
    expect(await report(first, code.toLowerCase())).toBe(204);
    expect(await report(first, code)).toBe(204);
    expect(await report(service.browser(), code, 'damaged')).toBe(204);
    expect(await rows(code)).toHaveLength(2);
    expect([await reported(agra), (await tile(agra)).count]).toEqual([[], 0]);

    today = '2019-05-30';
    expect(await report(service.browser(), code)).toBe(204);
    const alert = {
      code,
      district: 'agra',
      station: 'lohamandi',
      since: '2019-05-01',
      kinds: { 'stuck-over': 2, damaged: 1, elsewhere: 0 },
    };
    expect(await reported(agra)).toMatchObject([alert]);
    expect(await reported(hq)).toMatchObject([alert]);
    expect(await reported(mau)).toEqual([]);
    expect(await tile(hq)).toMatchObject({ count: 1, severity: 'urgent' });

    const resolution = { code, reason: 'झूठा स्टिकर हटाया गया।' };
    const resolve = (officer: Officer, body = resolution) =>
      officer.post('/api/code-reports/resolve', body);
    expect((await resolve(mau)).statusCode).toBe(403);
    expect((await resolve(agra, { code, reason: ' ' })).statusCode).toBe(400);
    expect((await resolve(agra)).statusCode).toBe(204);
    expect([await reported(agra), (await tile(agra)).count]).toEqual([[], 0]);
    expect((await resolve(agra)).statusCode).toBe(404);
    const { rows: entries } = await database.pool.query(
      `SELECT subject, after FROM audit_entry WHERE action = 'code-report.resolve'`,
    );
    expect(entries).toEqual([
      { subject: 'station/agra/lohamandi', after: { code, reports: 3, reason: resolution.reason } },
    ]);
  });

  test('a report of 30 days ago no longer counts', async () => {
    const code = codeOf('etmadpur');
    today = '2019-06-01';
    await report(service.browser(), code);
    today = '2019-06-30';
    for (const _ of [1, 2]) await report(service.browser(), code);
    expect(await reported(agra)).toMatchObject([{ code }]);
    today = '2019-07-01';
    expect(await reported(agra)).toEqual([]);
  });

  test('a program that fills in what nobody sees is thanked, and nothing is kept', async () => {
    const code = codeOf('fatehabad');
    const sent = await service.browser().post(url, { code, kind: 'damaged', website: 'x' });
    expect([sent.statusCode, await rows(code)]).toEqual([204, []]);
  });

  test('only a station’s code is taken, ten reports of a visitor in an hour, and 50 of a code', async () => {
    const state = registry.codeFor({ scope: 'state' }, 'board');
    expect(await report(service.browser(), state)).toBe(404);
    const eager = service.browser();
    for (let sent = 0; sent < 10; sent += 1)
      expect(await report(eager, codeOf('kotwali'))).toBe(204);
    expect(await report(eager, codeOf('kotwali'))).toBe(429);
    for (let sent = 0; sent < 50; sent += 1) await report(service.browser(), codeOf('kotwali'));
    expect(await rows(codeOf('kotwali'))).toHaveLength(50);
  });

  test('visitors are forgotten after their day, and reports after ninety', async () => {
    const { pool } = database;
    const code = codeOf('lohamandi');
    const kept = async () => (await rows(code)).map(({ visitor }) => visitor);
    expect(await deleteOldCodeReports(pool, '2019-05-30', 90)).toBe(0);
    const visitors = await kept();
    expect(visitors.filter((visitor) => visitor === null)).toHaveLength(2);
    expect(visitors.filter((visitor) => visitor !== null)).toHaveLength(1);
    await deleteOldCodeReports(pool, '2019-08-28', 90);
    expect(await kept()).toEqual([null]);
    await deleteOldCodeReports(pool, '2019-08-29', 90);
    expect(await kept()).toEqual([]);
  });
});
