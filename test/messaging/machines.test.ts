import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grownFileName, growRegistry } from '../../campaigns/links/registry-fs.ts';
import { encodeCode } from '../../campaigns/links/short-code.ts';
import { createTestConsole, type Officer, type TestConsole } from './fixtures/console.ts';
import { openConsole } from './fixtures/open-console.ts';
import { phone, scanPaths } from './fixtures/scans.ts';
import { insertAudience } from './phone/blasts/blast-fixture.ts';
import { blastInput } from './phone/blasts/blast-input.ts';

// Services on machines of their own share the database, and nothing on a disk.
describe('two services on one database', async () => {
  const offices = { pro: 'pro-dgp', hq: 'hq' } as const;
  const { database, service: there, ...ofThere } = await openConsole(offices);
  const { service: here, ...ofHere } = await openConsole(offices, { database });
  const officers = [ofHere.pro, ofThere.pro] as const;
  const approvers = [ofHere.hq, ofThere.hq] as const;
  const audienceId = await insertAudience(database.pool, 10);

  const draft = () => blastInput(audienceId, { canarySize: 0 });

  const scan = async (service: TestConsole, code: string) =>
    (
      await service.app.inject({
        url: `/q/${code}`,
        headers: { 'user-agent': phone.android },
      })
    ).statusCode;

  test('twenty approved at once have twenty codes, and each is found on both', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const [drafter, approver] = [officers[index % 2], approvers[index % 2]] as Officer[];
        const made = await drafter?.post('/api/blasts', draft());
        const { id, revision } = made?.json().blast ?? {};
        await drafter?.post(`/api/blasts/${id}/submit`, {});
        return approver?.post(`/api/blasts/${id}/approve`, { revision });
      }),
    );
    expect(new Set(answers.map((answer) => answer?.statusCode))).toEqual(new Set([200]));
    const codes = answers.map((answer) => answer?.json().blast.shortCode as string);
    expect(new Set(codes).size).toBe(20);
    const statuses = await Promise.all(
      codes.flatMap((code) => [scan(here, code), scan(there, code)]),
    );
    expect(statuses).toEqual(statuses.map(() => 302));
  });

  test('a draft has drawn no code', async () => {
    const drawn = () => database.pool.query('SELECT FROM short_code');
    const { rowCount } = await drawn();
    const made = await officers[0].post('/api/blasts', draft());
    expect([made.statusCode, made.json().blast.shortCode]).toEqual([201, null]);
    expect((await drawn()).rowCount).toBe(rowCount);
  });

  test('a code of an earlier version, in a file of one machine, is found on the other', async () => {
    const owner = { scope: 'blast', id: 'before' } as const;
    const [assignment] = await growRegistry(join(here.dataDir, grownFileName), [owner], {
      blocks: [0],
    });
    const code = encodeCode({ serial: assignment?.serial ?? 0, channel: 'sms' });
    // The file is looked at once a second.
    await expect.poll(() => scan(here, code), { interval: 100 }).toBe(302);
    await expect
      .poll(
        async () =>
          (await database.pool.query("SELECT FROM short_code WHERE id = 'before'")).rowCount,
      )
      .toBe(1);
    expect(await scan(there, code)).toBe(302);
  });

  test('a third one beside the first, in the same data folder, has its own spool', async () => {
    const beside = await createTestConsole(database, { dataDir: here.dataDir });
    try {
      const [, url = ''] = scanPaths(2);
      for (const service of [here, beside]) {
        const answer = await service.app.inject({ url, headers: { 'user-agent': phone.iphone } });
        expect(answer.statusCode).toBe(302);
      }
      const count = async () =>
        (
          await database.pool.query('SELECT scans FROM scan_by_code WHERE code = $1', [
            url.slice(3),
          ])
        ).rows;
      await expect.poll(count).toEqual([{ scans: 2 }]);
    } finally {
      await beside.close();
    }
  });

  test('who scans on one and then on the other is one visitor', async () => {
    const [url = ''] = scanPaths(1);
    const headers = { 'user-agent': phone.android };
    const first = await here.app.inject({ url, headers });
    const [cookie] = first.cookies;
    expect(cookie?.value).toMatch(/^[\da-f]{48}$/);
    const again = await there.app.inject({
      url,
      headers: { ...headers, cookie: `${cookie?.name}=${cookie?.value}` },
    });
    expect([again.statusCode, again.cookies]).toEqual([302, []]);
    const count = async () =>
      (
        await database.pool.query('SELECT scans, visitors FROM scan_by_code WHERE code = $1', [
          url.slice(3),
        ])
      ).rows;
    await expect.poll(count).toEqual([{ scans: 2, visitors: 1 }]);
  });
});
