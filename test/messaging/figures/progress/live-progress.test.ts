import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { fastify } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { progressFileSchema } from '../../../../campaigns/tracker/progress-file.ts';
import {
  type LiveProgress,
  startLiveProgress,
} from '../../../../messaging/figures/progress/live-progress.ts';
import { registerProgress } from '../../../../messaging/figures/progress/routes.ts';
import { loadSample } from '../../../../messaging/front/sample/sample-data.ts';
import { verifyAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import { setHeaders } from '../../../../messaging/platform/http/headers.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { loadConfig as loadSiteConfig } from '../../../../site/config.ts';
import { openFolder } from '../../../folders.ts';
import { describeOnBoth } from '../../fixtures/databases.ts';

const campaign = loadCampaign('up-cop');
const directory = loadBaseDirectory();

describeOnBoth('progress', (maker) => {
  let database: Database;
  let progress: LiveProgress;
  const folder = openFolder('progress-');
  const app = fastify({ forceCloseConnections: true });
  let url: string;

  beforeAll(async () => {
    database = await maker.open();
    const clock = createClock(() => '2019-04-12');
    progress = startLiveProgress({
      pool: database.pool,
      campaign,
      directory,
      clock,
      dataDir: folder,
      pauseMs: 100,
      flowPauseMs: 300,
    });
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    setHeaders(app, { https: false });
    registerProgress(app, { progress, database: database.pool });
    url = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await app.close();
    await progress.stop();
  });

  /** Another process enters a board. */
  const enterBoard = (station: string) =>
    database.pool.query(
      "INSERT INTO activity (kind, district, station, day, status, entered_by) VALUES ('board', 'agra', $1, '2019-04-10', 'verified', 'x')",
      [station],
    );
  /** Waits until the public figures have that many boards. */
  async function untilBoards(up: number): Promise<void> {
    const read = async () => (await fetch(`${url}/api/progress`)).json();
    await expect
      .poll(async () => progressFileSchema.parse(await read()).boards.up, { interval: 20 })
      .toBe(up);
  }

  test('figures that do not change cost nothing: the same ETag, and 304', async () => {
    const answer = await fetch(`${url}/api/progress`);
    const file = progressFileSchema.parse(await answer.json());
    expect(file).toMatchObject({
      campaign: 'up-cop',
      today: '2019-04-12',
      sample: false,
      boards: { up: 0 },
    });
    const etag = answer.headers.get('etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await fetch(`${url}/api/progress`, { headers: { 'if-none-match': tag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    const other = await fetch(`${url}/api/progress`, { headers: { 'if-none-match': '"other"' } });
    expect([other.status, await other.json()]).toEqual([200, file]);
  });

  test('today is kept among the days that can be looked at again; a day that is not says so', async () => {
    const days = `${url}/api/progress/days`;
    expect(await (await fetch(days)).json()).toEqual(['2019-04-12']);
    const kept = await fetch(`${days}/2019-04-12`);
    expect(progressFileSchema.parse(await kept.json()).today).toBe('2019-04-12');
    const none = await fetch(`${days}/2019-04-11`);
    expect((await none.json()).code).toBe('not-found');
  });

  test('a change by any process shows by itself, and open pages are told', async () => {
    const controller = new AbortController();
    const stream = await fetch(`${url}/api/progress/events`, { signal: controller.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    let told = '';
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) told += Buffer.from(chunk).toString();
    })().catch(() => {});
    await enterBoard('baah');
    await untilBoards(1);
    const { etag } = await progress.current();
    while (!told.includes(JSON.stringify({ etag }))) await wait(20);
    expect(told.match(/event: progress/g)?.length).toBe(2);
    controller.abort();
    await reading;
  });

  test('scans show too', async () => {
    await database.pool.query(
      "INSERT INTO scan_by_district (day, district, channel, scans) VALUES ('2019-04-12', 'agra', 'board', 7)",
    );
    await expect.poll(async () => (await progress.current()).file.scans.total).toBe(7);
  });

  test('a build of the site reads the file that the service writes', async () => {
    const built = await progress.current();
    const { progressFile } = loadSiteConfig({ DATA_DIR: folder });
    await expect
      .poll(() => (existsSync(progressFile) ? readFileSync(progressFile, 'utf8') : ''))
      .toBe(built.json);
    const script = `
      import { progress } from ${JSON.stringify(join(import.meta.dirname, '../../../../site/progress-fs.ts'))};
      console.log(JSON.stringify(progress));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script],
      { env: { ...process.env, DATA_DIR: folder } },
    );
    expect(JSON.parse(stdout)).toEqual(JSON.parse(built.json));
  });

  test('an activity that was taken back counts for nothing', async () => {
    await enterBoard('achhnera');
    await untilBoards(2);
    await database.pool.query(
      "UPDATE activity SET status = 'withdrawn' WHERE station = 'achhnera'",
    );
    await untilBoards(1);
  });

  test('the sample is loaded once, and its sources name themselves', async () => {
    await database.pool.query('DELETE FROM activity; DELETE FROM scan_by_district');
    expect(await loadSample(database, { directory, campaign })).toMatchObject({ kind: 'loaded' });
    expect(await loadSample(database, { directory, campaign })).toEqual({ kind: 'already' });
    while ((await progress.current()).file.events.length === 0) await wait(20);
    const { file } = await progress.current();
    expect(file.today).toBe('2019-04-12');
    expect(file.downloads).toMatchObject({ kind: 'counted', basis: { kind: 'anchor' } });
    expect(file.boards.up).toBeGreaterThan(500);
    expect(file.directions.find(({ id }) => id === 'A')?.counts).toEqual([
      { measure: 'theatres', count: 46, verified: 46, of: null },
      { measure: 'shows', count: 552, verified: 552, of: null },
    ]);
    expect(file.events.map(({ title }) => title.hi)).toEqual(
      expect.arrayContaining([expect.stringContaining('नमूना')]),
    );
    expect(file.outcomes.map(({ source }) => source)).toEqual([
      expect.stringContaining('नमूना'),
      expect.stringContaining('नमूना'),
    ]);
    expect((await verifyAudit(database.pool)).kind).toBe('whole');
  });
});
