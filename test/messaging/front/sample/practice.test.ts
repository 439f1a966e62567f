import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { printedUrl } from '../../../../campaigns/links/links.ts';
import { isPractice, practiceFolder, readEnvironment } from '../../../../campaigns/practice-fs.ts';
import { publishedIn } from '../../../../campaigns/published-fs.ts';
import { exportCampaign } from '../../../../campaigns/studio/export-fs.ts';
import { databaseSentence } from '../../../../campaigns/words/database-words.ts';
import { loadConfig as loadGeneratorConfig } from '../../../../generator/config.ts';
import { type Config, loadConfig } from '../../../../messaging/config.ts';
import {
  layOutPractice,
  removePractice,
} from '../../../../messaging/front/sample/practice-folder-fs.ts';
import { openGateways } from '../../../../messaging/phone/gateways/open-gateways.ts';
import { openInstalledDatabase } from '../../../../messaging/platform/database/backup/back-up-before-migrating.ts';
import { backUp, restore } from '../../../../messaging/platform/database/backup/backup.ts';
import { findStop } from '../../../../messaging/platform/database/connection-error.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import {
  notePractice,
  readNote,
} from '../../../../messaging/platform/database/identity/note-fs.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { loadConfig as loadSiteConfig } from '../../../../site/config.ts';
import { openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';
import { acceptHeld, expectAnswer } from '../../fixtures/answers.ts';
import { createTestConsole, type Officer, type TestConsole } from '../../fixtures/console.ts';
import { placeTestDatabase } from '../../fixtures/databases.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { freePort } from '../../fixtures/postgres.ts';

const folder = openFolder('practice-');
const practice = practiceFolder(folder);
/** Settings of an installation that reaches stores, gateways, a mailbox and a webhook. */
const real = {
  PORT: '8080',
  PUBLIC_URL: 'https://upcop.example',
  DATABASE_URL: 'postgres://one@127.0.0.1:1/outreach',
  REDIS_URL: 'redis://127.0.0.1:1',
  FILES_URL: 's3://bucket/prefix',
  SITE_DIR: '/srv/site',
  SPOOL_DIR: '/srv/spool',
  AUTH_SECRET: 's'.repeat(40),
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'UP COP <upcop@example.in>',
  ALERT_WEBHOOK_URL: 'https://hooks.example/one',
  ALERT_WEBHOOK_SECRET: 's'.repeat(20),
  EVENT_WEBHOOK_URL: 'https://hooks.example/two',
  EVENT_WEBHOOK_SECRET: 's'.repeat(20),
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: '+911234567890',
  CDAC_URL: 'https://cdac.example',
  CDAC_USERNAME: 'a',
  CDAC_PASSWORD: 'b',
  CDAC_DEPARTMENT_KEY: 'c',
  CAMPAIGN_TODAY: '2019-06-01',
};
let database: Database;
let service: TestConsole;
let hq: Officer;
let config: Config;

beforeAll(async () => {
  notePractice(practice);
  await placeTestDatabase(practice);
  expect(await layOutPractice(practice)).toMatchObject({ kind: 'loaded', blasts: 4, notes: 11 });
  expect(await layOutPractice(practice)).toEqual({ kind: 'already' });
  const settings = { PRACTICE_PORT: String(await freePort()), PRACTICE_URL: 'http://localhost' };
  config = loadConfig({ ...real, ...settings, DATA_DIR: practice });
  database = await openInstalledDatabase(config);
  service = await createTestConsole(database, {
    dataDir: practice,
    publicUrl: 'http://localhost',
    settings: { ...real, ...settings },
    clock: createClock(() => config.campaignToday),
  });
  hq = await service.officer('hq');
});
describe('practice', () => {
  test('reaches no store, gateway, mailbox or webhook, whatever the environment names', async () => {
    expect(loadConfig({ ...real, DATA_DIR: folder }).mail.smtp).toBeDefined();
    expect(config).toMatchObject({
      databaseUrl: undefined,
      redisUrl: undefined,
      filesUrl: undefined,
      authSecret: undefined,
      siteDir: join(practice, 'site'),
      spoolDir: join(practice, 'spool'),
      publicUrl: 'http://localhost',
      campaignToday: '2019-04-12',
      mail: { smtp: undefined },
      alerts: { webhook: undefined },
      events: { webhook: undefined },
      storeReports: { play: undefined, appStore: undefined },
    });
    const { gateways, close } = openGateways({
      settings: config.gateways,
      emulatorToken: '',
      exotelToken: () => '',
      publicUrl: config.publicUrl,
    });
    expect(Object.keys(gateways)).toEqual(['emulator']);
    await close();
    const env = { ...real, DATA_DIR: practice };
    for (const load of [loadGeneratorConfig, loadSiteConfig])
      expect(load(env)).toMatchObject({ publicUrl: 'http://localhost:8180' });
    expect(readEnvironment({ ...real, DATA_DIR: folder })).toMatchObject(real);
  });

  test('prints links that lead nowhere and count for no board of the real one', () => {
    const practised = loadCampaign('up-cop', publishedIn(practice));
    const host = new URL(printedUrl(practised.links.host, 'BCDFGH')).hostname;
    expect(host).toBe('practice.test');
    expect(host).not.toBe(loadCampaign('up-cop', publishedIn(folder)).links.host.toLowerCase());
  });

  test.each([
    ['a page of the service', '/Q000000', /अभ्यास: कुछ भी वास्तविक नहीं/],
    ['open figures', '/api/public/progress.json', /"sample":true/],
    ['the table of districts', '/api/public/districts.csv', /,SAMPLE,/],
    ['a chart in a frame of another site', '/embed/downloads/', /नमूना आँकड़े/],
  ])('bears its frame on %s', async (_, url, mark) => {
    const answer = await service.browser().get(url);
    expect(answer.body).toMatch(mark);
  });

  test('bears it on papers, their names, and texts to phones', async () => {
    const notes = (await hq.get('/api/press-notes?limit=50')).json().notes;
    const { id } = notes.find(({ status }: { status: string }) => status === 'issued');
    const text = await hq.get(`/api/press-notes/${id}/file?format=txt`);
    expect(text.body).toMatch(/^\*(अभ्यास|Practice): /);
    expect(text.headers['content-disposition']).toContain('filename="PRACTICE-press-note');
    const paper = await hq.get('/api/review-note?format=docx');
    expect(paper.headers['content-disposition']).toContain('filename="PRACTICE-');
    const { templates } = (await hq.get('/api/templates')).json();
    for (const { preview } of templates) expect(preview).toMatch(/^(अभ्यास|PRACTICE): /);
    for (const { preview } of templates.filter(({ preview }: { preview: string }) =>
      preview.includes('/q/'),
    ))
      expect(preview).toContain('practice.test/q/');
  });
});

describe('practice never becomes fact', () => {
  test('its backup is restored in practice alone, and the other way round', async () => {
    const backup = join(folder, 'backup');
    await backUp(database, config, backup);
    const dataDir = join(folder, 'real');
    await expect(restore(backup, { dataDir, databaseUrl: undefined })).rejects.toThrow(
      'got one of practice: nothing of it is real',
    );
    const other = join(folder, 'other');
    const place = { dataDir: other, databaseUrl: await borrow('database') };
    const owned = await openInstalledDatabase({ ...place, backupPassphrase: undefined });
    await backUp(owned, place, join(folder, 'real-backup'));
    await owned.close();
    const again = join(folder, 'again');
    notePractice(again);
    await expect(
      restore(join(folder, 'real-backup'), { dataDir: again, databaseUrl: undefined }),
    ).rejects.toThrow('got one of an installation');
  });

  test('its database is refused by any other folder, accept-database included', async () => {
    const dataDir = join(folder, 'mark');
    const databaseUrl = await borrow('database');
    const settings = { dataDir, databaseUrl, backupPassphrase: undefined };
    notePractice(dataDir);
    await (await openInstalledDatabase(settings)).close();
    expect(readNote(dataDir)?.practice).toBe(true);
    // Somebody takes the mark away.
    const note = join(dataDir, 'installation.json');
    const { practice: _, ...rest } = JSON.parse(readFileSync(note, 'utf8'));
    writeFileSync(note, JSON.stringify(rest));
    for (const accept of [false, true]) {
      const error = await openInstalledDatabase(settings, { accept }).catch((one) => one);
      expect(findStop(error)?.fault).toEqual({ kind: 'practice', practice: true });
    }
    const { hi, en } = databaseSentence({ kind: 'practice', practice: true });
    expect(hi).toContain('अभ्यास');
    expect(en).toContain('one of practice');
  });

  test('what was published in practice is not exported', () => {
    expect(() => exportCampaign('up-cop', publishedIn(practice), join(folder, 'out'))).toThrow(
      'got one of practice',
    );
  });
});

describe('leaving it', () => {
  test('deletes the folder whole, and no folder that is not marked', () => {
    const left = join(folder, 'left');
    notePractice(left);
    mkdirSync(join(left, 'postgres'));
    writeFileSync(join(left, 'postgres', 'one'), randomUUID());
    expect(removePractice(left)).toMatchObject({ files: 3 });
    expect(existsSync(left)).toBe(false);
    expect(() => removePractice(left)).toThrow(`Expected a practice in ${left}, got none`);
    const unmarked = join(folder, 'unmarked');
    mkdirSync(unmarked);
    writeFileSync(join(unmarked, 'photo.jpg'), 'x');
    expect(() => removePractice(unmarked)).toThrow('it is left alone');
    expect(readdirSync(unmarked)).toEqual(['photo.jpg']);
    expect(isPractice(unmarked)).toBe(false);
  });

  test('a folder with something else in it is not taken for practice', async () => {
    const full = join(folder, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'photo.jpg'), 'x');
    await expect(layOutPractice(full)).rejects.toThrow('it is left alone');
    expect(readdirSync(full)).toEqual(['photo.jpg']);
  });

  test('changes nothing of what is open in the real one, before, during and after', async () => {
    // Practice lies in the folder of the real one.
    const { service: own } = await openConsole({}, { dataDir: folder });
    await own.database.pool.query(
      "INSERT INTO activity (kind, district, station, day, status, entered_by) VALUES ('board', 'agra', 'baah', '2019-04-10', 'verified', 'x')",
    );
    const isOpen = /^\/(api\/public\/[^:]+|api\/progress|embed\/downloads\/)$/;
    const urls = own.app.routeRules
      .filter(({ method, access }) => method === 'GET' && access === 'public')
      .map(({ url }) => url.replace(':chart', 'downloads'))
      .filter((url) => isOpen.test(url))
      .toSorted();
    expect(urls.length).toBeGreaterThan(7);
    const read = async ({ app }: TestConsole) =>
      Promise.all(urls.map(async (url) => (await app.inject(url)).body));
    const readBoards = async () => (await own.app.inject('/api/progress')).body;
    await expect.poll(readBoards).toContain('"up":1');
    const before = await read(own);
    const practised = await read(service);
    const agra = await service.officer('district', 'agra');
    const sent = { kind: 'pamphlet', district: 'agra', station: null, day: '2019-04-11' };
    await expectAnswer(
      agra.post('/api/activities', { ...sent, details: { pamphlets: 400 }, remark: '' }),
      201,
    );
    const said = { district: 'agra', station: 'etmadpur', state: 'missing', remark: 'अभ्यास' };
    await expectAnswer(agra.post('/api/inspections', said), 201);
    const figure = { date: '2019-04-11', downloads: '20,00,000', source: 'अभ्यास', reason: 'अभ्यास' };
    await acceptHeld(hq.post('/api/reports/figures', figure), await service.officer('hq'));
    await expect.poll(() => read(service)).not.toEqual(practised);
    expect(await read(own)).toEqual(before);
    expect(() => removePractice(practice)).toThrow('to be stopped, got one that runs');
    await service.close();
    await database.close();
    expect(removePractice(practice).files).toBeGreaterThan(100);
    expect(existsSync(practice)).toBe(false);
    expect(await read(own)).toEqual(before);
  });
});
