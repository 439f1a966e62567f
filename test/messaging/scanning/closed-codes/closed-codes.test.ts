import { describe, expect, test } from 'vitest';
import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { stationsOf } from '../../../../campaigns/directory/station.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import { inspectionPath, officerCookie } from '../../../../campaigns/offices/officer-cookie.ts';
import { acceptHeld, expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
const codeOf = (station: string, district = 'agra') =>
  registry.codeFor({ scope: 'station', district, station }, 'board');
const directory = loadDirectory();
interface Held {
  held: { id: number };
}
const remark = 'चौराहे पर इसी कोड के स्टिकर मिले।';

describe('closed codes', async () => {
  const { service, database, agra, mau, hq, second } = await openConsole({
    agra: ['district', 'agra'],
    mau: ['district', 'mau'],
    hq: 'hq',
    second: 'hq',
  });

  const scan = (code: string, cookie?: string) =>
    service.app.inject({
      url: `/q${code}`,
      headers: {
        'user-agent': 'Mozilla/5.0 (Linux; Android 10) Chrome/120.0.0.0 Mobile',
        ...(cookie && { cookie }),
      },
    });
  const close = (officer: Officer, code: string, reason = 'misused') =>
    officer.post('/api/closed-codes', { code, reason, remark });
  const ids = new Map<string, number>();
  const open = async (officer: Officer, code: string) => {
    for (const closed of (await hq.get('/api/closed-codes')).json())
      ids.set(closed.code, closed.id);
    const remark = 'स्टिकर हटाए गए।';
    return officer.post(`/api/closed-codes/${ids.get(code)}/open`, { remark });
  };
  const answered = async (outcome: string) =>
    Number(
      new RegExp(`scans_total\\{outcome="${outcome}"\\} (\\d+)`).exec(
        (await service.app.inject('/metrics')).body,
      )?.[1],
    );

  test('a closed code says why in both languages, is not counted, and leads to the app again when it is opened', async () => {
    const code = codeOf('lohamandi');
    expect((await scan(code)).statusCode).toBe(302);
    const before = await answered('stored');
    expect((await close(agra, code.toLowerCase())).statusCode).toBe(201);
    const found = await scan(code);
    expect([found.statusCode, found.headers['cache-control'], found.headers['set-cookie']]).toEqual(
      [410, 'private, no-store', undefined],
    );
    for (const text of [
      'यह कोड बंद है',
      'इस कोड का गलत इस्तेमाल हुआ, इसलिए पुलिस ने इसे बंद किया है।',
      'This code was misused, so the police closed it.',
      'href="/get/"',
    ])
      expect(found.body).toContain(text);
    expect(found.body).not.toContain(remark);
    expect([await answered('stored'), await answered('closed')]).toEqual([before, 1]);
    // An officer in front of the board still reports on it.
    expect((await scan(code, officerCookie)).headers['location']).toBe(inspectionPath(code));

    expect((await close(agra, code)).json().error).toBe('code-closed');
    const listed = (await agra.get('/api/closed-codes')).json();
    expect(listed).toMatchObject([
      { code, district: 'agra', reason: 'misused', remark, role: 'district' },
    ]);
    const { held } = await expectAnswer<Held>(open(agra, code), 202);
    expect((await scan(code)).statusCode).toBe(410);
    await expectRefusal(agra.post(`/api/held-acts/${held.id}/accept`, {}), 409, 'own-draft');
    await expectAnswer(second.post(`/api/held-acts/${held.id}/accept`, {}), 204);
    expect((await scan(code)).statusCode).toBe(302);
    expect((await open(agra, code)).statusCode).toBe(404);
    const { rows } = await database.pool.query(
      `SELECT action, subject, after FROM audit_entry WHERE action LIKE 'code.%' ORDER BY id`,
    );
    expect(rows).toEqual([
      {
        action: 'code.close',
        subject: 'station/agra/lohamandi',
        after: { code, reason: 'misused', remark },
      },
      {
        action: 'code.open',
        subject: 'station/agra/lohamandi',
        after: { code, remark: 'स्टिकर हटाए गए।' },
      },
    ]);
  });

  test('a district closes the codes of its own stations alone, and only the office that closed one opens it', async () => {
    const code = codeOf('etmadpur');
    expect((await close(mau, code)).json().error).toBe('outside-area');
    const ofState = registry.codeFor({ scope: 'state' }, 'board');
    expect((await close(agra, ofState)).json().error).toBe('outside-area');
    const ofDistrict = registry.codeFor({ scope: 'district', district: 'agra' }, 'board');
    expect((await close(agra, ofDistrict)).json().error).toBe('outside-area');
    await acceptHeld(close(hq, ofState), second);
    expect((await close(agra, 'ZZZZZZ')).statusCode).toBe(404);

    expect((await close(hq, code, 'misprinted')).statusCode).toBe(201);
    expect((await agra.get('/api/closed-codes')).json()).toMatchObject([{ code, role: 'hq' }]);
    expect((await mau.get('/api/closed-codes')).json()).toEqual([]);
    expect((await open(agra, code)).json().error).toBe('closed-by-other');
    await acceptHeld(open(hq, code), second);
    expect((await close(agra, code, 'gone')).statusCode).toBe(201);
    expect((await open(hq, code)).json().error).toBe('closed-by-other');
  });

  test('one officer closes three codes of a district in a day; those after them wait for a second one', async () => {
    for (const station of ['tajganj', 'sadar-bazar'])
      expect((await close(agra, codeOf(station))).statusCode).toBe(201);
    const code = codeOf('barhan');
    await expectAnswer(close(agra, code), 202);
    expect((await scan(code)).statusCode).toBe(302);
  });

  test('three codes a day, day after day, are added up: the tenth in eight weeks waits for a second officer', async () => {
    const closeOn = async (stations: readonly string[]) => {
      await database.pool.query(`UPDATE closed_code SET closed_at = closed_at - interval '2 days'`);
      for (const station of stations)
        expect((await close(mau, codeOf(station, 'mau'))).statusCode, station).toBe(201);
    };
    const [first = '', ...others] = stationsOf(directory, 'mau').map(({ id }) => id);
    for (const day of [0, 3, 6]) await closeOn(others.slice(day, day + 3));
    await database.pool.query(`UPDATE closed_code SET closed_at = closed_at - interval '2 days'`);
    await expectAnswer(close(mau, codeOf(first, 'mau')), 202);
    await database.pool.query(`UPDATE closed_code SET closed_at = closed_at - interval '56 days'`);
    await expectAnswer(close(mau, codeOf(others[9] ?? '', 'mau')), 201);
  });
});
