import { randomUUID } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invite } from '../../messaging/people/accounts/invitations.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { placeTestDatabase } from './fixtures/databases.ts';
import { type DiskImage, makeDiskImage } from './fixtures/disk-image.ts';
import {
  createCaller,
  enrol,
  type HttpOfficer,
  openAccount,
  publicUrl,
  signIn,
} from './fixtures/http-officer.ts';
import { password } from './fixtures/password.ts';
import { phone, scanPaths } from './fixtures/scans.ts';
import { startService, type TestService } from './fixtures/service.ts';

// A service of its own on a small disk: embedded database, Redis, spool and pictures lie on it.
const image = makeDiskImage(256);
let service: TestService;
const district = createCaller();
let pro: HttpOfficer;
const email = 'sample-full@police.example';

beforeAll(async () => {
  if (image === undefined) return;
  const dataDir = join(image.folder, 'data');
  await placeTestDatabase(dataDir);
  service = await start(image);
  const database = await openDatabase({ dataDir });
  pro = await signIn(database, service.url, { role: 'pro-dgp' });
  const office = { role: 'district', area: 'agra', email, by: 'command-line' } as const;
  const { link } = await invite(database, publicUrl, office);
  await openAccount(district, service.url, { link, email });
  await enrol(district, service.url);
  await database.close();
});
afterAll(async () => {
  await service?.kill();
  image?.dispose();
});

function start({ folder }: DiskImage): Promise<TestService> {
  return startService({
    DATA_DIR: join(folder, 'data'),
    PUBLIC_URL: publicUrl,
    CAMPAIGN_TODAY: '2019-04-12',
  });
}

function fillDisk({ folder }: DiskImage): void {
  const file = openSync(join(folder, 'fill'), 'a');
  for (const bytes of [1 << 20, 4096]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(bytes, 1));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
  closeSync(file);
}

async function scan(): Promise<number> {
  const [path = ''] = scanPaths(1);
  const headers = { 'user-agent': phone.android };
  return (await fetch(service.url + path, { redirect: 'manual', headers })).status;
}

const radio = {
  kind: 'radio',
  district: 'agra',
  details: {
    broadcaster: 'FM',
    town: 'Agra',
    run: '2019-04-10/2019-04-10',
    seconds: '10',
    spots: 2,
  },
};

/** A form with one file, and an entry beside it. */
async function upload(who: HttpOfficer, url: string, content: Buffer, entry: object = {}) {
  const beside = `--e\r\ncontent-disposition: form-data; name="entry"\r\n\r\n${JSON.stringify(entry)}\r\n`;
  const head = '--e\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n';
  const payload = Buffer.concat([
    Buffer.from(beside + head),
    content,
    Buffer.from('\r\n--e--\r\n'),
  ]);
  const headers = { 'content-type': 'multipart/form-data; boundary=e' };
  const { status, text } = await who.send(service.url, { method: 'POST', url, headers, payload });
  return { status, json: JSON.parse(text) };
}

const full = {
  status: 507,
  json: {
    error: 'disk-full',
    hi: expect.stringContaining('सर्वर की डिस्क भर गई है'),
    en: expect.stringContaining('The disk of the server is full'),
  },
};

interface Answer {
  status: number;
  json: unknown;
}

/** Asks until PostgreSQL has used up the room that is left in its own files. */
async function untilRefused(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 5000; tries += 1) {
    const answer = await ask();
    if (answer.status >= 300) return answer;
  }
  throw new Error('Expected a full disk to be met');
}

async function expectWords() {
  expect(await scan()).toBe(302);
  const enter = () => district.post(service.url, '/api/activities', radio);
  expect(await untilRefused(enter)).toMatchObject(full);
  const list = Buffer.from(`mobile\n${'9876543210\n'.repeat(50_000)}`);
  const about = 'name=a&consentBasis=public-duty&source=b&retainUntil=2019-12-31';
  expect(await upload(pro, `/api/audiences?${about}`, list)).toMatchObject(full);
  const board = { key: randomUUID(), district: 'agra', station: 'baah', day: '2019-04-10' };
  const photo = Buffer.alloc(1 << 20, 1);
  expect(await upload(district, '/api/activities/boards', photo, board)).toMatchObject(full);
  // Each from an address of its own.
  const begin = () => createCaller().post(service.url, '/api/sign-in', { email, password });
  expect(await untilRefused(begin)).toMatchObject(full);
  const ready = await fetch(`${service.url}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([503, { parts: { disk: 'full' } }]);
  expect(await scan()).toBe(302);
}

test.runIf(image !== undefined)(
  'on a full disk scans are answered and everything else says why not, after a start too; all goes on with room',
  async () => {
    if (image === undefined) return;
    fillDisk(image);
    await expectWords();
    await service.kill();
    service = await start(image);
    expect(service.log()).toContain('the disk is full');
    await expectWords();
    rmSync(join(image.folder, 'fill'));
    await expect
      // The database looks every 15 seconds whether it can start.
      .poll(async () => (await district.post(service.url, '/api/activities', radio)).status, {
        timeout: 150_000,
      })
      .toBe(201);
  },
);
