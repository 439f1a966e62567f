import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addDays } from '../../../../campaigns/tracker/clock.ts';
import { attachmentPath } from '../../../../messaging/field/activities/attachments-sql.ts';
import { photoPath } from '../../../../messaging/field/activities/photo-upload.ts';
import { updateCutting } from '../../../../messaging/field/press-notes/press-notes-sql.ts';
import {
  type RetentionStep,
  runRetention,
} from '../../../../messaging/front/retention/retention-run.ts';
import { applyCommand } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { readFigures } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { deleteNumber } from '../../../../messaging/phone/numbers/look-up-sql.ts';
import { beginLinkRequest } from '../../../../messaging/phone/voice/link-requests-sql.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import type { FileRoom, FileStore } from '../../../../messaging/platform/files/file-store.ts';
import { openFolderFiles } from '../../../../messaging/platform/files/folder-files-fs.ts';
import { paperPath } from '../../../../messaging/register/directions/paper-retention-sql.ts';
import { listSteps } from '../../../../messaging/register/directions/steps-sql.ts';
import { openFolder } from '../../../folders.ts';
import { createTestConsole } from '../../fixtures/console.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import {
  approvedBlast,
  firstNumber,
  insertAudience,
  makeDraft,
} from '../../phone/blasts/blast-fixture.ts';

const today = '2019-06-10';
const insertUpload = (since: string) =>
  `INSERT INTO do_not_disturb_upload VALUES (rpad(lpad(
     to_hex((extract(epoch FROM ${since}) * 1000)::bigint), 12, '0'), 32, '0')::uuid, 1)`;
const insertPart = (at: string) =>
  `INSERT INTO message_part (gateway, part_id, status, at) VALUES ('emulator', ${at}, 'accepted', ${at})`;
const insertLinkRequest = (at: string) =>
  `INSERT INTO link_request (msisdn, day, source, paise, at)
   VALUES (extract(epoch FROM ${at}), '2019-05-04', 'key', 15, ${at})`;
const insertInvitation = (at: string) =>
  `INSERT INTO invitation (token_hash, role, email, expires_at)
   VALUES (${at}, 'hq', 'step@police.example', ${at})`;
const insertLetter = (at: string) =>
  `INSERT INTO letter (key, kind, recipient, language, subject, body_text, body_html, message_id, settled_at)
   VALUES (${at}, 'kit', 'pro@agra.example', 'hi', 's', 't', 'h', ${at}, ${at})`;
const insertPressDraft = (at: string) =>
  `INSERT INTO press_note (district, kind, fields, title, makers, made_by, changed_at)
   VALUES ('agra', 'appeal', '{}', 't', '{}', 'officer', ${at})`;
const insertNameReport = (at: string) =>
  `INSERT INTO name_report (district, station, shown, suggested, state, decided_at)
   VALUES ('agra', 'baah', 'बाह', 'बाह कस्बा', 'done', ${at})`;

describe('what is over', async () => {
  const database = await openPostgres();
  const photoDir = openFolder('photos-');
  const photoFiles = openFolderFiles(photoDir);
  const query = async (text: string, values: unknown[] = []) =>
    (await database.pool.query(text, values)).rows;

  async function run(
    day = today,
    files: { room(name: FileRoom): FileStore } = { room: () => photoFiles },
    onTrouble = (_what: RetentionStep, error: unknown): void => {
      throw error;
    },
  ): Promise<Partial<Record<RetentionStep, number>>> {
    const deleted: Partial<Record<RetentionStep, number>> = {};
    await runRetention({
      pool: database.pool,
      files,
      isFirstOfDay: true,
      campaignEndsOn: '2019-04-30',
      today: day,
      onDeleted(what, count) {
        deleted[what] = count;
      },
      onTrouble,
    });
    return deleted;
  }

  /** A blast whose list's retention ended yesterday, with two recipients as given. */
  async function insertBlast(state: { blast: string; endedDaysAgo: number; recipients: string }) {
    const list = await insertAudience(database.pool, 2);
    const blast = await approvedBlast(database.pool, makeDraft(list));
    await planRecipients(database.pool, blast, {});
    await applyCommand(database.pool, blast.id, { kind: 'start' }, { actor: 'service' });
    await query('UPDATE blast_recipient SET status = $2::recipient_status WHERE blast_id = $1', [
      blast.id,
      state.recipients,
    ]);
    await query(
      `UPDATE blast SET status = $2, ended_at = now() - $3::int * interval '1 day' WHERE id = $1`,
      [blast.id, state.blast, state.endedDaysAgo],
    );
    await query(`UPDATE audience SET retain_until = '2019-06-09' WHERE id = $1`, [list]);
    return blast.id;
  }
  const countNumbers = async (id: number) =>
    (await query('SELECT msisdn FROM blast_recipient WHERE blast_id = $1', [id])).filter(
      ({ msisdn }) => msisdn !== null,
    ).length;

  it('the ledger of an ended blast loses its numbers with its list, and keeps its counts', async () => {
    const state = { blast: 'finished', endedDaysAgo: 4, recipients: 'delivered' };
    const ended = await insertBlast(state);
    const before = await readFigures(database.pool, ended);
    // On the day that its drafter named it is still kept.
    expect(await run('2019-06-09')).toEqual({});
    expect(await run()).toMatchObject({ 'list-members': 2, 'ledger-numbers': 2 });
    expect(await countNumbers(ended)).toBe(0);
    expect(await readFigures(database.pool, ended)).toEqual(before);
    expect(await run()).toEqual({});
  });

  it('a part that cannot be deleted is told, and holds up none of the others', async () => {
    await query(insertNameReport("now() - interval '91 days'"));
    const failed: RetentionStep[] = [];
    const away = () => {
      throw new Error('the store of pictures is away');
    };
    const deleted = await run(today, { room: away }, (what) => void failed.push(what));
    expect(failed).toEqual(
      expect.arrayContaining(['photos', 'attachments', 'cuttings', 'direction-papers']),
    );
    expect(deleted).toEqual({ 'name-reports': 1 });
  });

  it.each([
    { label: 'still runs', blast: 'running', endedDaysAgo: 9, recipients: 'accepted' },
    { label: 'is paused', blast: 'paused', endedDaysAgo: 9, recipients: 'planned' },
    { label: 'waits for receipts', blast: 'finished', endedDaysAgo: 2, recipients: 'accepted' },
    { label: 'has unknown ones', blast: 'stopped', endedDaysAgo: 9, recipients: 'unknown' },
  ])('the ledger of a blast that $label keeps its numbers until it ends', async (state) => {
    const id = await insertBlast(state);
    await run();
    expect(await countNumbers(id)).toBe(2);
    await query(
      `UPDATE blast SET status = 'finished', ended_at = now() - interval '4 days' WHERE id = $1`,
      [id],
    );
    await query(`UPDATE blast_recipient SET status = 'undelivered' WHERE blast_id = $1`, [id]);
    await run();
    expect(await countNumbers(id)).toBe(0);
  });

  it('the ledger does not keep numbers for ever for an unknown one on which nobody decides', async () => {
    const id = await insertBlast({ blast: 'stopped', endedDaysAgo: 31, recipients: 'unknown' });
    await run();
    expect(await countNumbers(id)).toBe(0);
    expect((await readFigures(database.pool, id)).all).toMatchObject({
      unknown: 0,
      undelivered: 2,
    });
  });

  const reject = (list: number) =>
    query(
      `INSERT INTO audience_reject (audience_id, row_number, reason, value) VALUES ($1, 2, 'malformed', '50000')`,
      [list],
    );

  it('rejects go thirty days after their upload, also where the list stays', async () => {
    const list = await insertAudience(database.pool, 1);
    await reject(list);
    expect(await run()).toEqual({});
    await query(`UPDATE audience SET created_at = now() - interval '31 days' WHERE id = $1`, [
      list,
    ]);
    expect(await run()).toEqual({ 'list-rejects': 1 });
    expect(await query('SELECT FROM audience_member WHERE audience_id = $1', [list])).toHaveLength(
      1,
    );
  });

  it('what an upload left whose process is silent goes within the hour', async () => {
    const list = await insertAudience(database.pool, 0);
    await query(`UPDATE audience SET ready_at = NULL WHERE id = $1`, [list]);
    await query(
      'INSERT INTO audience_upload (audience_id, row_number, msisdn) VALUES ($1, 1, $2)',
      [list, firstNumber],
    );
    expect(await run()).toEqual({});
    await query(
      `UPDATE audience SET upload_seen_at = now() - interval '20 minutes' WHERE id = $1`,
      [list],
    );
    expect(await run()).toEqual({ 'unfinished-uploads': 1 });
    expect(await query('SELECT FROM audience WHERE id = $1', [list])).toEqual([]);
  });

  it('a request for the link loses its number after thirty days and stays as a count', async () => {
    const number = `+${firstNumber + 7}`;
    const request = { number, day: '2019-05-01', source: 'key', blastId: null } as const;
    const price = { paise: 15, monthlyBudgetPaise: 500_000 };
    expect(await beginLinkRequest(database.pool, request, price)).toBeNull();
    expect(await beginLinkRequest(database.pool, request, price)).toBe('again');
    expect(await run()).toEqual({});
    await query(`UPDATE link_request SET at = now() - interval '31 days'`);
    expect(await run()).toEqual({ 'link-request-numbers': 1 });
    expect(await query('SELECT msisdn, source FROM link_request')).toEqual([
      { msisdn: null, source: 'key' },
    ]);
  });

  it('the address of an invitation goes a month after it was used or ran out', async () => {
    await query(
      `INSERT INTO invitation (token_hash, role, email, expires_at, used_at) VALUES
         ('used', 'hq', 'a@police.example', now() + interval '1 day', now() - interval '31 days'),
         ('over', 'hq', 'b@police.example', now() - interval '31 days', NULL),
         ('open', 'hq', 'c@police.example', now() + interval '1 day', NULL),
         ('late', 'hq', 'd@police.example', now() - interval '29 days', NULL)`,
    );
    expect(await run()).toEqual({ 'invitation-addresses': 2 });
    expect(await query('SELECT email FROM invitation WHERE email IS NOT NULL ORDER BY 1')).toEqual([
      { email: 'c@police.example' },
      { email: 'd@police.example' },
    ]);
  });

  it('a number that is deleted while its answer is lost ends its row, now or when the answer fails to come', async () => {
    const id = await insertBlast({ blast: 'running', endedDaysAgo: 0, recipients: 'unknown' });
    const first = firstNumber + 1;
    const second = firstNumber + 2;
    await deleteNumber(database.pool, `+${first}`, false);
    await query(
      `UPDATE blast_recipient SET status = 'submitting' WHERE blast_id = $1 AND msisdn = $2`,
      [id, second],
    );
    await deleteNumber(database.pool, `+${second}`, false);
    await query(
      `UPDATE blast_recipient SET status = 'unknown' WHERE blast_id = $1 AND status = 'submitting'`,
      [id],
    );
    expect(await run()).toEqual({ 'ended-unknown': 1 });
    expect(
      await query('SELECT msisdn, status, error_code FROM blast_recipient WHERE blast_id = $1', [
        id,
      ]),
    ).toEqual([
      { msisdn: null, status: 'undelivered', error_code: 'deleted' },
      { msisdn: null, status: 'undelivered', error_code: 'deleted' },
    ]);
  });

  async function storePhoto(sha256: string, uploaded: string): Promise<void> {
    await photoFiles.put(photoPath(sha256), Buffer.from('jpeg'));
    await query(
      `INSERT INTO activity_photo (sha256, source_sha256, district, station, width, height, bytes, lon, lat, codes,
         hash, core_hash, thumb, uploaded_by, uploaded_at)
       VALUES ($1, $1, 'agra', 'station', 1, 1, 4, 78, 27, '{}', $2, $2, '\\x00', 'officer', ${uploaded})`,
      [sha256, Buffer.alloc(32)],
    );
  }
  async function storeBoard(
    station: string,
    photo: string,
    { status, changed }: { status: string; changed: string },
  ): Promise<void> {
    await query(
      `WITH made AS (
         INSERT INTO activity (kind, district, station, day, status, restores_to, photo, entered_by)
         VALUES ('board', 'agra', $1, '2019-04-10', $2, CASE WHEN $2 = 'withdrawn' THEN 'verified' END, $3, 'officer')
         RETURNING id
       ) INSERT INTO activity_version (activity_id, version, action, state, changed_by, changed_at)
         SELECT id, 1, 'enter', '{}', 'officer', ${changed} FROM made`,
      [station, status, photo],
    );
  }
  const sha = (digit: string) => digit.repeat(64);
  const hasFile = (digit: string) => existsSync(join(photoDir, photoPath(sha(digit))));

  it('refused, withdrawn and unused pictures go after 90 days with file and place; others stay', async () => {
    const long = "now() - interval '91 days'";
    for (const digit of ['1', '2', '3', '4', '5']) await storePhoto(sha(digit), long);
    await storeBoard('refused', sha('1'), { status: 'rejected', changed: long });
    await storeBoard('withdrawn', sha('2'), { status: 'withdrawn', changed: long });
    await storeBoard('just withdrawn', sha('3'), { status: 'withdrawn', changed: 'now()' });
    await storeBoard('verified', sha('4'), { status: 'verified', changed: long });
    expect(await run()).toEqual({ photos: 3 });
    expect(['1', '2', '3', '4', '5'].map(hasFile)).toEqual([false, false, true, true, false]);
    expect(await query('SELECT sha256 FROM activity_photo ORDER BY 1')).toEqual([
      { sha256: sha('3') },
      { sha256: sha('4') },
    ]);
    // Restored, it is no longer proved.
    expect(await query(`SELECT restores_to FROM activity WHERE station = 'withdrawn'`)).toEqual([
      { restores_to: 'entered' },
    ]);
  });

  it('papers go as pictures do: refused and replaced ones after 90 days, all a year after the campaign', async () => {
    const long = "now() - interval '91 days'";
    async function storePaper(digit: string, status: string, details: object) {
      const [{ id }] = await query(
        `INSERT INTO activity (kind, district, day, status, details, entered_by, entered_at)
         VALUES ('film', 'agra', '2019-04-10', $1, $2, 'officer', ${long}) RETURNING id::int AS id`,
        [status, JSON.stringify(details)],
      );
      const paper = { activity: id, field: 'certificate', sha256: sha(digit) };
      await photoFiles.put(attachmentPath(paper), Buffer.from('jpeg'));
      await query(
        `INSERT INTO activity_attachment (activity_id, field, sha256, bytes, uploaded_by, uploaded_at)
         VALUES ($1, 'certificate', $2, 4, 'officer', ${long})`,
        [id, sha(digit)],
      );
      return paper;
    }
    const papers = [
      await storePaper('a', 'approved', { town: 'Agra', certificate: sha('a') }),
      await storePaper('b', 'rejected', { town: 'Agra', certificate: sha('b') }),
      await storePaper('c', 'approved', { town: 'Agra', certificate: sha('d') }),
    ];
    const kept = () => papers.map((paper) => existsSync(join(photoDir, attachmentPath(paper))));
    expect(await run()).toEqual({ attachments: 2 });
    expect(kept()).toEqual([true, false, false]);
    // 00:30 on the 12th in India.
    await query(`UPDATE activity_attachment SET uploaded_at = '2020-04-11T19:00:00Z'`);
    expect(await run('2021-04-12')).toEqual({});
    expect(await run('2021-04-13')).toEqual({ attachments: 1 });
    expect(kept()).toEqual([false, false, false]);
    expect(await query(`SELECT details FROM activity WHERE kind = 'film' ORDER BY id`)).toEqual([
      { details: { town: 'Agra' } },
      { details: { town: 'Agra' } },
      { details: { town: 'Agra', certificate: sha('d') } },
    ]);
  });

  it('papers of the register go three years after their upload, at once with what they belonged to, and after 90 days when they were taken off', async () => {
    // 00:30 in India, some days ago.
    const at = (days: string) =>
      `($3::date - ${days}::int + time '00:30') AT TIME ZONE 'Asia/Kolkata'`;
    async function keep(period: string, digit: string, { age = 0, off = -1, sent = false }) {
      const [{ id: occurrence }] = await query(
        `INSERT INTO direction_occurrence (obligation, office, period, status)
         VALUES ('2B', 'zone:agra', $1, 'in-progress') RETURNING id`,
        [period],
      );
      const [{ id }] = await query(
        `INSERT INTO direction_file (occurrence_id, sha256, name, type, bytes, uploaded_by, uploaded_at, removed_at)
         VALUES ($1, $2, 'p.pdf', 'application/pdf', 4, 'officer', ${at('$4')},
           CASE WHEN $5::int >= 0 THEN ${at('$5')} END) RETURNING id`,
        [occurrence, sha(digit), today, age, off],
      );
      if (sent)
        await query(
          `INSERT INTO direction_step (occurrence_id, action, files, by_name, by_role, day)
           VALUES ($1, 'submit', $2, 'officer', 'zone', $3)`,
          [occurrence, JSON.stringify([{ id, name: 'p.pdf' }]), today],
        );
      await photoFiles.put(paperPath(occurrence, sha(digit)), Buffer.from('%PDF'));
      return { occurrence, path: join(photoDir, paperPath(occurrence, sha(digit))) };
    }
    const papers = [
      await keep('2019-03', 'a', { age: 1096, sent: true }),
      await keep('2016-03', 'b', { age: 1097, sent: true }),
      await keep('2019-04', 'c', { age: 100, off: 91 }),
      await keep('2019-05', 'd', { age: 100, off: 91, sent: true }),
      await keep('gone', 'e', {}),
      await keep('2019-06', 'f', { age: 100, off: 90 }),
    ];
    await query("DELETE FROM direction_occurrence WHERE period = 'gone'");
    expect(await run()).toEqual({ 'direction-papers': 3 });
    expect(papers.map(({ path }) => existsSync(path))).toEqual([
      ...[true, false, false, true, false, true],
    ]);
    // The history names what is gone.
    const steps = await listSteps(database.pool, papers[1]?.occurrence ?? 0);
    expect(steps[0]?.files).toMatchObject([{ name: 'p.pdf', kept: false }]);
    await query("DELETE FROM direction_occurrence WHERE office = 'zone:agra'");
    expect(await run()).toEqual({ 'direction-papers': 3 });
    expect(papers.some(({ path }) => existsSync(path))).toBe(false);
  });

  it('cuttings of press notes go as papers do, one that two appearances have with the last of them, all with the note', async () => {
    const long = "now() - interval '91 days'";
    const [{ id: note }] = await query(
      `INSERT INTO press_note (district, kind, fields, title, makers, made_by)
       VALUES ('agra', 'appeal', '{}', 'title', '{officer}', 'officer') RETURNING id`,
    );
    async function appear(paper: string, digit: string, status = 'approved') {
      const [{ id: activity }] = await query(
        `INSERT INTO activity (kind, district, day, status, entered_by, entered_at)
         VALUES ('newspaper', 'agra', '2019-04-10', $1, 'officer', ${long}) RETURNING id`,
        [status],
      );
      const [{ id }] = await query(
        `INSERT INTO press_note_appearance (note_id, activity_id, paper, day, recorded_by)
         VALUES ($1, $2, $3, '2019-04-10', 'officer') RETURNING id`,
        [note, activity, paper],
      );
      await handIn(id, digit);
      return id as number;
    }
    async function handIn(id: number, digit: string) {
      await photoFiles.put(photoPath(sha(digit)), Buffer.from('jpeg'));
      await updateCutting(database.pool, id, { sha256: sha(digit), by: 'officer' });
      await query(`UPDATE press_note_cutting SET uploaded_at = ${long} WHERE appearance_id = $1`, [
        id,
      ]);
    }
    await appear('kept', 'a');
    await appear('withdrawn', 'a', 'withdrawn');
    await appear('also withdrawn', 'b', 'withdrawn');
    await handIn(await appear('replaced', 'c'), 'd');
    const kept = () => ['a', 'b', 'c', 'd'].map(hasFile);
    expect(await run()).toEqual({ cuttings: 3 });
    expect(kept()).toEqual([true, false, false, true]);
    const cuttings = 'SELECT paper, cutting FROM press_note_appearance ORDER BY id';
    expect(await query(cuttings)).toEqual([
      { paper: 'kept', cutting: sha('a') },
      { paper: 'withdrawn', cutting: null },
      { paper: 'also withdrawn', cutting: null },
      { paper: 'replaced', cutting: sha('d') },
    ]);
    await query(`DELETE FROM press_note_appearance WHERE paper = 'replaced'`);
    expect(await run()).toEqual({ cuttings: 1 });
    expect(kept()).toEqual([true, false, false, false]);
    // 00:30 on the 12th in India, after the campaign: a year of its own.
    await query(`UPDATE press_note_cutting SET uploaded_at = '2020-04-11T19:00:00Z'`);
    expect(await run('2021-04-12')).toEqual({});
    expect(await run('2021-04-13')).toEqual({ cuttings: 1 });
    expect(kept()).toEqual([false, false, false, false]);
    await query('DELETE FROM press_note_appearance; DELETE FROM press_note');
  });

  it('pictures that prove a board are kept for a year after the campaign, later ones for a year of their own', async () => {
    await query('DELETE FROM activity');
    await query('DELETE FROM activity_photo');
    await storePhoto(sha('6'), "'2019-04-12T06:00:00Z'");
    // 00:30 on the 12th in India.
    await storePhoto(sha('7'), "'2020-04-11T19:00:00Z'");
    await storePhoto(sha('8'), 'now()');
    for (const digit of ['6', '7', '8'])
      await storeBoard(digit, sha(digit), { status: 'verified', changed: 'now()' });
    expect(await run('2020-04-29')).toEqual({});
    expect(await run('2020-04-30')).toEqual({ photos: 1 });
    expect(['6', '7', '8'].map(hasFile)).toEqual([false, true, true]);
    expect(await run('2021-04-12')).toEqual({});
    expect(await run('2021-04-13')).toEqual({ photos: 1 });
    expect(await query(`SELECT station, status, photo FROM activity ORDER BY 1`)).toEqual([
      { station: '6', status: 'verified', photo: null },
      { station: '7', status: 'verified', photo: null },
      { station: '8', status: 'verified', photo: sha('8') },
    ]);
  });

  it('a file that no row has named for a day is deleted, in every room of files that people are known by', async () => {
    const folder = mkdtempSync(join(photoDir, 'rooms-'));
    const files = { room: (name: FileRoom) => openFolderFiles(join(folder, name)) };
    const lost = sha('a');
    const kept = sha('b');
    await storePhoto(kept, 'now()');
    const paths: [FileRoom, string][] = [
      ['photos', photoPath(lost)],
      ['photos', photoPath(kept)],
      ['attachments', attachmentPath({ activity: 7, field: 'certificate', sha256: lost })],
      ['cuttings', photoPath(lost)],
      ['directions', paperPath(7, lost)],
      ['takes', `${randomUUID()}/original.wav`],
      ['takes', 'laid-out.json'],
    ];
    for (const [room, path] of paths) await files.room(room).put(path, Buffer.from(room));
    expect(await run(today, files)).toEqual({});
    const beforeYesterday = Date.now() / 1000 - 2 * 86_400;
    for (const [room, path] of paths)
      utimesSync(join(folder, room, path), beforeYesterday, beforeYesterday);
    expect(await run(today, files)).toEqual({ 'orphaned-files': 5 });
    const left = paths.filter(([room, path]) => existsSync(join(folder, room, path)));
    expect(left).toEqual([
      ['photos', photoPath(kept)],
      ['takes', 'laid-out.json'],
    ]);
    await query('DELETE FROM activity_photo WHERE sha256 = $1', [kept]);
  });

  /** Rows of which the time began at a moment, given as SQL, and how many of them each makes. */
  const rows: [
    RetentionStep,
    days: number,
    insert: (since: string) => Promise<unknown>,
    each?: 2,
  ][] = [
    ['list-rejects', 30, storeReject],
    ['unfinished-uploads', 1, (since) => query(insertUpload(since))],
    ['receipt-file-rows', 1, (since) => storeReceipts('reading', since)],
    ['receipt-file-rows', 30, (since) => storeReceipts('read', since)],
    ['ledger-numbers', 3, storeEndedBlast, 2],
    ['message-parts', 3, (since) => query(insertPart(since))],
    ['link-request-numbers', 30, (since) => query(insertLinkRequest(since))],
    ['invitation-addresses', 30, (since) => query(insertInvitation(since))],
    ['letters', 180, (since) => query(insertLetter(since))],
    ['press-drafts', 90, (since) => query(insertPressDraft(since))],
    [
      'held-words',
      90,
      (since) =>
        query(`INSERT INTO held_act (kind, subject, input, effect, reason, maker, made_by, made_at, state, decided_at)
          VALUES ('x', 'x/' || ${since}, '{}', '{"changes":[],"findings":[{"code":"x"}]}', 'r', '{}', 'm', now(), 'refused', ${since})`),
    ],
    [
      'board-specimens',
      365,
      (since) =>
        query(`INSERT INTO board_specimen (district, station, likeness, kept_by, kept_at, picture)
          VALUES ('agra', 'baah', 'own', 'x', ${since}, '\\x00')`),
    ],
    ['name-reports', 90, (since) => query(insertNameReport(since))],
    ['photos', 90, storeRefused],
  ];
  async function storeReject(since: string): Promise<void> {
    const list = await insertAudience(database.pool, 1);
    await query(`UPDATE audience SET created_at = ${since} WHERE id = $1`, [list]);
    await reject(list);
  }
  async function storeEndedBlast(since: string): Promise<void> {
    const state = { blast: 'finished', endedDaysAgo: 0, recipients: 'accepted' };
    const id = await insertBlast(state);
    await query(`UPDATE blast SET ended_at = ${since} WHERE id = $1`, [id]);
  }
  async function storeRefused(since: string): Promise<void> {
    const own = sha(since.includes('+') ? '8' : '9');
    await storePhoto(own, "now() - interval '200 days'");
    await storeBoard(`refused ${own}`, own, { status: 'rejected', changed: since });
  }
  async function storeReceipts(state: string, since: string): Promise<void> {
    const { id } = await approvedBlast(
      database.pool,
      makeDraft(await insertAudience(database.pool, 1)),
    );
    await query(
      `INSERT INTO receipt_file (blast_id, file_name, uploaded_by, uploaded_at, state) VALUES ($1, 'f', 'o', ${since}, $2)`,
      [id, state],
    );
  }

  it.each(rows)('of %s goes what is older than %i days, and no minute before', async (...row) => {
    const [what, days, insert, each = 1] = row;
    await query('DELETE FROM activity');
    await query('DELETE FROM activity_photo');
    // Ten minutes, so that a slow machine does not make it old.
    await insert(`now() - interval '${days} days' + interval '10 minutes'`);
    await insert(`now() - interval '${days} days' - interval '1 minute'`);
    expect((await run())[what]).toBe(each);
  });

  it('hashes of installs are kept for 91 days of the campaign’s own calendar', async () => {
    const taken = [91, 92, 400].map((days) => addDays(today, -days));
    for (const day of taken)
      await query('INSERT INTO install_seen (hash, taken_on) VALUES ($1, $2)', [
        createHash('sha256').update(day).digest('hex'),
        day,
      ]);
    expect(await run()).toEqual({ 'install-hashes': 2 });
    expect(await query('SELECT taken_on::text FROM install_seen')).toEqual([
      { taken_on: taken[0] },
    ]);
  });

  it('the running service deletes by itself, and its figures say how much', async () => {
    await query(
      `INSERT INTO link_request (msisdn, day, source, paise, at) VALUES ($1, '2019-05-03', 'key', 15, now() - interval '40 days')`,
      [firstNumber],
    );
    const service = await createTestConsole(database);
    onTestFinished(() => service.close());
    const figures = async () => (await service.browser().get('/metrics')).body;
    await expect.poll(figures).toMatch(/retention_last_run_seconds \d{10}/);
    const body = await figures();
    expect(body).toContain('retention_deleted_total{what="link-request-numbers"} 1');
    expect(body).toContain('retention_deleted_total{what="photos"} 0');
  });

  it('the audit log has one entry for each day on which something was deleted', async () => {
    await run('2030-01-01');
    await query('DELETE FROM retention_tally');
    const past = (await readAudit(database.pool, {}, 500)).length;
    for (const part of ['one', 'two']) {
      await query(
        `INSERT INTO link_request (msisdn, day, source, paise, at) VALUES ($1, '2019-05-02', 'key', 15, now() - interval '40 days')`,
        [firstNumber + part.length],
      );
      await run('2030-02-01');
      await query(`UPDATE link_request SET msisdn = NULL`);
    }
    expect(await readAudit(database.pool, {}, 500)).toHaveLength(past);
    await run('2030-02-02');
    await run('2030-02-03');
    const entries = await readAudit(database.pool, { subject: 'retention/2030-02-01' }, 10);
    expect(entries.map(({ action, after }) => [action, JSON.parse(after ?? '')])).toEqual([
      ['retention.delete', { 'link-request-numbers': 2 }],
    ]);
    expect(await readAudit(database.pool, {}, 500)).toHaveLength(past + 1);
  });
});
