import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import sharp from 'sharp';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { Role } from '../../../../campaigns/offices/role.ts';
import { seriesProblemWords } from '../../../../campaigns/words/series-problem-words.ts';
import { loadConfig } from '../../../../messaging/config.ts';
import { pauseReasons, whoEnds } from '../../../../messaging/contract/values.ts';
import { loadProgress } from '../../../../messaging/figures/progress/progress-data.ts';
import { writeDigests } from '../../../../messaging/front/mailings/digests.ts';
import { createMailChannel } from '../../../../messaging/mail/alerts/channel.ts';
import { compose } from '../../../../messaging/mail/delivery/compose.ts';
import { deleteLetterWords } from '../../../../messaging/mail/delivery/ledger-sql.ts';
import { findLetter } from '../../../../messaging/mail/delivery/letters-sql.ts';
import { makeMail } from '../../../../messaging/mail/delivery/mail-setup.ts';
import { followAudit } from '../../../../messaging/mail/delivery/sending-module.ts';
import {
  readAudit,
  recordAudit,
  writeAudit,
} from '../../../../messaging/platform/database/audit-log-sql.ts';
import { holdLetters } from '../../../../messaging/platform/database/backup/backup.ts';
import { createClock } from '../../../../messaging/platform/process/clock.ts';
import { owedByOffice } from '../../../../messaging/register/directions/owed.ts';
import { readCodes } from '../../../generator/fixture.ts';
import { expectAnswer, pluck } from '../../fixtures/answers.ts';
import type { Officer } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { approvedBlast, insertAudience, makeDraft } from '../../phone/blasts/blast-fixture.ts';
import { from } from './mail-fixture.ts';

const today = '2019-04-12';
const directory = loadDirectory();
const campaign = loadCampaign('up-cop');
/** A file of the kit of Agra, by its name. */
const kitFile = (path: string, format = 'pdf') => ({
  district: 'agra',
  station: 'tajganj',
  nameHi: 'ताजगंज',
  artwork: 'board',
  format,
  path,
  widthMm: null,
  heightMm: null,
  code: null,
  url: null,
});
const { service, database, hq, admin, district } = await openConsole(
  { hq: 'hq', admin: 'admin', district: 'district' },
  {
    clock: createClock(() => today),
    prepare: ({ printDir }) => {
      const [one, two, three] = ['one', 'two', 'three'].map((name) =>
        kitFile(`agra/tajganj/${name}.pdf`),
      );
      const files = [one, two, { ...three, onDemand: true }];
      writeFileSync(join(printDir, 'plan.json'), JSON.stringify({ campaign: 'up-cop', files }));
    },
  },
);
beforeEach(async () => {
  await follow();
  await database.pool.query(`DELETE FROM letter; DELETE FROM mailing; DELETE FROM mail_choice;
    DELETE FROM invitation WHERE used_at IS NULL`);
});

const own = () =>
  makeMail(loadConfig({ DATA_DIR: service.dataDir, PUBLIC_URL: service.publicUrl }), campaign);
const follow = () =>
  followAudit(database.pool, {
    mail: own().mail,
    log: pino({ level: 'silent' }),
    campaign,
    publicUrl: service.publicUrl,
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

/** Writes into the audit log what an officer did. */
const record = (
  by: Pick<Officer, 'id'>,
  role: Role,
  action: string,
  subject: string,
  more: Partial<Parameters<typeof recordAudit>[1]> = {},
) => {
  const actor = { id: by.id, name: 'नमूना अधिकारी', role };
  return recordAudit(database.pool, { actor, action, subject, ...more });
};
const listRecipients = async () => pluck(await letters(), 'recipient');

describe('what officers did', () => {
  test('a change of password tells its owner, at any hour, and once however many look', async () => {
    const actor = { id: admin.id, name: 'नमूना प्रशासक', role: 'admin' } as const;
    const subject = `person/${district.id}`;
    await recordAudit(database.pool, { actor, action: 'person.make-password-link', subject });
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
    await record(district, 'district', 'blast.submit', 'blast/7');
    const after = { command: { kind: 'reject' }, remark: 'पाठ में हेडर जोड़ें' };
    await record(hq, 'hq', 'blast.reject', 'blast/7', { after });
    await follow();
    expect((await letters()).map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['approval', hq.email],
      ['returned', district.email],
    ]);
    expect((await letters())[1]?.text).toContain('> पाठ में हेडर जोड़ें');
  });

  test.each(['blast.round-held', 'blast.round-missed'])(
    '%s: who drafted the series is told why a round did not go',
    async (action) => {
      await recordAudit(database.pool, {
        actor: 'service',
        action,
        subject: 'blast/9',
        after: { drafterId: district.id, reasons: [seriesProblemWords['text-changed']] },
      });
      await follow();
      const [letter] = (await letters()).slice(-1);
      expect(letter).toMatchObject({ kind: 'returned', recipient: district.email });
      expect(letter?.text).toContain(`> ${seriesProblemWords['text-changed'].hi}`);
    },
  );

  test.each([
    {
      what: 'a draft of the campaign',
      subject: 'campaign-draft/12',
      submit: 'studio.submit',
      back: 'studio.return',
      asked: /सामग्री का प्रारूप 12/,
      decides: '/console/studio/?id=12',
      corrects: '/console/studio/?edit=12',
    },
    {
      what: 'the way back to a version',
      subject: 'campaign-draft/13',
      submit: 'studio.roll-back',
      back: 'studio.return',
      asked: /संस्करण 3 पर वापसी/,
      decides: '/console/studio/?id=13',
      corrects: '/console/studio/?edit=13',
    },
    {
      what: 'a destination of codes',
      subject: 'detour/4',
      submit: 'detour.submit',
      back: 'detour.return',
      asked: /क्यूआर कोड की दिशा 4/,
      decides: '/console/studio/#studio-detours',
      corrects: '/console/studio/#studio-detours',
    },
  ])(
    '$what waits for HQ, not for the administrator, and comes back with the remark',
    async (each) => {
      const { subject } = each;
      const to = each.submit === 'studio.roll-back' ? { to: 3 } : {};
      const submitted = { after: { status: 'submitted', ...to } };
      await record(district, 'pro-dgp', each.submit, subject, submitted);
      const remark = each.back === 'studio.return' ? 'reason' : 'remark';
      const returned = { after: { status: 'draft', [remark]: 'पहले जैसा' } };
      await record(hq, 'hq', each.back, subject, returned);
      await follow();
      const [question, answer, ...others] = await letters();
      expect(others).toEqual([]);
      expect(question).toMatchObject({ kind: 'approval', recipient: hq.email });
      expect(question?.subject).toMatch(each.asked);
      expect(question?.text).toContain(each.decides);
      expect(answer).toMatchObject({ kind: 'returned', recipient: district.email });
      expect(answer?.text).toContain('> पहले जैसा');
      expect(answer?.text).toContain(each.corrects);
    },
  );

  test('whom a press note waits for is asked to read it, and its writer hears why it came back', async () => {
    const note = (by: Officer, role: Role, action: string, after: object) =>
      record(by, role, action, 'press-note/7', { after, district: 'mahoba' });
    const waiting = { status: 'waiting', readers: [hq.id] };
    await note(district, 'district', 'press-note.submit', waiting);
    const returnedTo = { status: 'draft', reason: 'नाम हटाएँ' };
    await note(hq, 'hq', 'press-note.return', returnedTo);
    await follow();
    const [question, returned, ...others] = await letters();
    expect(others).toEqual([]);
    expect(question).toMatchObject({ kind: 'approval', recipient: hq.email });
    expect(question?.subject).toMatch(/पढ़ने हेतु लंबित: प्रेस नोट 7/);
    expect(returned).toMatchObject({ kind: 'returned', recipient: district.email });
    expect(returned?.text).toContain('> नाम हटाएँ');
  });

  test('officers who may decide on an act for two are asked', async () => {
    const after = { state: 'waiting', readers: [hq.id] };
    await record(district, 'district', 'held-act.propose', 'held-act/5', { after });
    await follow();
    const [question, ...others] = await letters();
    expect(others).toEqual([]);
    expect(question).toMatchObject({ kind: 'approval', recipient: hq.email });
    expect(question?.subject).toMatch(/दो अधिकारियों का कार्य 5/);
    expect(question?.text).toContain('/console/held-acts/');
  });

  test('where HQ has no other account the administrator is asked, and never who let the author in', async () => {
    const submit = (by: Officer) =>
      record(by, 'hq', 'studio.submit', 'campaign-draft/14', { after: { status: 'submitted' } });
    await submit(hq);
    await follow();
    expect(await listRecipients()).toEqual([admin.email]);
    await database.pool.query('UPDATE person SET invited_by = $2 WHERE id = $1', [
      district.id,
      hq.id,
    ]);
    await submit(district);
    await follow();
    await database.pool.query('UPDATE person SET invited_by = NULL WHERE id = $1', [district.id]);
    expect(await listRecipients()).toEqual([admin.email, admin.email]);
  });

  test('where all of HQ share the drafter’s inviter, they hear of it all the same', async () => {
    await database.pool.query('UPDATE person SET invited_by = $2 WHERE id = ANY ($1::text[])', [
      [district.id, hq.id],
      admin.id,
    ]);
    const after = { status: 'submitted' };
    await record(district, 'pro-dgp', 'blast.submit', 'blast/15', { after });
    await follow();
    await database.pool.query('UPDATE person SET invited_by = NULL');
    expect(await listRecipients()).toEqual([hq.email]);
  });

  test('an action that was rolled back is told to nobody', async () => {
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await writeAudit(client, { actor: 'service', action: 'blast.submit', subject: 'blast/8' });
    await client.query('ROLLBACK');
    client.release();
    expect(await follow()).toBe(0);
  });

  test('a new alert tells the administrator and headquarters, and its end nobody', async () => {
    const channel = createMailChannel({
      pool: database.pool,
      mail: own().mail,
      campaign,
      publicUrl: service.publicUrl,
    });
    const alert = {
      id: 1,
      kind: 'disk-nearly-full' as const,
      subject: 'data',
      detail: '512',
      openedAt: new Date(),
      closedAt: null,
      acknowledgedBy: null,
      acknowledgedAt: null,
    };
    const signal = new AbortController().signal;
    await channel.tell({ event: 'opened', channel: 'mail', tries: 1, alert }, signal);
    await channel.tell({ event: 'opened', channel: 'mail', tries: 2, alert }, signal);
    await channel.tell({ event: 'closed', channel: 'mail', tries: 1, alert }, signal);
    expect((await listRecipients()).toSorted()).toEqual([admin.email, hq.email].toSorted());
  });

  test.each(pauseReasons.filter((reason) => reason !== 'officer'))(
    'a pause for %s is written of to who may end it, and its end where it came by itself',
    async (reason) => {
      const { pool } = database;
      const { id } = await approvedBlast(pool, makeDraft(await insertAudience(pool, 1)));
      const channel = createMailChannel({ ...own(), pool, campaign, publicUrl: service.publicUrl });
      const alert = {
        id,
        kind: 'blast-paused' as const,
        subject: String(id),
        detail: reason,
        openedAt: new Date(),
        closedAt: null,
        acknowledgedBy: null,
        acknowledgedAt: null,
      };
      const signal = new AbortController().signal;
      const tell = (event: 'opened' | 'closed', status: string) =>
        pool
          .query('UPDATE blast SET status = $2 WHERE id = $1', [id, status])
          .then(() => channel.tell({ event, channel: 'mail', tries: 1, alert }, signal))
          .then(letters);
      const who = { itself: /अपने-आप आगे बढ़ेगा/, approves: /मुख्यालय का .+ दूसरा अधिकारी/, runs: /$^/ };
      const opened = (await tell('opened', 'scheduled')).filter(({ kind }) => kind === 'alert');
      const about = opened.filter(({ text }) => text.includes(`प्रसारण ${id} `));
      expect(about.map(({ recipient }) => recipient)).toContain(hq.email);
      for (const { text } of about) expect(text).toMatch(who[whoEnds(reason)]);
      const count = async (status: string) => (await tell('closed', status)).length - opened.length;
      expect(await count('stopped')).toBe(0);
      expect(await count('running')).toBe(whoEnds(reason) === 'itself' ? about.length : 0);
    },
  );
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

  test('the kit’s letter carries the board of one station as a draft, and goes to the range and the zone too', async () => {
    const printDir = join(service.dataDir, 'print');
    const board = 'agra/tajganj/agra-tajganj-board';
    mkdirSync(join(printDir, 'agra/tajganj'), { recursive: true });
    const pdf = Buffer.from('%PDF-1.6 board');
    const picture = await sharp({
      create: { width: 1440, height: 900, channels: 3, background: '#0b2a5b' },
    })
      .png()
      .toBuffer();
    writeFileSync(join(printDir, `${board}.pdf`), pdf);
    writeFileSync(join(printDir, `${board}-1440.png`), picture);
    const file = (format: string, path: string, bytes: number) => ({
      ...kitFile(path, format),
      bytes,
      sha256: 'a'.repeat(64),
    });
    const files = [
      file('png', `${board}-1440.png`, picture.length),
      file('pdf', `${board}.pdf`, pdf.length),
    ];
    const manifest = join(printDir, 'manifest.json');
    writeFileSync(manifest, JSON.stringify({ campaign: 'up-cop', files }));
    const zone = await service.officer('zone', 'agra');
    const range = await service.officer('range', 'agra');
    try {
      await hq.post('/api/mailings/kit');
      const written = await letters();
      expect(pluck(written, 'recipient').toSorted()).toEqual(
        [district.email, zone.email, range.email].toSorted(),
      );
      for (const { id, text } of written) {
        expect(text).toContain('थाना ताजगंज का बोर्ड');
        const { rows } = await database.pool.query(
          'SELECT name, content_type, content FROM letter_attachment WHERE letter_id = $1 ORDER BY place',
          [id],
        );
        expect(rows.map(({ name, content_type: type }) => [name, type])).toEqual([
          ['agra-tajganj-board-press.pdf', 'application/pdf'],
          ['agra-tajganj-board-phone.jpg', 'image/jpeg'],
        ]);
        expect(Buffer.compare(rows[0].content, pdf)).toBe(0);
        expect((await sharp(rows[1].content).metadata()).width).toBe(1440);
      }
      const [toZone] = written.filter(({ recipient }) => recipient === zone.email);
      expect(toZone?.subject).toContain('आगरा जोन');
    } finally {
      rmSync(manifest);
      await database.pool.query(
        `UPDATE person SET deactivated_at = now() WHERE role IN ('zone', 'range')`,
      );
    }
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

  test('invitations of a list go by mail, each to its address; a dead link among them keeps all back', async () => {
    const rows = ['mathura', 'mainpuri'].map((area) => ({
      email: `pro@${area}.example`,
      role: 'district',
      area,
    }));
    const { made } = (await hq.post('/api/people/invitations/many', { rows })).json();
    const links = made.map(({ link }: { link: string }) => link);
    const mailAll = (sent: readonly string[]) =>
      hq.post('/api/mail/invitations', { links: sent, language: 'hi' });
    const dead = 'http://127.0.0.1/console/invitation/#dead';
    expect((await mailAll([...links, dead])).json()).toMatchObject({ error: 'link-void' });
    expect(await letters()).toEqual([]);
    expect((await mailAll(links)).json()).toEqual({ queued: 2 });
    const [letter, ...others] = await letters();
    expect(letter).toMatchObject({ kind: 'invitation', recipient: 'pro@mathura.example' });
    expect(others).toMatchObject([{ kind: 'invitation', recipient: 'pro@mainpuri.example' }]);
    const shown = await hq.get(`/api/mail/letters/${letter?.id}/view`);
    expect(shown.body).toContain('https://link.invalid/one-time');
    expect(shown.body).not.toContain('/console/invitation/#');
    // Who was invited and has no account yet gets the kit as well.
    expect((await hq.get('/api/mailings/kit')).json()).toMatchObject({ letters: 3 });
  });

  test('one invitation goes by mail too when it is asked for, the same link once, a new one again', async () => {
    const invited = { email: 'pro@etah.example', role: 'district', area: 'etah' };
    const { link } = (await hq.post('/api/people/invitations', invited)).json();
    expect(await letters()).toEqual([]);
    const mailIt = (officer: Officer, url: string) =>
      officer.post('/api/mail/invitations', { links: [url], language: 'hi' });
    expect((await mailIt(district, link)).statusCode).toBe(403);
    const sent = [await mailIt(hq, link), await mailIt(hq, link)];
    expect(sent.map((answer) => answer.json())).toEqual([{ queued: 1 }, { queued: 0 }]);
    const [letter] = await letters();
    expect(letter).toMatchObject({ kind: 'invitation', recipient: invited.email });
    expect(letter?.text).not.toContain('#');
    const [open] = (await hq.get('/api/people/invitations')).json();
    const renewed = (await hq.post(`/api/people/invitations/${open.id}/renew`, {})).json();
    // The old link is dead.
    expect((await mailIt(hq, link)).json()).toMatchObject({ error: 'link-void' });
    expect((await mailIt(hq, renewed.link)).json()).toEqual({ queued: 1 });
    expect(await listRecipients()).toEqual([invited.email, invited.email]);
    const told = await readAudit(database.pool, { subject: `invitation/${invited.email}` }, 20);
    expect(told.filter(({ action }) => action === 'person.mail-invitation')).toHaveLength(2);
  });
});

describe('digests', () => {
  const digest = (at: string) => write(at, { reminded: false });
  /** With what offices owe by the register. */
  const reminders = (at: string) => write(at, { reminded: true });
  async function write(at: string, { reminded }: { reminded: boolean }) {
    const source = { pool: database.pool, campaign, directory };
    const progress = () => loadProgress(source, { today: at.slice(0, 10), now: new Date() });
    const { register } = campaign;
    if (register === undefined) throw new Error('Expected a register');
    const live = { current: async () => ({ file: await progress() }) as never };
    const sources = { database, campaign, directory, live, data: register };
    return writeDigests(
      {
        pool: database.pool,
        mail: own().mail,
        campaign,
        districts: directory.districts,
        publicUrl: service.publicUrl,
        progress,
        owed: async (after) => (reminded ? owedByOffice(sources, after) : new Map()),
        notes: {
          open: async (month, format) =>
            month === '2019-04'
              ? {
                  name: `review-${month}.${format}`,
                  bytes: 4,
                  etag: '"e"',
                  changedAt: new Date(),
                  content: Readable.from([Buffer.from('note')]),
                }
              : undefined,
        },
      },
      new Date(`${at}:00+05:30`),
    );
  }

  test('the week’s figures go to HQ on Monday at eight, once over all processes', async () => {
    expect(await digest('2019-04-15T07:59')).toBe(0);
    const written = await Promise.all([1, 2, 3].map(() => digest('2019-04-15T08:00')));
    expect(written.toSorted()).toEqual([0, 0, 1]);
    expect(await digest('2019-04-16T12:00')).toBe(0);
    const [letter] = await letters();
    expect(letter).toMatchObject({ kind: 'weekly', recipient: hq.email });
    expect(letter?.text).toMatch(/डाउनलोड: ज्ञात नहीं/);
  });

  test('the letter of the week shows the end of the audit log as text and as a code that a reader decodes', async () => {
    const [first] = (
      await database.pool.query<{ id: string; hash: string; at: Date }>(
        'SELECT id, hash, at FROM audit_entry ORDER BY id LIMIT 1',
      )
    ).rows;
    // As long ago as the letter's week.
    const setTime = async (at: unknown) => {
      await database.pool.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
      await database.pool.query('UPDATE audit_entry SET at = $2 WHERE id = $1', [first?.id, at]);
      await database.pool.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    };
    await setTime('2019-04-10T06:00Z');
    onTestFinished(() => setTime(first?.at));
    expect(await digest('2019-04-15T08:00')).toBe(1);
    const { rows } = await database.pool.query<{ text: string; html: string; content: Buffer }>(
      `SELECT l.body_text AS text, l.body_html AS html, a.content
       FROM letter l JOIN letter_attachment a ON a.letter_id = l.id WHERE a.name = 'audit-head.png'`,
    );
    const [letter] = rows;
    const head = `${first?.id}:${first?.hash}`;
    expect(letter?.text).toContain(head);
    expect(letter?.html).toContain('<img src="cid:audit-head.png"');
    const { data, info } = await sharp(letter?.content).ensureAlpha().raw().toBuffer({
      resolveWithObject: true,
    });
    const { width, height } = info;
    expect(await readCodes({ width, height, rgba: data })).toEqual([head]);
    const [{ id = 0 } = {}] = await letters();
    const sent = await findLetter(database.pool, id);
    if (sent === undefined || letter === undefined) throw new Error('Expected a letter');
    const attachments = [
      { name: 'audit-head.png', contentType: 'image/png', content: letter.content },
    ];
    const { message } = await compose(
      { ...sent, recipient: hq.email, link: undefined, attachments },
      { from, dkim: undefined },
    );
    expect(message.toString()).toMatch(/Content-I[dD]: <audit-head\.png>/);
    expect(message.toString()).toContain('Content-Disposition: inline');
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

  test('an office is reminded seven days before something is due, on its day and weekly while it is late, once a day over all processes', async () => {
    expect(await reminders('2019-05-29T07:59')).toBe(0);
    const written = await Promise.all([1, 2, 3].map(() => reminders('2019-05-29T08:00')));
    expect(written.toSorted()).toEqual([0, 0, 1]);
    const [letter] = await letters();
    expect(letter).toMatchObject({ kind: 'directions', recipient: district.email });
    expect(letter?.text).toContain('जनपद आगरा');
    expect(letter?.text).toMatch(/सात दिन में देय:\n\n- .*, मई 2019: 5 जून 2019 तक/);
    expect(letter?.text).toMatch(/विलंबित:\n\n- .* दिन विलंब/);
    expect(await reminders('2019-05-30T12:00')).toBe(0);
    // The 31st, which was missed, is made up for; headquarters has its own day.
    expect(await reminders('2019-06-04T08:00')).toBe(2);
    await hq.put('/api/me/mail', { language: 'hi', unwanted: ['directions'] });
    await district.put('/api/me/mail', { language: 'en', unwanted: [] });
    expect(await reminders('2019-06-05T08:00')).toBe(1);
    const last = (await letters()).at(-1);
    expect(last).toMatchObject({ recipient: district.email });
    expect(last?.subject).toMatch(
      /^Compliance with directions: \d+ due within seven days, \d+ late$/,
    );
    await district.put('/api/me/mail', { language: 'hi', unwanted: [] });
    expect(await reminders('2019-06-06T08:00')).toBe(0);
  });

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
    await expectAnswer(
      service.app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      }),
      200,
    );
    expect(await wants()).toBe(false);
    await database.pool.query('DELETE FROM mailing; DELETE FROM letter');
    expect(await digest('2019-04-15T08:00')).toBe(0);
    await expectAnswer(service.app.inject({ method: 'POST', url: `${url}x` }), 404);
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
    const list = (await admin.get('/api/mail/letters?state=bounced&q=police.example')).json();
    expect(list).toMatchObject({ outbox: true, counts: { bounced: 1, sent: 0 }, found: 1 });
    expect(list.letters[0]).toMatchObject({ recipient: district.email, district: 'agra' });
    expect((await admin.get('/api/mail/letters?q=%25')).json()).toMatchObject({ found: 0 });
    expect((await admin.get('/api/mail/letters?state=sent')).json()).toMatchObject({ found: 0 });
  });

  test('a bounced letter is resent to the corrected address; no address is in the audit log', async () => {
    const id = await letterIn('bounced');
    const resend = (body: object) => admin.post(`/api/mail/letters/${id}/resend`, body);
    expect((await resend({ email: 'a@b.example\nBcc: x' })).statusCode).toBe(400);
    const answer = await resend({ email: 'right@agra.example' });
    expect(answer.json()).toMatchObject({ state: 'queued', recipient: 'right@agra.example' });
    const [entry] = await readAudit(database.pool, { subject: `letter/${id}` }, 1);
    expect(entry?.after).toContain('r…@agra.example');
    expect((await resend({})).statusCode).toBe(409);
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
      ['directions', true],
      ['weekly', true],
      ['monthly', false],
    ]);
  });
});
