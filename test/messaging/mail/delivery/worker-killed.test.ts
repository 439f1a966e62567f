import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { kitLetter } from '../../../../messaging/mail/delivery/letters/kit.ts';
import { findVoice } from '../../../../messaging/mail/delivery/letters/voice.ts';
import { decideLetter } from '../../../../messaging/mail/delivery/letters.ts';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';
import { until } from '../../phone/sending/worker-fixture.ts';
import { mail, readStates } from './mail-fixture.ts';
import { openMailServer } from './mail-server.ts';

const folder = openFolder('mail-');
const workers: ChildProcess[] = [];
const { districts } = loadDirectory();
const toMailbox = (district: string) => `slow-${district}@up.example`;
const server = await openMailServer({ slowMs: 10, holdAt: [20, 45] });
const url = await borrow('database');
const redisUrl = await borrow('redis');
const database = await openDatabase({ url, dataDir: folder });
const { pool } = database;
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await database.close();
  await server.close();
});

test('the kit’s letter reaches 75 mailboxes once each through two kills of the worker', async () => {
  for (const { id, nameHi: hi, nameEn: en } of districts) {
    const content = kitLetter(
      {
        place: { hi, en },
        draftOf: null,
        stations: 20,
        files: 200,
        toCheck: [],
        pageUrl: `https://up-cop.example/print/${id}/`,
        consoleUrl: 'https://up-cop.example/console/',
        signedBy: { hi: 'नोडल अधिकारी', en: 'nodal officer' },
      },
      findVoice(loadCampaign('up-cop'), 'hi'),
    );
    await mail.send(pool, {
      key: `kit/${id}`,
      kind: 'kit',
      mailing: 'kit/2019-04-12',
      to: { email: toMailbox(id), district: id },
      language: 'hi',
      content,
    });
  }
  const launch = (): ChildProcess => {
    const worker = spawn(process.execPath, [join(import.meta.dirname, 'mail-worker-process.ts')], {
      stdio: 'inherit',
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: url,
        REDIS_URL: redisUrl,
        SMTP_PORT: String(server.port),
        DATA_DIR: folder,
      },
    });
    workers.push(worker);
    return worker;
  };
  const killAt = async (arrived: number) => {
    const worker = launch();
    await until(`${arrived} letters`, async () => server.arrived.length >= arrived);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  };
  await killAt(20);
  await killAt(45);
  const last = launch();
  const inState = async (states: readonly string[]) => {
    const found = Object.values(await readStates(pool));
    return found.filter((state) => states.includes(state)).length;
  };
  await until(
    'every letter to be settled',
    async () => (await inState(['sent', 'unknown'])) === 75,
  );

  // Nothing was sent twice, and what is in doubt is said: of each kill at most one letter a lane.
  for (const { id } of districts) expect(server.countOf(toMailbox(id))).toBeLessThanOrEqual(1);
  const unknown = await inState(['unknown']);
  expect(unknown).toBeGreaterThanOrEqual(2);
  expect(unknown).toBeLessThanOrEqual(4);

  // An officer asks at the mail server by the Message-ID, and decides.
  const ids = new Set(server.arrived.map(({ messageId }) => messageId));
  const { rows } = await pool.query<{ id: number; messageId: string }>(
    `SELECT id::float8 AS id, message_id AS "messageId" FROM letter WHERE state = 'unknown'`,
  );
  const actor = { id: 'hq', name: 'नमूना अधिकारी', role: 'hq' as const };
  for (const { id, messageId } of rows) {
    const arrived = ids.has(`<${messageId}>`);
    const decision = arrived ? 'arrived' : 'send-again';
    await decideLetter(pool, { id, decision }, { actor, requestId: 'r' });
  }
  await until('all to be sent', async () => (await inState(['sent'])) === 75);
  last.kill('SIGTERM');
  await once(last, 'exit');
  expect(districts.map(({ id }) => server.countOf(toMailbox(id)))).toEqual(districts.map(() => 1));
  expect(server.arrived).toHaveLength(75);
});
