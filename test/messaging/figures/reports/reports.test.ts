import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { Effect } from '../../../../campaigns/held-acts/effect.ts';
import { countDownloads } from '../../../../campaigns/tracker/downloads.ts';
import { latestFigures } from '../../../../campaigns/tracker/readings.ts';
import {
  readServiceTallies,
  sumAppServices,
} from '../../../../messaging/figures/reports/app-services-sql.ts';
import { makeInboxFolders, sweepInbox } from '../../../../messaging/figures/reports/module.ts';
import {
  enterFigure as enter,
  type ImportedBy,
  openReportActs,
  previewFile,
  takeReport as take,
  takeBackReport,
} from '../../../../messaging/figures/reports/reports.ts';
import {
  listEvidence,
  listReports,
  readReadings,
} from '../../../../messaging/figures/reports/reports-sql.ts';
import {
  createHeldActs,
  decide,
  listSeen,
} from '../../../../messaging/people/held-acts/held-acts.ts';
import { createPublicWords } from '../../../../messaging/people/public-words/public-words.ts';
import { readAudit, verifyAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { openFolderFiles } from '../../../../messaging/platform/files/folder-files-fs.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
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
  const directory = loadDirectory();
  const book = createHeldActs({ database, clock: createClock(), directory });
  const sources = {
    database,
    decoders,
    campaign: { ...upCop, app: { ...upCop.app, playPackage, appStoreId } },
    directory,
    publicWords: createPublicWords({ config: { campaign: 'up-cop' }, campaign: upCop }),
    now: () => new Date(Date.UTC(2019, 3, 12, 6, minute++)),
    today: () => app.today,
  };
  const reports = openReportActs(sources, book);
  const second = { id: 's', name: 'Second', role: 'hq' } as const;
  const caller = { actor: second, requestId: 'r' };
  const accept = (id: number) => decide(book, { id, state: 'accepted', reason: '' }, caller);
  /** Two officers bring a file or a figure: what is held is accepted. */
  const byTwo = async <Outcome extends { kind: string }>(
    bring: (by: ImportedBy) => Promise<Outcome | { kind: 'held'; held: { id: number } }>,
    by = hq,
  ) => {
    const outcome = await bring({ ...by, reason: 'नमूना' });
    if (!('held' in outcome)) return outcome;
    await accept(outcome.held.id);
    const { rows } = await database.pool.query<{ id: number }>('SELECT max(id) AS id FROM report');
    return { kind: 'stored' as const, id: rows[0]?.id ?? 0 };
  };
  const takeReport = (_: typeof reports, given: ReturnType<typeof file>, by: ImportedBy) =>
    byTwo((officer) => take(reports, given, officer), by);
  const enterFigure = (_: typeof reports, given: Parameters<typeof enter>[1], by: ImportedBy) =>
    byTwo((officer) => enter(reports, given, officer), by);
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
  beforeEach(() => database.pool.query('TRUNCATE report, held_act CASCADE'));
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
        effect: {
          changes: [
            { what: { en: 'Downloads in all' }, before: 3900, after: 6050 },
            { what: { en: 'Up to' }, before: '2019-04-10', after: '2019-04-11', aside: true },
            ...Array.from({ length: 4 }, () => expect.anything()),
          ],
          findings: [],
        },
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
    const by = { ...hq, reason: 'नमूना' };
    const bring = () =>
      Promise.all([take(reports, file(first), by), take(reports, file(first), by)]);
    const ids = (await bring()).map((each) => (each.kind === 'held' ? each.held.id : 0));
    expect(ids[0]).toBe(ids[1]);
    await accept(ids[0] ?? 0);
    expect((await bring()).map(({ kind }) => kind)).toEqual(['known', 'known']);
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

  const figure = (downloads: string) => ({ date: '11.04.2019', downloads, source: 'दूरभाष' });
  const total = async () => {
    const downloads = countDownloads(await readReadings(database.pool), app.today);
    return downloads.kind === 'counted' ? downloads.total : null;
  };

  const codesOf = async (bringing: Promise<unknown>) => {
    const refused = (await bringing.catch((error: unknown) => error)) as Refusal;
    expect(refused.code).toBe('reason-wanted');
    const { findings } = refused.fields['effect'] as { findings: { code: string }[] };
    return findings.map(({ code }) => code);
  };

  test.each([
    { source: 'पीड़िता सोनम, उम्र 16 वर्ष', codes: ['downloads first', 'new-words', 'name', 'age'] },
    { source: 'श्री रमेश, दूरभाष', codes: ['downloads first', 'new-words', 'name'] },
  ])(
    'a source with a finding stands beside no public figure by one officer: $source',
    async ({ source, codes }) => {
      expect(await codesOf(enter(reports, { ...figure('1,90,000'), source }, hq))).toEqual(codes);
      expect(await figures()).toEqual([]);
    },
  );

  test('the name of a file waits where it names an offence, and not for its day', async () => {
    const named = file(appStore(appStoreRow()), `दुष्कर्म ${appStoreName}`);
    const finding = expect.objectContaining({ code: 'sexual-offence', found: 'दुष्कर्म' });
    expect(await take(reports, named, { ...hq, reason: 'x' })).toMatchObject({
      kind: 'held',
      held: { effect: { findings: expect.arrayContaining([finding]) } },
    });
    expect(await figures()).toEqual([]);
  });

  test('19,000 typed for 1,90,000 counts only when a second officer accepts it', async () => {
    await enterFigure(reports, { ...figure('1,90,000'), date: '10.04.2019' }, hq);
    const looked = await enter(reports, { ...figure('19,000'), dryRun: true }, hq);
    expect(looked).toMatchObject({
      kind: 'preview',
      preview: {
        effect: {
          changes: expect.arrayContaining([
            expect.objectContaining({ before: 190_000, after: 19_000 }),
          ]),
        },
      },
    });
    expect(await codesOf(enter(reports, figure('19,000'), hq))).toEqual([
      'downloads share',
      'downloads falls',
      'downloads above-later',
    ]);
    const outcome = await enter(reports, figure('19,000'), { ...hq, reason: 'नया योग' });
    if (outcome.kind !== 'held') throw new Error(JSON.stringify(outcome));
    expect(await total()).toBe(190_000);

    const { id } = outcome.held;
    const maker = { actor: { id: 'h', name: 'HQ', role: 'hq' }, requestId: 'r' } as const;
    const own = decide(book, { id, state: 'accepted', reason: '' }, maker);
    await expect(own).rejects.toMatchObject({ code: 'own-draft' });
    expect(await total()).toBe(190_000);
    await decide(book, { id, state: 'refused', reason: 'एक शून्य छूटा है' }, caller);
    await expect(accept(id)).rejects.toMatchObject({ code: 'decided-already' });
    expect(await total()).toBe(190_000);

    const again = await enter(reports, figure('19,000'), { ...hq, reason: 'नया योग' });
    if (again.kind !== 'held') throw new Error(JSON.stringify(again));
    await accept(again.held.id);
    expect(await total()).toBe(19_000);
    expect((await listReports(database.pool, 1))[0]).toMatchObject({
      readBy: 'HQ',
      acceptedBy: 'Second',
      reason: 'नया योग',
      figureCount: 1,
      figures: [{ date: '2019-04-11', downloads: 19_000 }],
    });
    const entries = await readAudit(database.pool, {}, 5);
    expect(entries.map(({ action }) => action)).toEqual([
      'held-act.accept',
      'report.import',
      'held-act.propose',
      'held-act.refuse',
      'held-act.propose',
    ]);
  });

  test('a csv of totals waits in the same way, and one that comes twice waits once', async () => {
    await enterFigure(reports, { ...figure('1,90,000'), date: '10.04.2019' }, hq);
    const csv = (value: number) =>
      `Date,Downloads,Source,Entered by\n11.04.2019,${value},Phone,X\n`;
    expect(await codesOf(take(reports, file(csv(19_000), 'totals.csv'), hq))).toContain(
      'downloads falls',
    );
    const inbox: ImportedBy = { actor: 'service', name: 'inbox', way: 'folder' };
    const lay = (value: number) => take(reports, file(csv(value), 'totals.csv'), inbox);
    const outcomes = [await lay(19_000), await lay(19_000)];
    expect(outcomes.map(({ kind }) => kind)).toEqual(['held', 'held']);
    const states = async () => (await listSeen(book, second, 9)).map(({ state }) => state);
    expect(await states()).toEqual(['waiting', 'accepted']);
    expect(await total()).toBe(190_000);
    // A later file of the same name takes its place.
    await lay(19_001);
    expect((await states()).toSorted()).toEqual(['accepted', 'waiting', 'withdrawn']);
  });

  test('several small figures of one day are judged as the one that they add up to', async () => {
    await enterFigure(reports, { ...figure('1,90,000'), date: '09.04.2019' }, hq);
    const alone = (downloads: string) => enter(reports, figure(downloads), hq);
    expect(await alone('1,98,000')).toMatchObject({ kind: 'stored' });
    expect(await codesOf(alone('2,00,000'))).toEqual(['downloads share']);
    expect(await total()).toBe(198_000);
  });

  const takeBack = async (id: number) => {
    const outcome = await takeBackReport(reports, id, { ...hq, reason: 'नमूना' });
    if (outcome.kind === 'held') await accept(outcome.held.id);
  };

  test('a report that is taken back counts no longer, and may be read again', async () => {
    const outcome = await takeReport(reports, file(first), hq);
    const id = outcome.kind === 'stored' ? outcome.id : 0;
    expect(await codesOf(takeBackReport(reports, id, hq))).toContain('withdrawn');
    await takeBack(id);
    await expect(takeBack(id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await figures()).toEqual([]);
    expect(await takeReport(reports, file(first), hq)).toMatchObject({ kind: 'stored' });
    const entries = await readAudit(database.pool, {}, 9);
    expect(
      entries.map(({ action }) => action).filter((action) => action.startsWith('report.')),
    ).toEqual(['report.import', 'report.withdraw', 'report.import']);
    const withdrawn = JSON.parse(
      entries.find(({ action }) => action === 'report.withdraw')?.after ?? '',
    );
    expect(withdrawn.effect.changes[0]).toMatchObject({ before: 3900, after: null });
    expect(await verifyAudit(database.pool)).toMatchObject({ kind: 'whole' });
  });

  test('each file and typed total is shown with how it came, its second officer, and when it was taken back', async () => {
    const outcome = await takeReport(reports, file(first), hq);
    await enterFigure(reports, figure('1,90,000'), hq);
    await takeBack(outcome.kind === 'stored' ? outcome.id : 0);
    const shown = { readOn: '2019-04-12', secondOfficer: true };
    expect(await listEvidence(database.pool)).toEqual([
      { ...shown, from: 'दूरभाष', source: 'manual', way: hq.way, withdrawnOn: null },
      { ...shown, from: overviewName, source: 'play', way: hq.way, withdrawnOn: '2019-04-12' },
    ]);
    // The words of a typed total go with it.
    const { rows } = await database.pool.query("SELECT id FROM report WHERE kind = 'manual'");
    await takeBack(rows[0].id);
    expect(await listEvidence(database.pool)).toMatchObject([
      { from: '', source: 'manual', withdrawnOn: '2019-04-12' },
      { from: overviewName },
    ]);
  });

  test('the inbox takes what can be read, and says why it does not take the rest', async () => {
    const { inbox, files, lay } = full;
    lay(overviewName, first);
    lay('installs_org.other.app_201904_overview.csv', first);
    lay('growing.csv', 'Date', 0);
    await sweepInbox({ files, take: (laid, by) => take(reports, laid, by) });
    expect(readdirSync(join(inbox, 'inbox'))).toEqual(['growing.csv']);
    expect(readdirSync(join(inbox, 'done')).length).toBe(1);
    const failed = readdirSync(join(inbox, 'failed')).sort();
    expect(failed.length).toBe(2);
    const reason = failed.find((name) => name.endsWith('.reason.txt')) ?? '';
    expect(readFileSync(join(inbox, 'failed', reason), 'utf8')).toContain('org.other.app');
    // No officer brought it: the first figures of all wait for one, who says why, and then for another.
    const [held] = await listSeen(book, second, 9);
    const accepting = { id: held?.id ?? 0, state: 'accepted', reason: 'नमूना' } as const;
    await decide(book, accepting, caller);
    await expect(decide(book, accepting, caller)).rejects.toMatchObject({ code: 'own-draft' });
    expect(await figures()).toEqual([]);
    const third = { id: 't', name: 'Third', role: 'hq' } as const;
    await decide(book, accepting, { actor: third, requestId: 'r' });
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
    const bring = (content: string, name: string) => takeReport(reports, file(content, name), hq);
    await bring(
      lines(
        '2019-04-10,agra,,lost-article,10,2',
        '2019-04-10,agra,etmadpur,lost-article,4,2',
        '2019-04-10,mahoba,,lost-article,5,',
      ),
      'app_services_2019-04-10.csv',
    );
    const later = 'app_services_2019-04-11.csv';
    const outcome = await bring(
      lines('2019-04-10,agra,,lost-article,12,4', '2019-04-11,agra,etmadpur,lost-article,3,'),
      later,
    );
    expect(outcome).toMatchObject({ kind: 'stored' });
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
    // A later file may not hand one district's work to another, though the state's total stays.
    const moving = file(
      lines('2019-04-10,agra,,lost-article,2,', '2019-04-10,mahoba,,lost-article,15,'),
      'app_services_2019-04-12.csv',
    );
    const held = await take(reports, moving, { ...hq, reason: 'नमूना' });
    const { changes, findings } = (held as { held: { effect: Effect } }).held.effect;
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['app agra falls']));
    expect(changes).toContainEqual(
      expect.objectContaining({
        what: { hi: 'आगरा: सेवाएँ', en: 'Agra: services' },
        before: 15,
        after: 5,
      }),
    );
    await takeBack(outcome.kind === 'stored' ? outcome.id : 0);
    expect(await sumAppServices(database.pool)).toMatchObject([
      { count: 15, asOf: '2019-04-10', closedInDays: 2 },
    ]);
  });
});
