import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { overview, overviewRow } from '../../../campaigns/tracker/report-builders.ts';
import { acceptHeld, pluck } from '../../fixtures/answers.ts';
import { fileForm } from '../../fixtures/file-form.ts';
import { openConsole } from '../../fixtures/open-console.ts';

const { playPackage } = loadCampaign('up-cop').app;
const day = '2019-04-10';
const play = (installs: number, date = day) =>
  ({
    name: `installs_${playPackage}_201904_overview.csv`,
    content: Buffer.from(overview(overviewRow(date, String(installs), playPackage ?? ''))),
  }) as const;
const services = (count: number) =>
  ({
    name: `app_services_${day}.csv`,
    content: Buffer.from(`Date,District,Station,Service,Count\n${day},agra,,view-fir,${count}\n`),
  }) as const;

describe('one officer of headquarters, by whichever door', async () => {
  const { hq, second, database } = await openConsole({ hq: 'hq', second: 'hq' });
  const upload = (file: { name: string; content: Buffer }, fields: Record<string, string> = {}) =>
    hq.send({
      method: 'POST',
      url: '/api/reports',
      ...fileForm({ ...file, type: 'text/csv' }, fields),
    });
  const total = (downloads: string, reason = '') =>
    hq.post('/api/reports/figures', { date: '2019-04-11', downloads, source: 'दूरभाष', reason });
  const figures = async () => {
    const { downloads, outcomes } = (await hq.get('/api/progress')).json();
    return [downloads.total ?? null, pluck(outcomes, 'count')];
  };
  const withdraw = async (reason?: string) => {
    const reports: { id: number; withdrawnAt: string | null }[] = (
      await hq.get('/api/reports')
    ).json();
    const report = reports.find(({ withdrawnAt }) => withdrawnAt === null);
    return hq.post(`/api/reports/${report?.id}/withdraw`, { ...(reason && { reason }) });
  };

  test('moves no public total: what was 22,16,050, 1,99,99,99,998 or a first total waits', async () => {
    const doors: [string, () => ReturnType<typeof upload>, string[]][] = [
      ['a first total', () => total('2,16,050'), ['downloads first', 'new-words']],
      [
        '2,000,000 installs in a day',
        () => upload(play(2_000_000)),
        ['downloads first', 'downloads goal'],
      ],
      [
        '999,999,999 a day of a service',
        () => upload(services(999_999_999)),
        ['app view-fir first'],
      ],
    ];
    for (const [label, door, codes] of doors) {
      const answer = await door();
      expect([label, answer.statusCode, answer.json().error]).toEqual([
        label,
        400,
        'reason-wanted',
      ]);
      expect(pluck(answer.json().effect.findings, 'code'), label).toEqual(codes);
    }
    expect(await figures()).toEqual([null, []]);

    await acceptHeld(total('2,16,050', 'पत्र'), second);
    await acceptHeld(upload(services(1000), { reason: 'पहली फ़ाइल' }), second);
    const wide = await upload(play(2_000_000, '2019-04-12'));
    expect(wide.json()).toMatchObject({ error: 'reason-wanted' });
    await expect.poll(figures).toEqual([216_050, [1000]]);
    const withdrawn = await withdraw();
    expect(pluck(withdrawn.json().effect.findings, 'code')).toContain('withdrawn');
    await acceptHeld(withdraw('गलत फ़ाइल'), second);
    await acceptHeld(withdraw('गलत योग'), second);
    await expect.poll(figures).toEqual([null, []]);
    // After every report is gone a total is a first one again.
    expect((await total('9,99,999')).json().error).toBe('reason-wanted');
  });

  test('what one officer alone moves adds up over eight weeks, and goes on from what two had before them', async () => {
    await acceptHeld(total('1,00,000', 'पत्र'), second);
    const later = (days: number) =>
      database.pool.query(`UPDATE report SET read_at = read_at - $1::int * interval '1 day'`, [
        days,
      ]);
    const bring = async (downloads: string) => (await total(downloads)).json();
    expect(await bring('1,04,000')).toMatchObject({ kind: 'stored' });
    await later(55);
    const { effect } = await bring('1,08,000');
    expect(pluck(effect.findings, 'code')).toEqual(['downloads share']);
    await acceptHeld(total('1,08,000', 'नया पत्र'), second);
    expect(await bring('1,12,000')).toMatchObject({ kind: 'stored' });
    await later(57);
    expect(await bring('1,16,000')).toMatchObject({ kind: 'stored' });
  });

  test.each([
    [`app_services ${day} आरती पुत्री रामलाल.csv`, true],
    [`app_services_aarti_daughter_of_ramlal.csv`, true],
    [`app_services_${day} (1).csv`, false],
  ])(
    'words in the name of a file, which stands beside its figures, wait: %s',
    async (name, waits) => {
      const { effect } = (await upload({ ...services(1000), name })).json();
      expect(pluck(effect.findings, 'code').includes('new-words')).toBe(waits);
      const shown = effect.changes.some(({ after }: { after: unknown }) => after === name);
      expect(shown).toBe(waits);
    },
  );
});
