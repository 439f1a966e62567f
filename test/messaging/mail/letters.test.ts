import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { createMailChannel } from '../../../messaging/alerts/mail-channel.ts';
import { loadConfig } from '../../../messaging/config.ts';
import { readAudit, recordAudit, writeAudit } from '../../../messaging/database/audit-log-sql.ts';
import { holdLetters } from '../../../messaging/database/backup/hold-letters-sql.ts';
import { type Database, openDatabase } from '../../../messaging/database/database.ts';
import { compose } from '../../../messaging/mail/compose.ts';
import { followAudit } from '../../../messaging/mail/follow.ts';
import { deleteLetterWords } from '../../../messaging/mail/ledger-sql.ts';
import { findLetter } from '../../../messaging/mail/letter-book-sql.ts';
import { mailOf } from '../../../messaging/mail/module.ts';
import { writeDigests } from '../../../messaging/mailings/digests.ts';
import { createClock } from '../../../messaging/process/clock.ts';
import { loadProgress } from '../../../messaging/progress/progress-data.ts';
import { borrow } from '../../servers/borrow.ts';
import { createTestConsole, type Officer, type TestConsole } from '../fixtures/console.ts';
import { from } from './mail-fixture.ts';

let database: Database;
let service: TestConsole;
let hq: Officer;
let admin: Officer;
let district: Officer;
const today = '2019-04-12';
const directory = loadDirectory();
beforeAll(async () => {
  database = await openDatabase({ url: await borrow('database'), dataDir: '/tmp' });
  service = await createTestConsole(database, {
    clock: createClock(today),
    prepare: ({ printDir }) => {
      mkdirSync(printDir, { recursive: true });
      const file = (name: string) => ({
        ...{
          district: 'agra',
          station: 'tajganj',
          nameHi: 'ताजगंज',
          artwork: 'board',
          format: 'pdf',
        },
        ...{
          path: `agra/tajganj/${name}.pdf`,
          widthMm: null,
          heightMm: null,
          code: null,
          url: null,
        },
      });
      const files = [file('one'), file('two'), { ...file('three'), onDemand: true as const }];
      writeFileSync(join(printDir, 'plan.json'), JSON.stringify({ campaign: 'up-cop', files }));
    },
  });
  [hq, admin, district] = [
    await service.officer('hq'),
    await service.officer('admin'),
    await service.officer('district'),
  ];
});
afterAll(async () => {
  await service.close();
  await database.close();
});
beforeEach(async () => {
  await follow();
  await database.pool.query('DELETE FROM letter');
  await database.pool.query('DELETE FROM mailing');
  await database.pool.query('DELETE FROM mail_choice');
  await database.pool.query('DELETE FROM invitation WHERE used_at IS NULL');
});

const own = () => mailOf(loadConfig({ DATA_DIR: service.dataDir, PUBLIC_URL: service.publicUrl }));
const zones = new Map(directory.districts.map(({ id, zone }) => [id, zone]));
const follow = () =>
  followAudit(database.pool, {
    mail: own().mail,
    log: pino({ level: 'silent' }),
    publicUrl: service.publicUrl,
    zoneOf: (id) => zones.get(id),
  });
async function letters() {
  const { rows } = await database.pool.query<{
    id: number;
    kind: string;
    recipient: string;
    subject: string;
    text: string;
    urgent: boolean;
  }>(
    'SELECT id::float8 AS id, kind, recipient, subject, body_text AS text, urgent FROM letter ORDER BY id',
  );
  return rows;
}

describe('what officers did', () => {
  test('a change of password tells its owner, at any hour, and once however many look', async () => {
    await recordAudit(database.pool, {
      actor: { id: admin.id, name: 'नमूना प्रशासक', role: 'admin' },
      action: 'person.make-password-link',
      subject: `person/${district.id}`,
    });
    const written = await Promise.all([follow(), follow(), follow()]);
    await follow();
    expect(written.toSorted()).toEqual([0, 0, 1]);
    const [notice, ...others] = await letters();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'account-notice',
      recipient: district.email,
      urgent: true,
    });
    expect(notice?.text).toContain('नमूना प्रशासक');
  });

  test('a submitted blast waits for HQ, and one that is sent back tells who submitted it why', async () => {
    const drafter = { id: district.id, name: 'नमूना अधिकारी', role: 'district' as const };
    await recordAudit(database.pool, {
      actor: drafter,
      action: 'blast.submit',
      subject: 'blast/7',
    });
    await recordAudit(database.pool, {
      actor: { id: hq.id, name: 'नोडल', role: 'hq' },
      action: 'blast.reject',
      subject: 'blast/7',
      after: { command: { kind: 'reject' }, remark: 'पाठ में हेडर जोड़ें' },
    });
    await follow();
    expect((await letters()).map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['approval', hq.email],
      ['returned', district.email],
    ]);
    expect((await letters())[1]?.text).toContain('> पाठ में हेडर जोड़ें');
  });

  test('a deed that was rolled back is told to nobody', async () => {
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await writeAudit(client, { actor: 'service', action: 'blast.submit', subject: 'blast/8' });
    await client.query('ROLLBACK');
    client.release();
    expect(await follow()).toBe(0);
  });

  test('a new alert tells the administrator, and its end nobody', async () => {
    const channel = createMailChannel({
      pool: database.pool,
      mail: own().mail,
      publicUrl: service.publicUrl,
    });
    const alert = {
      ...{ id: 1, kind: 'disk-nearly-full' as const, subject: 'data', detail: '512' },
      ...{ openedAt: new Date(), closedAt: null, acknowledgedBy: null, acknowledgedAt: null },
    };
    const signal = new AbortController().signal;
    await channel.tell({ event: 'opened', channel: 'mail', tries: 1, alert }, signal);
    await channel.tell({ event: 'opened', channel: 'mail', tries: 2, alert }, signal);
    await channel.tell({ event: 'closed', channel: 'mail', tries: 1, alert }, signal);
    expect((await letters()).map(({ recipient }) => recipient)).toEqual([admin.email]);
  });
});

describe('letters to all districts', () => {
  test('the kit goes to each district with an address once a day, with its own counts', async () => {
    const before = (await hq.get('/api/mailings/kit')).json();
    expect(before).toMatchObject({ districts: 75, letters: 1, latest: null });
    expect(before.without).toHaveLength(74);
    const sent = await hq.post('/api/mailings/kit');
    expect(sent.json()).toMatchObject({
      letters: 0,
      latest: { letters: 1, counts: { queued: 1 } },
    });
    expect((await hq.post('/api/mailings/kit')).json()).toMatchObject({ error: 'nothing-to-send' });
    const [letter] = await letters();
    expect(letter).toMatchObject({ kind: 'kit', recipient: district.email });
    expect(letter?.text).toContain('जनपद आगरा');
    expect(letter?.text).toContain('फ़ाइलें: 2\n');
    expect(letter?.text).toContain('/print/agra/');
    const [entry] = await readAudit(database.pool, { subject: `mailing/kit/${today}` }, 1);
    expect(entry).toMatchObject({ action: 'mailing.send', actorId: hq.id });
    expect((await district.post('/api/mailings/kit')).statusCode).toBe(403);
  });

  test('a kit that is not made yet is sent to nobody', async () => {
    const plan = join(service.dataDir, 'print', 'plan.json');
    renameSync(plan, `${plan}.away`);
    try {
      expect((await hq.post('/api/mailings/kit')).json()).toMatchObject({ error: 'kit-not-made' });
    } finally {
      renameSync(`${plan}.away`, plan);
    }
    expect(await letters()).toEqual([]);
  });

  test('a district that is late is reminded; its preview is a letter in a frame', async () => {
    expect((await hq.get('/api/mailings/reminder')).json()).toMatchObject({
      districts: 75,
      letters: 1,
    });
    const view = await hq.get('/api/mailings/reminder/view?district=agra&language=en');
    expect(view.headers['content-security-policy']).toContain('sandbox');
    expect(view.headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(view.body).toContain('Agra district');
    await hq.post('/api/mailings/reminder');
    expect((await letters())[0]?.subject).toMatch(/^स्मरण: जनपद आगरा/);
  });

  test('an invitation of a csv goes by mail; a wrong row is named and keeps no other', async () => {
    const csv = `district,email\nMathura,pro@mathura.example\nनरक,pro@x.example\nलखनऊ,"a@b.example\r\nBcc: c@d.example"\nagra,${district.email}\n`;
    const answer = await hq.post('/api/mail/invitations', { csv, language: 'hi' });
    expect(answer.json()).toMatchObject({
      invited: 1,
      refused: [
        { row: 3, found: 'नरक' },
        { row: 4, en: 'Expected one e-mail address' },
        { row: 6, en: 'This e-mail has an account already' },
      ],
    });
    const [letter] = await letters();
    expect(letter).toMatchObject({ kind: 'invitation', recipient: 'pro@mathura.example' });
    const shown = await hq.get(`/api/mail/letters/${letter?.id}/view`);
    expect(shown.body).toContain('https://link.invalid/one-time');
    expect(shown.body).not.toContain('/console/invitation/#');
    // Who was invited and has no account yet gets the kit as well.
    expect((await hq.get('/api/mailings/kit')).json()).toMatchObject({ letters: 2 });
    expect(
      (await hq.post('/api/mail/invitations', { csv: 'a,b\n1,2', language: 'hi' })).json(),
    ).toMatchObject({ error: 'wrong-invitations' });
  });
});

describe('digests', () => {
  const digest = async (at: string, sample = false) => {
    const campaign = loadCampaign('up-cop');
    const source = { pool: database.pool, campaign, directory };
    return writeDigests(
      {
        pool: database.pool,
        mail: own().mail,
        campaign,
        districts: directory.districts,
        publicUrl: service.publicUrl,
        progress: () => loadProgress(source, { today: at.slice(0, 10), now: new Date(), sample }),
        notes: {
          open: async (month, format) =>
            month === '2019-04'
              ? {
                  ...{
                    name: `review-${month}.${format}`,
                    bytes: 4,
                    etag: '"e"',
                    changedAt: new Date(),
                  },
                  content: Readable.from([Buffer.from('note')]),
                }
              : undefined,
        },
      },
      new Date(`${at}:00+05:30`),
    );
  };

  test('the week’s figures go to HQ on Monday at eight, once over all processes', async () => {
    expect(await digest('2019-04-15T07:59')).toBe(0);
    const written = await Promise.all([1, 2, 3].map(() => digest('2019-04-15T08:00')));
    expect(written.toSorted()).toEqual([0, 0, 1]);
    expect(await digest('2019-04-16T12:00')).toBe(0);
    const [letter] = await letters();
    expect(letter).toMatchObject({ kind: 'weekly', recipient: hq.email });
    expect(letter?.text).toMatch(/डाउनलोड: ज्ञात नहीं/);
  });

  test('the month’s note goes out on the 5th with both files, as soon as it is kept', async () => {
    expect(await digest('2019-04-05T10:00')).toBe(0);
    expect(await digest('2019-05-05T10:00')).toBe(1);
    const { rows } = await database.pool.query<{ name: string }>(
      'SELECT name FROM letter_attachment ORDER BY place',
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'up-cop-review-2019-04.pdf',
      'up-cop-review-2019-04.docx',
    ]);
  });

  test('nothing is written of sample figures', async () =>
    expect(await digest('2019-04-15T08:00', true)).toBe(0));

  test('an officer ends a topic by the address in the letter, without signing in', async () => {
    await digest('2019-04-15T08:00');
    const [{ id = 0 } = {}] = await letters();
    const stored = await findLetter(database.pool, id);
    if (stored === undefined) throw new Error('Expected a letter');
    const { message } = await compose(
      { ...stored, recipient: hq.email, link: undefined, attachments: [] },
      { from, dkim: undefined },
    );
    const head = message.toString().replace(/\r\n[ \t]+/g, ' ');
    const address = /^List-Unsubscribe: <(.+)>\r$/m.exec(head)?.[1] ?? '';
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const url = new URL(address).pathname;
    const wants = async () =>
      (await hq.get('/api/me/mail'))
        .json()
        .topics.find(({ topic }: { topic: string }) => topic === 'weekly').wanted;
    // A program that looks for dangerous links opens it.
    const page = await service.app.inject({ method: 'GET', url });
    expect(page.statusCode).toBe(200);
    expect(page.headers['referrer-policy']).toBe('same-origin');
    expect(await wants()).toBe(true);
    const click = await service.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect(click.statusCode).toBe(200);
    expect(await wants()).toBe(false);
    await database.pool.query('DELETE FROM mailing');
    await database.pool.query('DELETE FROM letter');
    expect(await digest('2019-04-15T08:00')).toBe(0);
    const forged = await service.app.inject({ method: 'POST', url: `${url}x` });
    expect(forged.statusCode).toBe(404);
  });
});

describe('the console', () => {
  async function letterIn(state: string): Promise<number> {
    await hq.post('/api/mailings/kit');
    const { rows } = await database.pool.query<{ id: number }>(
      'UPDATE letter SET state = $1, settled_at = clock_timestamp() RETURNING id::float8 AS id',
      [state],
    );
    return rows[0]?.id ?? 0;
  }

  test('lists by state and search, with counts', async () => {
    await letterIn('bounced');
    const list = (await admin.get('/api/mail/letters?state=bounced&search=police.example')).json();
    expect(list).toMatchObject({ outbox: true, counts: { bounced: 1, sent: 0 }, matching: 1 });
    expect(list.letters[0]).toMatchObject({ recipient: district.email, district: 'agra' });
    expect((await admin.get('/api/mail/letters?search=%25')).json()).toMatchObject({ matching: 0 });
    expect((await admin.get('/api/mail/letters?state=sent')).json()).toMatchObject({ matching: 0 });
  });

  test('a bounced letter goes out anew to the corrected address; no address is in the audit log', async () => {
    const id = await letterIn('bounced');
    const wrong = await admin.post(`/api/mail/letters/${id}/resend`, {
      email: 'a@b.example\nBcc: x',
    });
    expect(wrong.statusCode).toBe(400);
    const answer = await admin.post(`/api/mail/letters/${id}/resend`, {
      email: 'right@agra.example',
    });
    expect(answer.json()).toMatchObject({ state: 'queued', recipient: 'right@agra.example' });
    const [entry] = await readAudit(database.pool, { subject: `letter/${id}` }, 1);
    expect(entry?.after).toContain('r…@agra.example');
    expect((await admin.post(`/api/mail/letters/${id}/resend`, {})).statusCode).toBe(409);
  });

  test('only what is in doubt is decided, and once', async () => {
    const id = await letterIn('unknown');
    const answer = await admin.post(`/api/mail/letters/${id}/decide`, { decision: 'arrived' });
    expect(answer.json()).toMatchObject({ state: 'sent' });
    const again = await admin.post(`/api/mail/letters/${id}/decide`, { decision: 'send-again' });
    expect(again.json()).toMatchObject({ error: 'letter-state', state: 'sent' });
  });

  test('after a restore nothing that may have gone out since is sent by itself', async () => {
    await hq.post('/api/mailings/kit');
    expect(await holdLetters(database.pool)).toBe(1);
    expect((await admin.get('/api/mail/letters')).json()).toMatchObject({ counts: { unknown: 1 } });
  });

  test('when its time is over a letter keeps neither address nor words, and still does not go twice', async () => {
    await letterIn('sent');
    await database.pool.query("UPDATE letter SET settled_at = now() - interval '181 days'");
    expect(await deleteLetterWords(database.pool, 180)).toBe(1);
    expect((await letters())[0]).toMatchObject({ recipient: null, text: '' });
    expect((await hq.post('/api/mailings/kit')).statusCode).toBe(409);
  });

  test('an officer chooses language and topics', async () => {
    const chosen = await hq.put('/api/me/mail', { language: 'en', unwanted: ['monthly'] });
    expect(chosen.json()).toMatchObject({ language: 'en' });
    const topics = chosen
      .json()
      .topics.map(({ topic, wanted }: { topic: string; wanted: boolean }) => [topic, wanted]);
    expect(topics).toEqual([
      ['approvals', true],
      ['returned', true],
      ['weekly', true],
      ['monthly', false],
    ]);
  });
});
