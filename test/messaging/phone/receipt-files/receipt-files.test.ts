import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { applyCommand, findBlast } from '../../../../messaging/phone/blasts/blasts-sql.ts';
import {
  recordDeliveryUpdates,
  recordOutcomes,
} from '../../../../messaging/phone/ledger/ledger-sql.ts';
import {
  applyReceiptFile,
  beginReceiptFile,
} from '../../../../messaging/phone/receipt-files/apply-sql.ts';
import { deleteOldReceiptRows } from '../../../../messaging/phone/receipt-files/receipt-files-sql.ts';
import type { ReceiptFile } from '../../../../messaging/phone/receipt-files/routes.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { inTransaction } from '../../../../messaging/platform/database/transaction.ts';
import { xlsxFile } from '../../../../messaging/platform/documents/xlsx-file.ts';
import { strayEnglish } from '../../../stray-english.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import {
  approvedBlast,
  countLedger,
  insertList,
  makeDraft,
  makeOutcome,
  makeReceipt,
  startBlast,
  submitRecipients,
} from '../blasts/blast-fixture.ts';
import { toMultipart } from '../multipart.ts';

/** The last two digits tell numbers apart where they are masked. */
const mobile = (place: number) => `98765432${String(place).padStart(2, '0')}`;
const masked = (place: number) => `+91••••••••${String(place).padStart(2, '0')}`;
/** In a minute, as a report in Indian time gives it. */
const minute = (ahead: number) =>
  new Date(Date.now() + 330 * 60_000 + ahead * 60_000).toISOString().slice(0, 16).replace('T', ' ');

describe('delivery reports as files', async () => {
  const { service, database, pro, hq } = await openConsole({ pro: 'pro-dgp', hq: 'hq' });
  const { pool } = database;
  const soon = minute(1);

  /** Sent to so many numbers; ids are `ids` with the place, or one for all as in a bulk request. */
  async function sentBlast(
    size: number,
    { ids = 'C', bulk = false, gateway = 'cdac', beside = false } = {},
  ): Promise<number> {
    // What other tests sent to the same numbers is days old.
    if (!beside) {
      await pool.query(
        `UPDATE blast_recipient SET submitted_at = submitted_at - interval '9 days'`,
      );
    }
    const audience = await insertList(pool);
    await pool.query(
      `INSERT INTO audience_member (audience_id, msisdn, district, language, dnd)
       SELECT $1, 919876543200 + n, CASE WHEN n % 2 = 0 THEN 'agra' ELSE 'lucknow' END, 'hi', false
       FROM generate_series(1, $2::integer) AS n`,
      [audience, size],
    );
    const approved = await approvedBlast(pool, makeDraft(audience, { gateway }));
    const blast = await startBlast(pool, approved);
    const submitted = await submitRecipients(pool, blast, size);
    await recordOutcomes(
      pool,
      submitted.map(({ id, to }) =>
        makeOutcome(id, { providerId: bulk ? ids : `${ids}${Number(to.slice(-2))}` }),
      ),
    );
    await applyCommand(pool, blast.id, { kind: 'finish' }, { actor: 'service' });
    return blast.id;
  }

  const send = (id: number, content: string | Buffer, name = 'report.csv', by = pro) =>
    by.send({
      method: 'POST',
      url: `/api/blasts/${id}/receipt-files`,
      ...toMultipart(content, { name, type: 'application/octet-stream' }),
    });

  async function read(id: number, content: string | Buffer, name?: string): Promise<ReceiptFile> {
    const answer = await send(id, content, name);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }

  const reason = 'पोर्टल की रिपोर्ट (नमूना)';
  const decide = (id: number, file: number, verb: 'apply' | 'discard') =>
    pro.post(
      `/api/blasts/${id}/receipt-files/${file}/${verb}`,
      verb === 'apply' ? { reason } : undefined,
    );

  /** Why it is not applied. */
  const refusal = async (id: number, file: number) =>
    (await decide(id, file, 'apply')).json().error;

  const find = async (id: number, file: number): Promise<ReceiptFile> =>
    (await pro.get(`/api/blasts/${id}/receipt-files`))
      .json()
      .files.find((each: ReceiptFile) => each.id === file);

  /** Applied by one officer, and accepted by another where it moves a public figure. */
  async function apply(id: number, file: number): Promise<ReceiptFile> {
    const answer = await decide(id, file, 'apply');
    if (answer.statusCode === 202)
      expect((await hq.post(`/api/held-acts/${answer.json().held.id}/accept`)).statusCode).toBe(
        204,
      );
    else expect(answer.statusCode, answer.body).toBe(200);
    return find(id, file);
  }

  /** Reads and applies. */
  async function take(id: number, content: string): Promise<ReceiptFile> {
    return apply(id, (await read(id, content)).id);
  }

  const csv = (...rows: string[]) => ['Mobile No,Status,Delivery Time', ...rows, ''].join('\n');

  test('a file is read first, then applied: figures, districts and report follow', async () => {
    const id = await sentBlast(6);
    const seen = await read(
      id,
      csv(
        `${mobile(1)},DELIVRD,${soon}`,
        `+91 ${mobile(2)},Delivered,${soon}`,
        `${mobile(3)},NDNC Reject,${soon}`,
        `${mobile(4)},Submitted,${soon}`,
        `${mobile(50)},Delivered,${soon}`,
        `${mobile(5)},perhaps,${soon}`,
        `12345,Delivered,${soon}`,
        `${mobile(6)},Delivered,31-02-2026 10:00`,
        `,Delivered,${soon}`,
      ),
    );
    expect(seen).toMatchObject({
      state: 'read',
      rowsRead: 9,
      faulty: 4,
      notOurs: 1,
      recipients: 4,
      changes: 3,
      outcomes: [
        { status: 'delivered', code: null, recipients: 2 },
        { status: 'undelivered', code: 'FAILED_DND', recipients: 1 },
      ],
      faults: [
        { row: 7, fault: 'status', found: 'perhaps' },
        { row: 8, fault: 'number', found: '•••45' },
        { row: 9, fault: 'time', found: '31-02-2026 10:00' },
        { row: 10, fault: 'no-recipient', found: '' },
      ],
      changed: 0,
    });
    expect(await countLedger(pool, id)).toEqual({ accepted: 6 });

    const done = await apply(id, seen.id);
    expect(done).toMatchObject({
      state: 'applied',
      changed: 3,
      appliedBy: 'नमूना अधिकारी',
      acceptedBy: 'नमूना अधिकारी',
    });
    const detail = (await pro.get(`/api/blasts/${id}`)).json();
    expect(detail).toMatchObject({
      receiptsByFile: true,
      figures: { all: { accepted: 3, delivered: 2, undelivered: 1 } },
    });
    const inAgra = detail.byDistrict.find(
      (row: { district: string }) => row.district === 'agra',
    ).figures;
    expect(inAgra).toMatchObject({ accepted: 2, delivered: 1, undelivered: 0 });
    const report = (await pro.get(`/api/blasts/${id}/report.csv?language=en`)).body;
    expect(report).toContain('of these delivered,2,');
    expect(report).toContain('do-not-disturb register');

    const { files } = (await pro.get(`/api/blasts/${id}/receipt-files`)).json();
    expect(files).toEqual([done]);
    const entries = await readAudit(pool, { subject: `blast/${id}` }, 2);
    const told = entries.map(({ action, actorId, after }) => ({
      action,
      actorId,
      after: JSON.parse(String(after)),
    }));
    expect(told).toMatchObject([
      { action: 'blast.receipts-apply', actorId: hq.id, after: { changed: 3, notOurs: 1, reason } },
      { action: 'blast.receipts-read', actorId: pro.id, after: { changes: 3, faulty: 4 } },
    ]);
  });

  test('a file that moves a public figure waits: nobody applies an own one, and both see what it moves', async () => {
    const id = await sentBlast(3);
    const readTotals = async () => {
      const { rows } = await pool.query(
        'SELECT sum(sent)::int AS sent, sum(delivered)::int AS delivered FROM phone_day',
      );
      return rows[0];
    };
    const { sent, delivered } = await readTotals();
    const content = csv(`${mobile(1)},Delivered,${soon}`, `${mobile(2)},Failed,${soon}`);
    const { id: file } = await read(id, content);
    const url = `/api/blasts/${id}/receipt-files/${file}/apply`;
    const asked = (await pro.post(url)).json();
    expect(asked).toMatchObject({ error: 'reason-wanted' });
    const { held } = (await decide(id, file, 'apply')).json();
    expect(held.effect).toEqual(asked.effect);
    const shown = held.effect.changes.map(({ before, after }: Record<string, unknown>) => [
      before,
      after,
    ]);
    expect(shown.slice(1)).toEqual([
      [0, 2],
      [sent, sent],
      [delivered, delivered + 1],
    ]);
    expect((await decide(id, file, 'apply')).json()).toEqual({ held });
    expect((await pro.post(`/api/held-acts/${held.id}/accept`)).statusCode).toBe(409);
    expect([await readTotals(), await countLedger(pool, id)]).toEqual([
      { sent, delivered },
      { accepted: 3 },
    ]);
    const seen = (await hq.get('/api/held-acts')).json();
    expect(seen[0]).toMatchObject({ id: held.id, effect: held.effect, reason, mayDecide: true });
    expect((await hq.post(`/api/held-acts/${held.id}/accept`)).statusCode).toBe(204);
    expect(await readTotals()).toEqual({ sent, delivered: delivered + 1 });

    // Of what is refused, taken back or put away nothing waits any more.
    for (const end of ['refuse', 'withdraw', 'discard', 'age'] as const) {
      const next = await read(id, csv(`${mobile(3)},Delivered,${soon}`));
      const { held: waiting } = (await decide(id, next.id, 'apply')).json();
      if (end === 'discard') await decide(id, next.id, 'discard');
      else if (end === 'age') {
        const old = `UPDATE receipt_file SET uploaded_at = now() - interval '31 days' WHERE id = $1`;
        await pool.query(old, [next.id]);
        await deleteOldReceiptRows(pool, { unfinishedDays: 1, faultDays: 30 });
      } else
        await (end === 'refuse' ? hq : pro).post(`/api/held-acts/${waiting.id}/${end}`, { reason });
      expect((await find(id, next.id)).state, end).toBe('discarded');
      const late = await hq.post(`/api/held-acts/${waiting.id}/accept`);
      expect(late.json().error, end).toBe('decided-already');
    }
    expect(await readTotals()).toEqual({ sent, delivered: delivered + 1 });
  });

  test('a file of those whom nothing reached moves no public figure: one officer applies it', async () => {
    const id = await sentBlast(1);
    const { id: file } = await read(id, csv(`${mobile(1)},Failed,${soon}`));
    const answer = await decide(id, file, 'apply');
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { state: 'applied' }]);
  });

  test('nothing of a number stays: no file, no row, and masked in what is shown, logged and downloaded', async () => {
    const id = await sentBlast(2);
    const { id: file } = await read(
      id,
      csv(`${mobile(1)},Delivered,${soon}`, `${mobile(77)},Delivered,${soon}`, `x,${mobile(78)},`),
    );
    expect(readdirSync(join(service.dataDir, 'uploads'))).toEqual([]);
    const { rows } = await pool.query(
      'SELECT row_number, msisdn, fault, found FROM receipt_file_row WHERE file_id = $1 ORDER BY 1',
      [file],
    );
    expect(rows).toEqual([
      { row_number: 3, msisdn: null, fault: 'not-ours', found: masked(77) },
      { row_number: 4, msisdn: null, fault: 'number', found: 'x' },
    ]);
    const answer = await pro.get(`/api/blasts/${id}/receipt-files/${file}/faults.csv`);
    expect(answer.headers['content-disposition']).toContain('.csv');
    expect(answer.body).toContain('report.csv,3,');
    expect(answer.body).toContain(masked(77));
    const shown = (await pro.get(`/api/blasts/${id}/receipt-files`)).body;
    const logged = JSON.stringify(await readAudit(pool, {}, 20));
    for (const place of [1, 77, 78]) {
      for (const text of [answer.body, shown, logged]) expect(text).not.toContain(mobile(place));
    }
  });

  test('the same file twice, and an older file, change nothing', async () => {
    const id = await sentBlast(3);
    const first = csv(`${mobile(1)},Delivered,${soon}`, `${mobile(2)},Expired,${soon}`);
    expect(await take(id, first)).toMatchObject({ changed: 2 });
    const before = (await pro.get(`/api/blasts/${id}`)).json().figures;
    expect(await take(id, first)).toMatchObject({ recipients: 2, changes: 0, changed: 0 });
    const older = csv(
      `${mobile(1)},Submitted,${minute(0)}`,
      `${mobile(1)},Failed,${minute(0)}`,
      `${mobile(2)},Submitted,${minute(0)}`,
    );
    expect(await take(id, older)).toMatchObject({ recipients: 2, changes: 0, changed: 0 });
    expect((await pro.get(`/api/blasts/${id}`)).json().figures).toEqual(before);
    // A receipt by HTTP goes by the same rule, and beats what was lost.
    expect(await take(id, csv(`${mobile(2)},Delivered,${soon}`))).toMatchObject({ changed: 1 });
    expect(await countLedger(pool, id)).toEqual({ accepted: 1, delivered: 2 });
  });

  test('what was read before a receipt came is not taken over it', async () => {
    const id = await sentBlast(1);
    const { id: file, changes } = await read(id, csv(`${mobile(1)},Failed,${soon}`));
    expect(changes).toBe(1);
    const { rows } = await pool.query<{ id: string }>(
      'SELECT id FROM blast_recipient WHERE blast_id = $1',
      [id],
    );
    const receipt = makeReceipt(rows[0]?.id ?? '', { providerId: 'C1' });
    await recordDeliveryUpdates(pool, [receipt]);
    expect(await apply(id, file)).toMatchObject({ state: 'applied', changed: 0 });
    expect(await countLedger(pool, id)).toEqual({ delivered: 1 });
  });

  test('of two results for one number the final one counts, of two final ones the later', async () => {
    const id = await sentBlast(3);
    await take(
      id,
      csv(
        `${mobile(1)},Failed,${minute(1)}`,
        `${mobile(1)},Delivered,${minute(3)}`,
        `${mobile(1)},Submitted,${minute(9)}`,
        `${mobile(2)},Delivered,${minute(1)}`,
        `${mobile(2)},Failed,${minute(3)}`,
        `${mobile(3)},Expired,${minute(3)}`,
        `${mobile(3)},Rejected,${minute(1)}`,
      ),
    );
    const { rows } = await pool.query(
      'SELECT status, error_code FROM blast_recipient WHERE blast_id = $1 ORDER BY msisdn',
      [id],
    );
    expect(rows).toEqual([
      { status: 'delivered', error_code: null },
      { status: 'undelivered', error_code: 'undeliv' },
      { status: 'undelivered', error_code: 'EXPIRED' },
    ]);
  });

  test('a row belongs to the message with its id; one id for a whole request needs the number beside it', async () => {
    const single = await sentBlast(3, { ids: 'S' });
    const bulk = await sentBlast(3, { ids: 'BULK1', bulk: true, beside: true });
    const byId = (...rows: string[]) => ['संदेश आई०डी०;मोबाइल;स्थिति;समय', ...rows].join('\n');
    const both = byId(
      `S1;;वितरित;${soon}`,
      `S2;${mobile(2)};वितरित;${soon}`,
      `S9;${mobile(3)};वितरित;${soon}`,
      `BULK1;;वितरित;${soon}`,
      `BULK1;${mobile(2)};असफल;${soon}`,
    );
    expect(await take(single, both)).toMatchObject({ notOurs: 3, faulty: 0, changed: 2 });
    const seen = await read(bulk, both);
    expect(seen).toMatchObject({ notOurs: 3, faulty: 1, changes: 1 });
    expect(seen.faults).toEqual([{ row: 5, fault: 'shared-id', found: 'BULK1' }]);
    await apply(bulk, seen.id);
    expect(await countLedger(pool, bulk)).toEqual({ accepted: 2, undelivered: 1 });
    expect(await countLedger(pool, single)).toEqual({ accepted: 1, delivered: 2 });
    // A number alone may mean either message.
    const doubtful = await read(single, csv(`${mobile(3)},Delivered,${soon}`));
    expect(doubtful.faults).toEqual([{ row: 2, fault: 'shared-number', found: masked(3) }]);
  });

  test('only what was handed over gets a result, and nothing by a time before it', async () => {
    const id = await sentBlast(5);
    await pool.query(
      `UPDATE blast_recipient SET status = (CASE msisdn % 10 WHEN 1 THEN 'planned' WHEN 2 THEN 'skipped'
         WHEN 3 THEN 'failed' WHEN 4 THEN 'unknown' ELSE 'accepted' END)::recipient_status, provider_id = NULL
       WHERE blast_id = $1`,
      [id],
    );
    const rows = [1, 2, 3, 4].map((place) => `${mobile(place)},Delivered,${soon}`);
    const seen = await take(id, csv(...rows, `${mobile(5)},Delivered,${minute(-60)}`));
    expect(seen).toMatchObject({ recipients: 1, notOurs: 4, changed: 1 });
    expect(await countLedger(pool, id)).toEqual({
      planned: 1,
      skipped: 1,
      failed: 1,
      delivered: 1,
      accepted: 1,
    });
  });

  test('a break in the middle is gone on from, also by two at once, and nothing is counted twice', async () => {
    const id = await sentBlast(1);
    await pool.query(
      `INSERT INTO blast_recipient (msisdn, blast_id, place, status, segments, canary, language, provider_id, submitted_at, gateway)
       SELECT NULL, $1, 1 + n, 'accepted', 2, false, 'hi', 'L' || n, now(), (SELECT gateway FROM blast WHERE id = $1) FROM generate_series(1, 10001) AS n`,
      [id],
    );
    const lines = Array.from({ length: 10_001 }, (_, n) => `L${n + 1},DELIVRD,${soon}`);
    const { id: file } = await read(id, ['Request ID,Status,Time', ...lines].join('\n'));
    const told: { begun: boolean; changed: number }[] = [];
    const record = async (_tx: unknown, applied: { begun: boolean; changed: number }) => {
      told.push(applied);
    };
    await inTransaction(pool, (tx) =>
      beginReceiptFile(tx, file, { by: pro.id, acceptedBy: null, record }),
    );
    expect(await find(id, file)).toMatchObject({
      state: 'applying',
      changes: 10_001,
      changed: 5000,
    });
    await Promise.all([1, 2].map(() => applyReceiptFile(pool, file, { record, limitMs: 9000 })));
    expect(told).toEqual([
      { begun: true, changed: 5000 },
      { begun: false, changed: 10_001 },
    ]);
    expect(await countLedger(pool, id)).toEqual({ accepted: 1, delivered: 10_001 });
    expect((await pro.get(`/api/blasts/${id}`)).json().figures.all.delivered).toBe(10_001);
    expect(await apply(id, file)).toMatchObject({ state: 'applied', changed: 10_001 });
  });

  test('once accepted, a large file is applied to its end', async () => {
    const id = await sentBlast(1);
    await pool.query(
      `INSERT INTO blast_recipient (msisdn, blast_id, place, status, segments, canary, language, provider_id, submitted_at, gateway)
       SELECT NULL, $1, 1 + n, 'accepted', 2, false, 'hi', 'M' || n, now(), 'cdac' FROM generate_series(1, 5001) AS n`,
      [id],
    );
    const lines = Array.from({ length: 5001 }, (_, n) => `M${n + 1},DELIVRD,${soon}`);
    const { id: file } = await read(id, ['Request ID,Status,Time', ...lines].join('\n'));
    expect(await apply(id, file)).toMatchObject({ state: 'applied', changed: 5001 });
    const [entry] = await readAudit(pool, { subject: `blast/${id}` }, 1);
    expect([entry?.action, entry?.actorId]).toEqual(['blast.receipts-apply', hq.id]);
  });

  test('a workbook and a packed csv are read as well', async () => {
    const id = await sentBlast(2);
    const text = (...values: string[]) => values.map((value) => ({ value }));
    const rows = [
      text('मोबाइल नम्बर', 'DLR Status', 'Done Time'),
      text(mobile(1), 'DELIVERED', soon),
    ];
    const book = xlsxFile([{ name: 'Report', columnWidths: [20, 20, 20], rows }], {
      title: 'Report',
      createdAt: new Date(),
    });
    expect(await read(id, book, 'report.xlsx')).toMatchObject({ changes: 1, faulty: 0 });
    const packed = gzipSync(csv(`${mobile(2)},Delivered,${soon}`));
    expect(await read(id, packed, 'report.csv.gz')).toMatchObject({ changes: 1, faulty: 0 });
  });

  test('what cannot be read, is not wanted or not allowed is refused, and leaves nothing', async () => {
    const id = await sentBlast(1);
    const count = async () =>
      Number((await pool.query('SELECT count(*) AS n FROM receipt_file')).rows[0]?.n);
    const before = await count();
    for (const [content, expected] of [
      ['Mobile,Time\n9876543201,2026-01-01', { row: 1, hi: /स्थिति/ }],
      ['Status,Time\nDelivered,2026-01-01', { row: 1, hi: /मोबाइल/ }],
      ['Mobile,Status\n9876543201,Delivered', { row: 1, hi: /समय/ }],
      ['Mobile,Status,Time\n', { hi: /पंक्ति/ }],
    ] as const) {
      const answer = await send(id, content);
      expect(answer.statusCode).toBe(400);
      const { hi, ...place } = expected;
      expect(answer.json()).toMatchObject({
        error: 'unreadable-list',
        file: 'report.csv',
        ...place,
      });
      expect(answer.json().hi).toMatch(hi);
      expect(strayEnglish(answer.json().hi)).toEqual([]);
    }
    const received = await sentBlast(1, { gateway: 'emulator' });
    expect((await pro.get(`/api/blasts/${received}`)).json().receiptsByFile).toBe(false);
    expect((await send(received, csv())).json()).toMatchObject({ error: 'receipts-come' });
    const district = await service.officer('district', 'agra');
    expect((await send(id, csv(), 'report.csv', district)).statusCode).toBe(403);
    expect(await count()).toBe(before);
    const foreign = await read(id, csv(`${mobile(1)},Delivered,${soon}`));
    expect((await decide(received, foreign.id, 'apply')).statusCode).toBe(404);
  });

  test('what was read can be put away, is gone with time, and is not applied when its rows are lost', async () => {
    const id = await sentBlast(3);
    const content = (place: number) => csv(`${mobile(place)},Delivered,${soon}`, 'x,Delivered,1');
    const away = await read(id, content(1));
    const old = await read(id, content(2));
    const lost = await read(id, content(3));
    expect((await decide(id, away.id, 'discard')).json()).toMatchObject({
      state: 'discarded',
      faults: [],
    });
    expect(await refusal(id, away.id)).toBe('receipt-file-put-away');
    await pool.query('DELETE FROM receipt_file_update WHERE file_id = $1', [lost.id]);
    expect(await refusal(id, lost.id)).toBe('receipt-file-gone');
    await pool.query(
      `UPDATE receipt_file SET uploaded_at = now() - interval '31 days' WHERE id = $1`,
      [old.id],
    );
    expect(await deleteOldReceiptRows(pool, { unfinishedDays: 1, faultDays: 30 })).toBe(1);
    expect(await refusal(id, old.id)).toBe('receipt-file-put-away');
    expect(await countLedger(pool, id)).toEqual({ accepted: 3 });
    expect((await findBlast(pool, id))?.status).toBe('finished');
  });
});
