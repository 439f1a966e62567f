import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import { readProcessorMs } from '../../../../messaging/platform/process/processor-ms.ts';
import { openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';
import { type HttpOfficer, publicUrl, signIn } from '../../fixtures/http-officer.ts';
import { residentMb } from '../../fixtures/resident.ts';
import { startService, type TestService } from '../../fixtures/service.ts';
import { hugePictureInPdf, nestedForms } from './hostile-papers.ts';
import { hugeJpeg } from './hostile-pictures.ts';
import { vastFlac } from './hostile-sounds.ts';

const folder = openFolder('beside-');
let database: Database;
let service: TestService;

beforeAll(async () => {
  const databaseUrl = await borrow('database');
  database = await openDatabase({ url: databaseUrl, dataDir: folder });
  service = await startService({
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    REDIS_URL: await borrow('redis'),
    PUBLIC_URL: publicUrl,
  });
});
afterAll(async () => {
  await service.stop();
  await database.close();
});

async function upload(officer: HttpOfficer, url: string, bytes: Buffer) {
  const edge = 'edge-of-a-part';
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const { status, text } = await officer.send(service.url, {
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  });
  return { status, json: JSON.parse(text) };
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const begunAt = performance.now();
  const result = await work();
  return { result, ms: performance.now() - begunAt };
}

/** Enters a film and says where its certificate goes, as the film then is. */
async function makeCertificate(
  officer: HttpOfficer,
  district: string,
): Promise<(version: number) => string> {
  const details = {
    cinema: 'नॉवेल्टी',
    town: 'लखनऊ',
    screens: 1,
    showsPerDay: 4,
    run: '2019-04-05/2019-04-11',
  };
  const entry = { kind: 'film', district, details };
  const { json } = await officer.post(service.url, '/api/activities', entry);
  const { activity } = json as { activity: { id: number } };
  return (version) => `/api/activities/${activity.id}/attachments/certificate?version=${version}`;
}

const refused = { hi: expect.stringMatching(/[\u0900-\u097f]/), en: expect.any(String) };
const mostWallMs = 2000;
/** On a machine that is busy with other things an upload may take so many times what it takes alone. */
const mostTimesAlone = 8;
const mostMainThreadMs = 1200;
const mostGrowthMb = 50;

test('hostile files are refused in words; another officer’s picture is taken meanwhile, and the service goes on', async () => {
  const [hostile, honest, recorder] = await Promise.all([
    signIn(database, service.url, { role: 'district', area: 'lucknow' }),
    signIn(database, service.url, { role: 'district', area: 'agra' }),
    signIn(database, service.url, { role: 'pro-dgp' }),
  ]);
  const paper = await makeCertificate(hostile, 'lucknow');
  const other = await makeCertificate(honest, 'agra');
  const picture = readFileSync(
    join(import.meta.dirname, '../../field/activities/fixtures/board-hazratganj.heic'),
  );
  const flac = vastFlac();
  const jpeg = await hugeJpeg();
  const pid = Number(service.process.pid);
  const alone = await timed(() => upload(honest, other(1), picture));
  const mainThreadBefore = readProcessorMs(pid, pid);
  const residentBefore = residentMb(service.process);
  let resident = 0;
  const looking = setInterval(() => {
    resident = Math.max(resident, residentMb(service.process));
  }, 20);
  const files = Promise.all([
    upload(hostile, paper(1), nestedForms()),
    upload(hostile, paper(1), hugePictureInPdf()),
    upload(hostile, paper(1), jpeg),
    upload(recorder, '/api/takes/lost-10', flac),
  ]);
  const beside = await timed(() => upload(honest, other(2), picture));
  const answers = await files;
  clearInterval(looking);
  const mainThreadMs = Number(readProcessorMs(pid, pid)) - Number(mainThreadBefore);
  expect(beside.result).toMatchObject({ status: 200, json: { activity: { version: 3 } } });
  expect(answers.map(({ status, json }) => [status, json])).toMatchObject([
    [422, { ...refused, error: 'costly-file', limit: 'exhausted' }],
    [422, { ...refused, error: 'too-many-pixels' }],
    [422, { ...refused, error: 'too-many-pixels' }],
    [422, { ...refused, error: 'sound-too-fine' }],
  ]);
  expect(beside.ms).toBeLessThan(Math.max(mostWallMs, mostTimesAlone * alone.ms));
  expect(mainThreadMs).toBeLessThan(mostMainThreadMs);
  expect(resident - residentBefore).toBeLessThan(mostGrowthMb);
});
