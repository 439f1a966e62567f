import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { parseCode } from '../../../campaigns/links/short-code.ts';
import type { Database } from '../../../messaging/database/database.ts';
import { classifyNumber } from '../../../messaging/numbers/number.ts';
import { createClock } from '../../../messaging/process/clock.ts';
import { loadProgress } from '../../../messaging/progress/progress-data.ts';
import { sampleBlasts } from '../../../messaging/sample/sample-blasts.ts';
import { loadSample, removeSample } from '../../../messaging/sample/sample-data.ts';
import { createTestConsole, type Officer, type TestConsole } from '../fixtures/console.ts';
import { describeOnBoth } from '../fixtures/databases.ts';

const campaign = loadCampaign('up-cop');
const directory = loadBaseDirectory();
const tables = [
  'audience',
  'audience_member',
  'audience_reject',
  'blast',
  'blast_recipient',
  'blast_tally',
  'blast_minute',
  'phone_day',
  'operator_delivery',
  'opt_out',
  'report',
  'scan_by_code',
];

describeOnBoth('the sample of the promotion by phone', (maker) => {
  let database: Database;
  let service: TestConsole;
  let hq: Officer;
  beforeAll(async () => {
    database = await maker.open();
    expect(await loadSample(database, { directory, campaign })).toMatchObject({ blasts: 4 });
    service = await createTestConsole(database, {
      clock: createClock('2019-04-12'),
    });
    hq = await service.officer('hq');
  });
  afterAll(() => service.close());

  const count = async (table: string) =>
    (await database.pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number;

  test('has a finished blast, a paused one, one that waits for approval, and calls', async () => {
    const list = (await hq.get('/api/blasts')).json();
    expect(
      list.map(({ blast }: { blast: { channel: string; status: string } }) => [
        blast.channel,
        blast.status,
      ]),
    ).toEqual([
      ['ivr', 'finished'],
      ['sms', 'submitted'],
      ['sms', 'paused'],
      ['sms', 'finished'],
    ]);
    const [calls, draft, paused, finished] = list;
    const all = (entry: { figures: Record<string, number> }) =>
      Object.values(entry.figures).reduce((sum, n) => sum + n, 0);
    expect([all(calls), all(draft), all(paused), all(finished)]).toEqual([320, 0, 2400, 2400]);
    expect(paused.figures.planned).toBe(1500);
    expect(finished.figures.delivered).toBeGreaterThan(2000);
    expect(finished.figures.planned).toBe(0);
    expect(finished.link).toEqual({ scans: 208, visitors: 188 });
    for (const { blast } of list) expect(blast.name).toMatch(/^SAMPLE /);
  });

  test('shows one of them in whole, marked as a sample, with installs and what its draft lacks', async () => {
    const list = (await hq.get('/api/blasts')).json();
    const finished = (await hq.get(`/api/blasts/${list[3].blast.id}`)).json();
    expect(finished).toMatchObject({
      sample: true,
      installs: 38,
      installsUntil: '2019-04-10',
      approverName: 'SAMPLE नोडल अधिकारी',
    });
    expect(finished.byDistrict.length).toBe(75);
    const draft = (await hq.get(`/api/blasts/${list[1].blast.id}`)).json();
    expect(draft).toMatchObject({ problems: [], estimate: { recipients: 320 } });
    const report = await hq.get(`/api/blasts/${list[3].blast.id}/report.csv`);
    expect(report.body).toContain('नमूना आँकड़े');
  });

  test('reaches nobody: no number and no code of it can belong to anybody, and no real gateway takes it', async () => {
    const { rows } = await database.pool.query<{ msisdn: string }>(
      'SELECT msisdn FROM audience_member UNION SELECT msisdn FROM opt_out',
    );
    expect(rows.length).toBeGreaterThan(2400);
    expect(rows.filter(({ msisdn }) => classifyNumber(msisdn).kind === 'mobile')).toEqual([]);
    for (const { shortCode } of sampleBlasts) expect(parseCode(shortCode).kind).toBe('mistyped');
    const [list] = (await hq.get('/api/audiences')).json();
    expect(list).toMatchObject({ sample: true });
    const draft = {
      name: 'नमूना',
      channel: 'sms',
      templates: { hi: 'services-hi' },
      gateway: 'cdac',
      audienceId: list.id,
    };
    const refused = await hq.post('/api/blasts', draft);
    expect([refused.statusCode, refused.json().error]).toEqual([409, 'sample-list']);
  });

  test('marks its numbers and its operator where they are masked or summed', async () => {
    const { entries } = (await hq.get('/api/opt-outs')).json();
    expect(entries.length).toBe(7);
    expect(entries.every(({ sample }: { sample: boolean }) => sample)).toBe(true);
    const found = await hq.post('/api/numbers/look-up', { number: '50000 00001' });
    expect(found.json()).toMatchObject({ number: '+91••••••••01', sample: true });
    expect(found.json().messages.length).toBe(3);
    expect((await hq.get('/api/operator-reports')).json()).toMatchObject({
      sample: true,
      byOperator: [{ key: 'SAMPLE सर्विस प्रोवाइडर' }],
    });
  });

  test('counts in the progress of the sample', async () => {
    const file = await loadProgress(
      { pool: database.pool, campaign, directory },
      { today: '2019-04-12', now: new Date(), sample: true },
    );
    const [messages, calls] = file.directions.find(({ id }) => id === 'F')?.counts ?? [];
    expect(messages?.count).toBeGreaterThan(180_000);
    expect(messages?.verified).toBeLessThan(messages?.count ?? 0);
    expect(calls?.count).toBeGreaterThan(200);
    expect(file.districts.every(({ activities }) => (activities.messages ?? 0) > 2000)).toBe(true);
  });

  test('goes without a trace, with what officers made of it', async () => {
    const list = (await hq.get('/api/blasts')).json();
    expect((await hq.post(`/api/blasts/${list[3].blast.id}/retry`)).statusCode).toBe(201);
    for (const table of tables) expect([table, await count(table)]).not.toEqual([table, 0]);
    expect(await removeSample(database)).toBe(true);
    for (const table of tables) expect([table, await count(table)]).toEqual([table, 0]);
  });
});
