import { writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { countDownloads } from '../../../../campaigns/tracker/downloads.ts';
import { makeInboxFolders, sweepInbox } from '../../../../messaging/figures/reports/module.ts';
import { openReportActs, takeReport } from '../../../../messaging/figures/reports/reports.ts';
import { readReadings } from '../../../../messaging/figures/reports/reports-sql.ts';
import {
  fetchReports,
  readFetchState,
} from '../../../../messaging/figures/store-reports/fetch-reports.ts';
import { untilNext } from '../../../../messaging/figures/store-reports/module.ts';
import { storeReportSettings } from '../../../../messaging/figures/store-reports/settings.ts';
import {
  createHeldActs,
  decide,
  listSeen,
} from '../../../../messaging/people/held-acts/held-acts.ts';
import { createPublicWords } from '../../../../messaging/people/public-words/public-words.ts';
import type { FileStore } from '../../../../messaging/platform/files/file-store.ts';
import { openFolderFiles } from '../../../../messaging/platform/files/folder-files-fs.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import {
  app,
  appStore,
  appStoreRow,
  overview,
  overviewHead,
  overviewRow,
  utf16,
} from '../../../campaigns/tracker/report-builders.ts';
import { folderForTest } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { type Stores, startStores } from './stores.ts';

const april = `stats/installs/installs_${app.playPackage}_201904_overview.csv`;
const fetched = 'inbox/installs_org.example.app_201904_overview.csv';
const apple = 'inbox/S_D_85012345_20190410.txt.gz';

let folder: string;
let files: FileStore;
const stores = await startStores();
afterAll(() => stores.close());
beforeEach(() => {
  folder = folderForTest('store-reports-');
  makeInboxFolders(folder);
  files = openFolderFiles(folder);
  stores.objects.clear();
  stores.days.clear();
  stores.whims.length = 0;
  stores.asked.length = 0;
  stores.objects.set(april, utf16(overview(overviewRow('2019-04-10', '2000'))));
  stores.days.set('2019-04-10', gzipSync(appStore(appStoreRow())));
});

const fetchAll = (only: Partial<Stores['settings']> = stores.settings) =>
  fetchReports({
    settings: { play: undefined, appStore: undefined, ...only },
    app: { playPackage: app.playPackage },
    files,
    today: app.today,
    now: () => new Date('2019-04-12T23:40:00Z'),
    patience: {
      pauseMs: 5,
      longestPauseMs: 50,
      answerMs: 5000,
      signal: new AbortController().signal,
    },
  });
const inbox = async () => (await files.list('inbox/')).map(({ name }) => name);

describe('the stores’ reports', () => {
  test('are laid into the inbox by their own names, those that do not exist left out', async () => {
    const state = await fetchAll();
    expect(await inbox()).toEqual([apple, fetched]);
    const well = {
      askedAt: '2019-04-12T23:40:00.000Z',
      fetchedAt: '2019-04-12T23:40:00.000Z',
      fault: null,
    };
    expect(state.stores).toEqual({ play: well, 'app-store': well });
    // Two months of two reports, a week of days, one token.
    expect(stores.asked).toHaveLength(1 + 4 + 7);
  });

  test('are laid there again only when they changed', async () => {
    await fetchAll();
    await files.delete(fetched);
    await files.delete(apple);
    await fetchAll();
    expect(await inbox()).toEqual([]);
    stores.objects.set(april, utf16(overview(overviewRow('2019-04-10', '2050'))));
    await fetchAll();
    expect(await inbox()).toEqual([fetched]);
  });

  test.each([
    { label: '429 with a time', whims: [{ status: 429, retryAfter: '0.01' }] },
    { label: 'an outage of two answers', whims: [{ status: 503 }, { status: 500 }] },
    { label: 'a line that is cut', whims: [{ cutAfter: 0 }, { cutAfter: 20 }] },
  ])('survive $label', async ({ whims }) => {
    stores.whims.push(...whims);
    const { stores: told } = await fetchAll({ play: stores.settings.play });
    expect(told.play?.fault).toBeNull();
    expect(await inbox()).toEqual([fetched]);
  });

  test('a store that refuses keeps the other from nothing, and is asked once', async () => {
    stores.whims.push({ status: 403, body: '{"error": "no access\\nto the bucket"}' });
    const { stores: told } = await fetchAll();
    expect(told.play).toMatchObject({ fetchedAt: null });
    expect(told.play?.fault).toMatch(/^127\.0\.0\.1: 403 \{"error": "no access/);
    expect(told['app-store']?.fault).toBeNull();
    expect(await inbox()).toEqual([apple]);
    expect(stores.asked.filter((path) => path.startsWith('/token'))).toHaveLength(1);
    expect(await readFetchState(files)).toMatchObject({ stores: told });
  });

  test('half a file is not laid anywhere, whichever store gave it', async () => {
    // The token, then a month before that is not there.
    stores.whims.push({ short: 1e6 }, { short: 1e6 }, { short: 1e6 }, { short: 40 });
    const play = await fetchAll({ play: stores.settings.play });
    expect(play.stores.play?.fault).toMatch(/overview\.csv: 40 bytes whose MD5/);
    stores.whims.push(...Array.from({ length: 5 }, () => ({ short: 1e6 })), { short: 30 });
    const other = await fetchAll({ appStore: stores.settings.appStore });
    expect(other.stores['app-store']?.fault).toMatch(/^2019-04-10: 30 bytes that do not unpack/);
    expect(await inbox()).toEqual([]);
    // What went well before is remembered, and the next night gives it.
    await fetchAll();
    expect(await inbox()).toEqual([apple, fetched]);
  });

  test('a key of another account is refused by name', async () => {
    const { play } = stores.settings;
    const { stores: told } = await fetchAll({ play: { ...play, email: 'other@project.example' } });
    expect(told.play?.fault).toMatch(/401/);
  });
});

describe('the accounts’ settings', () => {
  const write = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  test('are whole or missing', () => {
    expect(storeReportSettings({})).toEqual({ play: undefined, appStore: undefined });
    expect(() => storeReportSettings({ PLAY_REPORTS_BUCKET: 'pubsite_prod_rev_1' })).toThrow(
      'Expected all of PLAY_REPORTS_BUCKET, PLAY_REPORTS_KEY_FILE, got none for PLAY_REPORTS_KEY_FILE',
    );
    const path = write('key.json', JSON.stringify({ client_email: 'x' }));
    const bucket = { PLAY_REPORTS_BUCKET: 'pubsite_prod_rev_1' };
    expect(() => storeReportSettings({ ...bucket, PLAY_REPORTS_KEY_FILE: path })).toThrow(
      /private key for `PLAY_REPORTS_KEY_FILE`/,
    );
    const key = { client_email: 'a@b.example', private_key: stores.settings.play.privateKey };
    const whole = write('whole.json', JSON.stringify(key));
    expect(storeReportSettings({ ...bucket, PLAY_REPORTS_KEY_FILE: whole }).play).toMatchObject({
      email: 'a@b.example',
      tokenUrl: 'https://oauth2.googleapis.com/token',
    });
    expect(() => storeReportSettings({ ...bucket, PLAY_REPORTS_KEY_FILE: `${whole}x` })).toThrow(
      /Expected a file for `PLAY_REPORTS_KEY_FILE`, got ENOENT/,
    );
  });
});

test.each([
  ['2019-04-12T23:39:00Z', 60_000],
  ['2019-04-12T23:40:00Z', 86_400_000],
  ['2019-04-13T00:40:00Z', 82_800_000],
])('at %s the next fetch, at 05:10 in India, is in %s ms', (now, ms) => {
  expect(untilNext(Date.parse(now))).toBe(ms);
});

describe('what was fetched', async () => {
  const database = await openPostgres();
  test('counts like an upload; a later state and a new column are read, and nothing counts twice', async () => {
    const upCop = loadCampaign('up-cop');
    const { playPackage, appStoreId } = app;
    const campaign = { ...upCop, app: { ...upCop.app, playPackage, appStoreId } };
    let minute = 0;
    const now = () => new Date(Date.UTC(2019, 3, 12, 6, minute++));
    const directory = loadDirectory();
    const publicWords = createPublicWords({ config: { campaign: 'up-cop' }, campaign });
    const today = () => app.today;
    const sources = { database, decoders, campaign, directory, publicWords, now, today };
    const book = createHeldActs({ database, clock: createClock(), directory });
    const reports = openReportActs(sources, book);
    const officer = (id: string) =>
      ({ actor: { id, name: id, role: 'hq' }, requestId: 'r' }) as const;
    const [first, second] = [officer('first'), officer('second')];
    const night = async () => {
      await fetchAll();
      for (const { name } of await files.list('inbox/')) await age(name);
      await sweepInbox({ files, take: (file, by) => takeReport(reports, file, by) });
      for (const { id, state } of await listSeen(book, first.actor, 9))
        for (const caller of state === 'waiting' ? [first, second] : [])
          await decide(book, { id, state: 'accepted', reason: 'नमूना' }, caller);
      const counted = countDownloads(await readReadings(database.pool), app.today);
      return counted.kind === 'counted' ? counted.days.map(({ added }) => added) : counted;
    };
    const age = async (name: string) => {
      await utimes(join(folder, name), new Date(0), new Date(0));
    };
    expect(await night()).toEqual([2007]);
    expect(await night()).toEqual([2007]);
    const revised = `${overviewHead},Shiny New Figure\n${overviewRow('2019-04-10', '2100')},9\n${overviewRow('2019-04-11', '1900')},9\n`;
    stores.objects.set(april, utf16(revised));
    expect(await night()).toEqual([2107, 1900]);
    expect((await files.list('failed/')).map(({ name }) => name)).toEqual([]);
  });
});
