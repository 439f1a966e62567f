import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { countDownloads } from '../../../../campaigns/tracker/downloads.ts';
import { latestFigures } from '../../../../campaigns/tracker/readings.ts';
import {
  readServiceTallies,
  sumAppServices,
} from '../../../../messaging/figures/reports/app-services-sql.ts';
import {
  decideFigure,
  previewPending,
} from '../../../../messaging/figures/reports/figure-decision.ts';
import { makeInboxFolders, sweepInbox } from '../../../../messaging/figures/reports/inbox-fs.ts';
import { listPending } from '../../../../messaging/figures/reports/pending-figures-sql.ts';
import {
  enterFigure,
  type ImportedBy,
  previewFile,
  previewWithdrawal,
  type Reports,
  takeBackReport,
  takeReport,
} from '../../../../messaging/figures/reports/reports.ts';
import { listReports, readReadings } from '../../../../messaging/figures/reports/reports-sql.ts';
import { readAudit, verifyAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openFolderFiles } from '../../../../messaging/platform/files/folder-files-fs.ts';
import { Refusal } from '../../../../messaging/platform/process/refusal.ts';
import {
  app,
  appStore,
  appStoreName,
  appStoreRow,
  overview,
  overviewName,
  overviewRow,
  utf16,
} from '../../../campaigns/tracker/report-builders.ts';
import { openFolder } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { decoders } from '../../fixtures/decoders.ts';

const hq: ImportedBy = { actor: { id: 'h', name: 'HQ', role: 'hq' }, name: 'HQ', way: 'upload' };

const folder = openFolder('reports-given-');
const file = (content: string | Buffer, name = overviewName) => {
  const path = join(folder, randomUUID());
  writeFileSync(path, content);
  return { name, path };
};
const first = overview(overviewRow('2019-04-09', '1900'), overviewRow('2019-04-10', '2000'));
const revised = overview(
  overviewRow('2019-04-09', '1950'),
  overviewRow('2019-04-10', '2000'),
  overviewRow('2019-04-11', '2100'),
);

describe('reports', async () => {
  let minute = 0;
  const { playPackage, appStoreId } = app;
  const upCop = loadCampaign('up-cop');
  const database = await openPostgres();
  const reports: Reports = {
    database,
    decoders,
    campaign: { ...upCop, app: { ...upCop.app, playPackage, appStoreId } },
    directory: loadDirectory(),
    now: () => new Date(Date.UTC(2019, 3, 12, 6, minute++)),
    today: () => app.today,
  };
  /** An inbox into which files are laid that are older than one that still grows. */
  function openInbox() {
    const inbox = openFolder('reports-');
    makeInboxFolders(inbox);
    const lay = (name: string, content: string, ageSeconds = 10) => {
      writeFileSync(join(inbox, 'inbox', name), content);
      const at = Date.now() / 1000 - ageSeconds;
      utimesSync(join(inbox, 'inbox', name), at, at);
    };
    return { inbox, files: openFolderFiles(inbox), lay };
  }
  const full = openInbox();
  const failing = openInbox();
  beforeEach(() => database.pool.query('TRUNCATE report CASCADE'));
  const figures = async () =>
    latestFigures(await readReadings(database.pool)).map(({ source, date, value, history }) => [
      source,
      date,
      value,
      history.map((earlier) => earlier.value),
    ]);

  test('a report that costs too much to read is refused with what it cost', async () => {
    const words = { hi: 'इस सूची को पढ़ने में समय लगा', en: 'Reading this list takes more time' };
    const refusal = new Refusal('costly-file', { ...words, limit: 'too-slow' });
    const busy = { ...decoders, readWhole: () => Promise.reject(refusal) };
    const reading = previewFile({ ...reports, decoders: busy }, file(first), 'hq');
    await expect(reading).rejects.toMatchObject({ name: 'ReportError', reason: words });
  });

  test('a preview says what would change, and stores nothing', async () => {
    await takeReport(reports, file(first), hq);
    const before = await figures();
    expect(await previewFile(reports, file(revised), 'hq')).toMatchObject({
      kind: 'preview',
      preview: {
        month: '2019-04',
        rows: 3,
        totalBefore: 3900,
        totalAfter: 6050,
        changes: [
          { source: 'play', date: '2019-04-09', before: 1900, after: 1950 },
          { source: 'play', date: '2019-04-11', before: null, after: 2100 },
        ],
      },
    });
    expect(await figures()).toEqual(before);
  });

  test('the same content is taken once, under any name and packed or not; a revision keeps the history', async () => {
    expect(await takeReport(reports, file(first), hq)).toMatchObject({ kind: 'stored' });
    expect(await takeReport(reports, file(gzipSync(first)), hq)).toMatchObject({ kind: 'known' });
    expect(await previewFile(reports, file(first), 'hq')).toMatchObject({
      kind: 'known',
      report: { name: overviewName },
    });
    expect(await takeReport(reports, file(revised), hq)).toMatchObject({ kind: 'stored' });
    expect(await figures()).toEqual([
      ['play', '2019-04-09', 1950, [1900]],
      ['play', '2019-04-10', 2000, []],
      ['play', '2019-04-11', 2100, []],
    ]);
    // The first file once more does not bring the old figure back.
    await takeReport(reports, file(first), hq);
    expect((await figures())[0]).toEqual(['play', '2019-04-09', 1950, [1900]]);
  });

  test('two who bring the same file at once store it once', async () => {
    const outcomes = await Promise.all([
      takeReport(reports, file(first), hq),
      takeReport(reports, file(first), hq),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['known', 'stored']);
    expect((await figures()).length).toBe(2);
  });

  test('nothing is stored of a file with a wrong row, and the place is named', async () => {
    const wrong = overview(overviewRow('2019-04-09', '1900'), overviewRow('2019-04-10', 'many'));
    await expect(takeReport(reports, file(wrong), hq)).rejects.toMatchObject({
      place: { file: overviewName, row: 3, column: 'Daily User Installs' },
    });
    await expect(takeReport(reports, file(gzipSync(first).subarray(0, 60)), hq)).rejects.toThrow(
      'gzip',
    );
    expect(await figures()).toEqual([]);
    expect(await listReports(database.pool, 10)).toEqual([]);
  });

  test('figures of both stores and of HQ make the total', async () => {
    await takeReport(reports, file(utf16(first)), hq);
    await takeReport(reports, file(appStore(appStoreRow()), appStoreName), hq);
    await enterFigure(reports, { date: '09.04.2019', downloads: '1,62,345', source: 'दूरभाष' }, hq);
    const downloads = countDownloads(await readReadings(database.pool), app.today);
    expect(downloads).toMatchObject({ kind: 'counted', total: 162_345 + 2000 + 7 });
  });

  test('a wrong figure is refused with its field, and a corrected one replaces it', async () => {
    expect(
      await enterFigure(reports, { date: '13.04.2019', downloads: '1', source: 'x' }, hq),
    ).toMatchObject({ kind: 'fault', field: 'date' });
    await enterFigure(reports, { date: '09.04.2019', downloads: '162345', source: 'x' }, hq);
    await enterFigure(reports, { date: '09.04.2019', downloads: '162354', source: 'x' }, hq);
    expect(await figures()).toEqual([['manual', '2019-04-09', 162_354, [162_345]]]);
  });

  const second = { id: 's', name: 'Second', role: 'hq' } as const;
  const caller = { actor: second, requestId: 'r' };
  const figure = (downloads: string) => ({ date: '11.04.2019', downloads, source: 'दूरभाष' });
  const total = async () => {
    const downloads = countDownloads(await readReadings(database.pool), app.today);
    return downloads.kind === 'counted' ? downloads.total : null;
  };

  test('19,000 typed for 1,90,000 counts only when a second officer accepts it', async () => {
    await enterFigure(reports, { ...figure('1,90,000'), date: '10.04.2019' }, hq);
    const looked = await enterFigure(reports, { ...figure('19,000'), dryRun: true }, hq);
    expect(looked).toMatchObject({
      kind: 'preview',
      preview: {
        totalBefore: 190_000,
        totalAfter: 19_000,
        findings: [{ kind: 'fall', known: 190_000, knownOn: '2019-04-10' }],
        publicBefore: { total: 190_000, asOf: '2019-04-10' },
        publicAfter: { total: 19_000, asOf: '2019-04-11' },
      },
    });
    expect(await enterFigure(reports, figure('19,000'), hq)).toMatchObject({
      kind: 'reason-missing',
    });
    const outcome = await enterFigure(reports, figure('19,000'), { ...hq, reason: 'नया योग' });
    if (outcome.kind !== 'pending') throw new Error(JSON.stringify(outcome));
    expect(await total()).toBe(190_000);

    const { id } = outcome.pending;
    const accept = { id, action: 'accept', reason: '' } as const;
    const maker = { actor: { id: 'h', name: 'HQ', role: 'hq' }, requestId: 'r' } as const;
    await expect(decideFigure(reports, accept, maker)).rejects.toMatchObject({ code: 'own-draft' });
    expect(await total()).toBe(190_000);
    expect(await previewPending(reports, id)).toMatchObject({ publicAfter: { total: 19_000 } });
    const refuse = { id, action: 'refuse', reason: 'एक शून्य छूटा है' } as const;
    expect(await decideFigure(reports, refuse, caller)).toMatchObject({ state: 'refused' });
    await expect(decideFigure(reports, accept, caller)).rejects.toMatchObject({
      code: 'decided-already',
    });
    expect(await total()).toBe(190_000);

    const again = await enterFigure(reports, figure('19,000'), { ...hq, reason: 'नया योग' });
    if (again.kind !== 'pending') throw new Error(JSON.stringify(again));
    await decideFigure(reports, { ...accept, id: again.pending.id }, caller);
    expect(await total()).toBe(19_000);
    expect((await listReports(database.pool, 1))[0]).toMatchObject({
      readBy: 'HQ',
      acceptedBy: 'Second',
      reason: 'नया योग',
      figureCount: 1,
      figures: [{ date: '2019-04-11', downloads: 19_000 }],
    });
    const [accepted, , refused] = await readAudit(database.pool, {}, 3);
    expect([refused?.action, accepted?.action]).toEqual(['figure.refuse', 'figure.accept']);
    expect((await listPending(database.pool, 9)).map(({ state }) => state)).toEqual([
      'accepted',
      'refused',
    ]);
  });

  test('a csv of totals waits in the same way, and one that comes twice waits once', async () => {
    await enterFigure(reports, { ...figure('1,90,000'), date: '10.04.2019' }, hq);
    const csv = 'Date,Downloads,Source,Entered by\n11.04.2019,19000,Phone,X\n';
    expect(await takeReport(reports, file(csv, 'totals.csv'), hq)).toMatchObject({
      kind: 'reason-missing',
    });
    const inbox: ImportedBy = { actor: 'service', name: 'inbox', way: 'folder' };
    const outcomes = [
      await takeReport(reports, file(csv, 'totals.csv'), inbox),
      await takeReport(reports, file(csv, 'totals.csv'), inbox),
    ];
    expect(outcomes.map(({ kind }) => kind)).toEqual(['pending', 'pending']);
    expect(await listPending(database.pool, 9)).toHaveLength(1);
    expect(await total()).toBe(190_000);
  });

  test('before a total is taken back it is said what the public page falls back to', async () => {
    await enterFigure(reports, { ...figure('1,80,000'), date: '09.04.2019' }, hq);
    const outcome = await enterFigure(reports, { ...figure('1,82,000'), date: '10.04.2019' }, hq);
    const id = outcome.kind === 'stored' ? outcome.id : 0;
    expect(await previewWithdrawal(reports, id)).toMatchObject({
      publicBefore: { total: 182_000 },
      publicAfter: { total: 180_000 },
    });
    await expect(previewWithdrawal(reports, 999_999)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a report that is taken back counts no longer, and may be read again', async () => {
    const outcome = await takeReport(reports, file(first), hq);
    const id = outcome.kind === 'stored' ? outcome.id : 0;
    expect(await takeBackReport(reports, id, hq)).toMatchObject({ id });
    await expect(takeBackReport(reports, id, hq)).rejects.toMatchObject({ code: 'not-found' });
    expect(await figures()).toEqual([]);
    expect(await takeReport(reports, file(first), hq)).toMatchObject({ kind: 'stored' });
    const [latest, before] = await readAudit(database.pool, {}, 2);
    expect([before?.action, latest?.action]).toEqual(['report.withdraw', 'report.import']);
    expect(await verifyAudit(database.pool)).toMatchObject({ kind: 'whole' });
  });

  test('the inbox takes what can be read, and says why it does not take the rest', async () => {
    const { inbox, files, lay } = full;
    lay(overviewName, first);
    lay('installs_org.other.app_201904_overview.csv', first);
    lay('growing.csv', 'Date', 0);
    await sweepInbox({ files, take: (laid, by) => takeReport(reports, laid, by) });
    expect(readdirSync(join(inbox, 'inbox'))).toEqual(['growing.csv']);
    expect(readdirSync(join(inbox, 'done')).length).toBe(1);
    const failed = readdirSync(join(inbox, 'failed')).sort();
    expect(failed.length).toBe(2);
    const reason = failed.find((name) => name.endsWith('.reason.txt')) ?? '';
    expect(readFileSync(join(inbox, 'failed', reason), 'utf8')).toContain('org.other.app');
    expect((await figures()).length).toBe(2);
  });

  test('a file stays in the inbox while the database does not answer', async () => {
    const { inbox, files, lay } = failing;
    lay(overviewName, first);
    await sweepInbox({ files, take: () => Promise.reject(new Error('no database')) });
    expect(existsSync(join(inbox, 'inbox', overviewName))).toBe(true);
  });

  test('what the app did adds up by service: the last file of a day holds, a district before its stations', async () => {
    const head = 'Date,District,Station,Service,Count,Days to close';
    const lines = (...rows: string[]) => `${[head, ...rows].join('\n')}\n`;
    const take = (content: string, name: string) => takeReport(reports, file(content, name), hq);
    await take(
      lines(
        '2019-04-10,agra,,lost-article,10,2',
        '2019-04-10,agra,etmadpur,lost-article,4,2',
        '2019-04-10,mahoba,,lost-article,5,',
      ),
      'app_services_2019-04-10.csv',
    );
    const later = 'app_services_2019-04-11.csv';
    const outcome = await take(
      lines('2019-04-10,agra,,lost-article,12,4', '2019-04-11,agra,etmadpur,lost-article,3,'),
      later,
    );
    expect(outcome).toMatchObject({ kind: 'stored', preview: { rows: 2, changes: [] } });
    const sums = await sumAppServices(database.pool);
    expect(sums).toEqual([
      {
        service: 'lost-article',
        count: 20,
        from: '2019-04-10',
        asOf: '2019-04-11',
        closedInDays: 4,
        source: later,
      },
    ]);
    const sinceThe = async (day: string) =>
      (await readServiceTallies(database.pool, day)).map((own) => [
        own.day,
        own.district,
        own.count,
      ]);
    expect((await sinceThe('2019-04-10')).sort()).toEqual([
      ['2019-04-10', 'agra', 12],
      ['2019-04-10', 'mahoba', 5],
      ['2019-04-11', 'agra', 3],
    ]);
    expect(await sinceThe('2019-04-11')).toEqual([['2019-04-11', 'agra', 3]]);
    if (outcome.kind === 'stored') await takeBackReport(reports, outcome.id, hq);
    expect(await sumAppServices(database.pool)).toMatchObject([
      { count: 15, asOf: '2019-04-10', closedInDays: 2 },
    ]);
  });
});
