import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBarcodes } from 'zxing-wasm/reader';
import type { Effect } from '../../../../campaigns/held-acts/effect.ts';
import { type ManifestFile, manifestSchema } from '../../../../campaigns/manifest.ts';
import { prepareReader } from '../../../../generator/preflight/render/read-codes.ts';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { readAudit } from '../../../../messaging/platform/database/audit-log-sql.ts';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { runGenerator } from '../../../../messaging/print/print-orders/run-generator.ts';
import { labelSheet } from '../../../../messaging/print/purchase-orders/labels-pdf.ts';
import { insertChecks } from '../../../../messaging/print/purchase-orders/press-checks-sql.ts';
import type { ReadQuantities } from '../../../../messaging/print/purchase-orders/purchase-orders-schemas.ts';
import { noteUse } from '../../../../messaging/print/purchase-orders/vendor-links-sql.ts';
import { openFolder } from '../../../folders.ts';
import { listActions as actionsOn, expectAnswer, expectRefusal } from '../../fixtures/answers.ts';
import type { Browser, Officer } from '../../fixtures/console.ts';
import { handInFile } from '../../fixtures/file-form.ts';
import { openConsole } from '../../fixtures/open-console.ts';
import { readPart } from '../../fixtures/zip-part.ts';

const dataDir = join(openFolder('purchase-orders-'), 'data');
const printDir = join(dataDir, 'print');
const district = 'shravasti';
const stations = ['bhinga', 'ikauna'];
const logged: string[] = [];
const log = createLog('debug', { write: (line) => void logged.push(line) });
await runGenerator(
  [
    ...['--station', stations.map((station) => `${district}/${station}`).join(',')],
    ...['--format', 'pdf', '--artwork', 'board,pamphlet'],
  ],
  { printDir, env: { ...process.env, DATA_DIR: dataDir } },
);
const { service, database, pro, other, hq } = await openConsole(
  { pro: ['district', district], other: ['district', 'agra'], hq: 'hq' },
  { dataDir, log },
);

const manifestPath = join(printDir, 'manifest.json');
const manifest = () => manifestSchema.parse(JSON.parse(readFileSync(manifestPath, 'utf8')));
const press = (station: string, artwork = 'board') =>
  manifest().files.find(
    (file) => file.station === station && file.artwork === artwork && file.format === 'pdf',
  ) as ManifestFile;

/** Preflight of a station takes as long as all else here together: one test awaits it, for the others it has been. */
const checked = () =>
  insertChecks(
    database.pool,
    manifest().files.map(({ sha256 }) => ({ sha256, findings: [] })),
  );
await checked();

/** The generator's next run has made this file again. */
async function remake({ path }: ManifestFile): Promise<ManifestFile> {
  const bytes = Buffer.concat([readFileSync(join(printDir, path)), Buffer.from('\n')]);
  writeFileSync(join(printDir, path), bytes);
  const { campaign, files } = manifest();
  const fresh = {
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    crc32: '00000000',
  };
  const next = files.map((file) => (file.path === path ? { ...file, ...fresh } : file));
  writeFileSync(manifestPath, JSON.stringify({ campaign, files: next }));
  await checked();
  return next.find((file) => file.path === path) as ManifestFile;
}

const approvals = async (officer: Officer): Promise<Answer<'GET /api/print-approvals'>> =>
  (await officer.get(`/api/print-approvals?district=${district}`)).json();
const approve = (officer: Officer, files: readonly ManifestFile[]) =>
  officer.post('/api/print-approvals', {
    district,
    files: files.map(({ path, sha256 }) => ({ path, sha256 })),
  });

type OrderDetail = Answer<'GET /api/purchase-orders/:id'>;
const toLine = ({ path, sha256 }: ManifestFile, more: object = {}) => ({
  path,
  sha256,
  quantity: 1,
  unit: 'sq-ft',
  ratePaise: 1_850,
  ...more,
});
const content = (more: object = {}) => ({
  district,
  vendor: '=श्री बालाजी फ़्लेक्स',
  vendorAddress: '12, स्टेशन रोड, लखनऊ 226001',
  vendorGstin: '27AAPFU0939F1ZV',
  dueOn: '2026-12-10',
  gstPercent: 18,
  lines: [
    ...stations.map((station) => toLine(press(station), { place: 'मुख्य द्वार' })),
    toLine(press('bhinga', 'pamphlet'), { quantity: 500, unit: 'piece', ratePaise: 175 }),
  ],
  ...more,
});
interface Held {
  held: { id: number; effect: Effect };
}
type OrderRequest = Answer<'POST /api/order-requests'>;
const ask = (more: object = {}) =>
  expectAnswer<OrderRequest>(pro.post('/api/order-requests', content(more)), 201);
const answer = (id: number, lifted: boolean, reason = 'मेला 15 को है') =>
  expectAnswer<OrderRequest>(hq.post(`/api/order-requests/${id}/answer`, { lifted, reason }));
const orderRequested = (id: number) => pro.post(`/api/order-requests/${id}/order`);
/** An order for which HQ lifts its hold on printing: the host of this campaign's links is not confirmed. */
async function place(more: object = {}): Promise<OrderDetail> {
  const { id } = await ask(more);
  await answer(id, true);
  return expectAnswer(orderRequested(id), 201);
}
const read = async (id: number): Promise<OrderDetail> =>
  (await pro.get(`/api/purchase-orders/${id}`)).json();
async function vendorLink(order: number | null) {
  const made = pro.post('/api/vendor-links', { district, order });
  const { url, link } = await expectAnswer<Answer<'POST /api/vendor-links'>>(made, 201);
  return { path: new URL(url).pathname, link };
}
const submit = (browser: Browser, url: string) =>
  browser.send({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: Buffer.alloc(0),
  });
const listActions = async (subject: string) => (await actionsOn(database, subject)).toReversed();

describe('"print this one"', () => {
  test('approves one version of a file, and falls away with the next', async () => {
    const file = press('bhinga');
    expect((await approve(other, [file])).statusCode).toBe(403);
    await expectRefusal(approve(pro, [{ ...file, sha256: '0'.repeat(64) }]), 409, 'file-made-anew');
    // Besides the remade file the others are approved.
    const remade = { ...press('ikauna'), sha256: '0'.repeat(64) };
    const some = await approve(pro, [file, remade]);
    expect([some.statusCode, some.json().replaced]).toEqual([200, [remade.path]]);
    const found = (await approvals(hq)).files.find(({ path }) => path === file.path);
    expect(found).toMatchObject({ approvedBy: 'नमूना अधिकारी', areaCentiSqFt: 4_000 });
    expect(await listActions(`print-files/${district}`)).toEqual(['print.approve']);
    await remake(file);
    const after = (await approvals(pro)).files.find(({ path }) => path === file.path);
    expect(after).toMatchObject({ approvedBy: null, earlierApproval: true });
  });

  test('is asked for where HQ says so: what nobody approved goes out as a sample, also not in the ZIP', async () => {
    const file = press('bhinga');
    const waiting = press('ikauna');
    const rule = (required: boolean) => hq.post('/api/print-approvals/rule', { required });
    expect((await pro.post('/api/print-approvals/rule', { required: true })).statusCode).toBe(403);
    await approve(pro, [file]);
    expect((await rule(true)).statusCode).toBe(200);
    try {
      const citizen = service.browser();
      const approved = await citizen.get(`/files/${file.path}`);
      expect(approved.rawPayload.equals(readFileSync(join(printDir, file.path)))).toBe(true);
      const sample = await citizen.get(`/files/${waiting.path}`);
      expect(sample.statusCode).toBe(200);
      expect(sample.headers['content-disposition']).toContain('NAMUNA-');
      await expectSample(sample.rawPayload);
      const picture = `/files/${waiting.path.replace('.pdf', '.tif')}`;
      writeFileSync(join(printDir, waiting.path.replace('.pdf', '.tif')), 'as large as the board');
      expect((await citizen.get(picture)).statusCode).toBe(403);

      await expectRefusal(
        pro.post('/api/order-requests', { district, vendor: 'कोई', lines: [toLine(waiting)] }),
        403,
        'not-approved',
      );
      await approve(pro, [waiting]);
      expect((await citizen.get(`/files/${waiting.path}`)).rawPayload.length).toBe(waiting.bytes);
    } finally {
      await rule(false);
    }
    expect(await listActions('print-files/state')).toEqual(['print.rule', 'print.rule']);
  });
});

/** Opens a PDF for a look at its pages. */
async function withPdf<Result>(
  bytes: Buffer,
  look: (document: PDFiumDocument) => Promise<Result> | Result,
): Promise<Result> {
  const pdfium = await PDFiumLibrary.init();
  const document = await pdfium.loadDocument(bytes);
  try {
    return await look(document);
  } finally {
    document.destroy();
    pdfium.destroy();
  }
}
const readText = (bytes: Buffer) => withPdf(bytes, (document) => document.getPage(0).getText());

/** One page of A4 whose only content is a picture of some thousand pixels with the stamp in it. */
async function expectSample(bytes: Buffer): Promise<void> {
  await withPdf(bytes, async (document) => {
    expect(document.getPageCount()).toBe(1);
    const page = document.getPage(0);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    expect([Math.round(originalWidth), Math.round(originalHeight)]).toEqual([842, 595]);
    const { data, width, height } = await page.render({ scale: 1, render: 'bitmap' });
    // The bar at the head of the page is red.
    const corner = (5 * width + 5) * 4;
    expect(data[corner]).toBeGreaterThan(180);
    expect(data[corner + 1]).toBeLessThan(60);
    expect(height).toBeLessThan(width);
  });
  expect(bytes.length).toBeLessThan(600_000);
}

describe('while HQ holds printing', () => {
  const countOrders = async () =>
    (await pro.get(`/api/purchase-orders?district=${district}`)).json().length;

  test('no order is placed, and the refusal names the host that nobody confirmed', async () => {
    const before = await countOrders();
    const refused = await pro.post('/api/purchase-orders', content());
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { error: 'printing-on-hold', host: 'UPPOLICE.GOV.IN' },
    ]);
    expect(await countOrders()).toBe(before);
    expect((await approvals(pro)).hold).toEqual({ host: 'UPPOLICE.GOV.IN' });
  });

  test('HQ lifts its hold for one order, which says so to officers and vendor alike', async () => {
    const { id } = await ask();
    await expectRefusal(orderRequested(id), 409, 'printing-on-hold');
    const own = { lifted: true, reason: 'अपने लिए' };
    expect((await pro.post(`/api/order-requests/${id}/answer`, own)).statusCode).toBe(403);
    await answer(id, false, 'पहले पता पुष्ट हो');
    expect((await orderRequested(id)).statusCode).toBe(409);
    await answer(id, true);
    expect((await other.post(`/api/order-requests/${id}/order`)).statusCode).toBe(404);
    expect((await other.get('/api/order-requests')).json()).toEqual([]);
    expect((await hq.get('/api/order-requests')).json()).toMatchObject([
      { id, content: { district }, answer: { lifted: true, by: 'नमूना अधिकारी' } },
    ]);
    const { order, lines } = await expectAnswer<OrderDetail>(orderRequested(id), 201);
    const lifted = { by: 'नमूना अधिकारी', reason: 'मेला 15 को है' };
    expect(order.lifted).toEqual(lifted);
    await expectRefusal(orderRequested(id), 409, 'order-request-closed');
    expect((await hq.get('/api/order-requests')).json()).toEqual([]);
    expect(await listActions(`order-request/${id}`)).toEqual(
      ['ask', 'keep', 'lift'].map((verb) => `order-request.${verb}`),
    );
    const [placed] = await readAudit(database.pool, { subject: `purchase-order/${order.id}` }, 1);
    expect(placed?.after).toContain(`"liftedBy":"${lifted.by}"`);

    const { path } = await vendorLink(order.id);
    const vendor = service.browser();
    const page = (await vendor.get(path)).body;
    expect(page).toContain('मुख्यालय ने इस कार्यादेश के लिए रोक हटाई (नमूना अधिकारी): मेला 15 को है');
    expect(page).not.toContain('अभी न छापें');
    const zip = unzipSync((await vendor.get(`${path}/orders/${order.id}/files.zip`)).rawPayload);
    const note = Object.keys(zip).find((name) => name.endsWith('.txt')) ?? '';
    expect(strFromU8(zip[note] ?? new Uint8Array())).toContain('रोक हटाई: मेला 15 को है');
    const sheet = await pro.get(`/api/purchase-orders/${order.id}/papers/order?format=docx`);
    expect(readPart(sheet.rawPayload, 'word/document.xml')).toContain('मेला 15 को है');
    // The same order may be printed from again.
    const [line] = lines;
    const reprint = { line: line?.id, reason: 'torn' };
    await expectAnswer(pro.post(`/api/purchase-orders/${order.id}/reprint`, reprint));
  });

  test('its writer reads what the rules find in its words, where that holds nothing', async () => {
    expect((await place()).notes).toEqual([]);
    const [station = ''] = stations;
    const lines = [toLine(press(station), { place: 'प्राथमिक विद्यालय के सामने' })];
    const { order, notes } = await place({ lines });
    expect(notes.map(({ found }) => found)).toEqual(['विद्यालय']);
    expect((await read(order.id)).notes).toEqual(notes);
  });

  test('a reason that tells of somebody waits for a second officer of HQ before its vendor reads it', async () => {
    const { order } = await place();
    const next = await ask();
    const reason = 'पीड़िता आरती पुत्री रामलाल के घर के सामने';
    for (const [url, body] of [
      [`/api/purchase-orders/${order.id}/hold`, { held: true, reason }],
      [`/api/order-requests/${next.id}/answer`, { lifted: true, reason }],
    ] as const) {
      const { held } = await expectAnswer<Held>(hq.post(url, body), 202);
      expect(held.effect.findings.map(({ found }) => found)).toContain('पीड़िता आरती');
      await expectAnswer(hq.post(`/api/held-acts/${held.id}/withdraw`, {}), 204);
    }
    expect((await read(order.id)).order.held).toBeNull();
    await expectRefusal(orderRequested(next.id), 409, 'printing-on-hold');
    await expectAnswer(pro.post(`/api/order-requests/${next.id}/withdraw`));
  });

  test('an order from before the hold goes to nobody as if it might be printed, and gets no reprint', async () => {
    const { order, lines } = await place();
    await database.pool.query('UPDATE purchase_order SET lifted_by = NULL WHERE id = $1', [
      order.id,
    ]);
    const { path } = await vendorLink(order.id);
    expect((await service.browser().get(path)).body).toContain('अभी न छापें');
    await expectRefusal(
      pro.post(`/api/purchase-orders/${order.id}/reprint`, { line: lines[0]?.id, reason: 'torn' }),
      409,
      'printing-on-hold',
    );
  });

  test('a request is withdrawn by its district, and is of the files as they were', async () => {
    const { id } = await ask();
    expect((await hq.post(`/api/order-requests/${id}/withdraw`)).statusCode).toBe(403);
    await expectAnswer(pro.post(`/api/order-requests/${id}/withdraw`));
    await expectRefusal(
      hq.post(`/api/order-requests/${id}/answer`, { lifted: true, reason: 'हाँ' }),
      409,
      'order-request-closed',
    );
    const next = await ask();
    await answer(next.id, true);
    await remake(press('ikauna'));
    await expectRefusal(orderRequested(next.id), 409, 'file-made-anew');
    await expectAnswer(pro.post(`/api/order-requests/${next.id}/withdraw`));
  });
});

describe('an order', () => {
  test('has a number of its district, sums in paise and a parcel for each station', async () => {
    const { order, lines, parcels } = await place();
    const net = 2 * 74_000 + 500 * 175;
    expect(order).toMatchObject({ net, gst: Math.round(net * 0.18), parcels: { waiting: 2 } });
    expect(lines).toHaveLength(3);
    expect(parcels.map(({ station }) => station)).toEqual(stations);
    const next = await place();
    const readNumber = ({ order: { reference } }: OrderDetail) => Number(reference.split('/')[0]);
    expect(readNumber(next)).toBe(Number(order.reference.split('/')[0]) + 1);
    expect((await other.get(`/api/purchase-orders/${order.id}`)).statusCode).toBe(404);
    const seen: OrderDetail['order'][] = (await hq.get('/api/purchase-orders')).json();
    expect(seen.slice(0, 2).map(({ id }) => id)).toEqual([next.order.id, order.id]);
    expect((await other.get('/api/purchase-orders')).json()).toEqual([]);
    expect(await listActions(`purchase-order/${order.id}`)).toEqual(['purchase-order.place']);
  });

  test.each([
    ['a quantity of none', { lines: [{ quantity: 0 }] }, 400],
    ['a quantity above the bound', { lines: [{ quantity: 100_001 }] }, 400],
    ['a rate with a fraction of a paisa', { lines: [{ ratePaise: 1.5 }] }, 400],
    ['a file of another district', { lines: [{ path: 'agra/x/agra-x-board.pdf' }] }, 409],
    ['a file that was remade', { lines: [{ sha256: 'f'.repeat(64) }] }, 409],
    ['a sum above the bound', { lines: [{ unit: 'piece', quantity: 1e5, ratePaise: 1e7 }] }, 400],
    ['a phone number as the vendor', { vendor: 'राम 9876543210' }, 400],
    ['a phone number in the address', { vendorAddress: 'लखनऊ, 9876543210' }, 400],
    ['a GSTIN with a slip of the pen', { vendorGstin: '27AAPFU0993F1ZV' }, 400],
    ['a GST that there is not', { gstPercent: 29 }, 400],
  ])('with %s is refused', async (_, more, status) => {
    const { lines = [{}], ...rest } = more as { lines?: object[] };
    const answer = await pro.post('/api/order-requests', {
      district,
      vendor: 'कोई',
      ...rest,
      lines: lines.map((line) => toLine(press('bhinga'), line)),
    });
    expect(answer.statusCode, answer.body).toBe(status);
  });

  test('is held by HQ, goes on, is cancelled while nothing has left, and not after', async () => {
    const { order } = await place();
    const url = `/api/purchase-orders/${order.id}`;
    expect((await pro.post(`${url}/hold`, { held: true, reason: 'दर' })).statusCode).toBe(403);
    const { path } = await vendorLink(order.id);
    expect((await hq.post(`${url}/hold`, { held: true, reason: 'दर जाँचें' })).statusCode).toBe(200);
    const vendor = service.browser();
    const page = await vendor.get(path);
    expect(page.body).toContain('दर जाँचें');
    expect(page.body).not.toContain('/files/');
    expect((await vendor.get(`${path}/files/${press('bhinga').path}`)).statusCode).toBe(404);
    await hq.post(`${url}/hold`, { held: false });
    expect((await vendor.get(path)).body).toContain('/files/');
    const [parcel] = (await read(order.id)).parcels;
    await pro.post(`/api/parcels/${parcel?.code}/mark`, { mark: 'dispatched' });
    await expectRefusal(pro.post(`${url}/cancel`, { reason: 'अब नहीं' }), 409, 'order-under-way');
    await pro.post(`/api/parcels/${parcel?.code}/undo`, { mark: 'dispatched' });
    expect((await pro.post(`${url}/cancel`, { reason: 'अब नहीं' })).json().order.cancelled).toEqual({
      by: 'नमूना अधिकारी',
      reason: 'अब नहीं',
    });
    expect(await listActions(`purchase-order/${order.id}`)).toEqual(
      ['place', 'hold', 'release', 'cancel'].map((name) => `purchase-order.${name}`),
    );
  });

  test('repeats one station with a reason, by the file as it now is, in a separate parcel', async () => {
    const { order, lines } = await place();
    const [line] = lines;
    const url = `/api/purchase-orders/${order.id}/reprint`;
    await expectAnswer(pro.post(url, { line: line?.id, reason: 'other' }), 400);
    const fresh = await remake(press('bhinga'));
    const after = (await pro.post(url, { line: line?.id, reason: 'torn' })).json<OrderDetail>();
    const reprint = after.lines.at(-1);
    expect(reprint).toMatchObject({
      sha256: fresh.sha256,
      present: null,
      reprint: { of: line?.id, reason: 'torn' },
    });
    expect(after.lines[0]?.present).toBe(fresh.sha256);
    expect(after.parcels).toHaveLength(3);
    expect(reprint?.parcel).not.toBe(line?.parcel);
  });
});

describe('a sheet of quantities', () => {
  const url = `/api/order-quantities?district=${district}`;
  const handIn = (officer: Officer, name: string, content: Buffer) =>
    handInFile(officer, url, { name, content });

  test('is handed out with the own stations, and what comes back of it can be ordered', async () => {
    for (const format of ['xlsx', 'csv']) {
      const sheet = await pro.get(`${url}&format=${format}`);
      expect(sheet.headers['content-disposition']).toContain(`${district}-quantities.${format}`);
      const answer = await handIn(pro, `sheet.${format}`, sheet.rawPayload);
      expect(answer.statusCode, answer.body).toBe(200);
      const { rows, faults } = answer.json<ReadQuantities>();
      expect(faults).toEqual([]);
      const boards = stations.map((station) => press(station).path);
      expect(rows.filter(({ path }) => boards.includes(path))).toEqual(
        boards.map((path) => ({ path, quantity: 1, place: '' })),
      );
      await place({
        lines: rows.map(({ path, quantity }) =>
          toLine(manifest().files.find((file) => file.path === path) as ManifestFile, { quantity }),
        ),
      });
    }
  });

  test("keeps its good rows when others are wrong, and is another district's to nobody", async () => {
    const csv =
      'थाना;सामग्री;संख्या;स्थान\nbhinga;board;2;द्वार\nikauna;board;दो;\nikauna;board;1;9876543210\n';
    const { rows, faults } = (await handIn(pro, 'a.csv', Buffer.from(csv))).json<ReadQuantities>();
    expect(rows).toEqual([{ path: press('bhinga').path, quantity: 2, place: 'द्वार' }]);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [3, 'संख्या'],
      [4, 'लगाने का स्थान'],
    ]);
    expect(JSON.stringify(faults)).not.toContain('9876543210');
    expect((await handIn(other, 'a.csv', Buffer.from(csv))).statusCode).toBe(403);
    await expectRefusal(
      handIn(pro, 'a.xlsx', Buffer.from('PK\x03\x04 no workbook')),
      400,
      'unreadable-list',
    );
  });
});

describe('papers', () => {
  let order: OrderDetail;
  beforeAll(async () => {
    order = await place();
  });
  const paper = async (name: string, format = 'pdf') => {
    const url = `/api/purchase-orders/${order.order.id}/papers/${name}?format=${format}`;
    const answer = await pro.get(url);
    expect(answer.statusCode, url).toBe(200);
    return answer.rawPayload;
  };

  test('the sheet says the total in figures and in both languages, in each format', async () => {
    const words = readPart(await paper('order', 'docx'), 'word/document.xml');
    for (const said of [
      'कार्यादेश',
      '12, स्टेशन रोड',
      '27AAPFU0939F1ZV',
      '2,778.90',
      'Rupees two',
      'रुपये दो',
      'मुख्य द्वार',
    ])
      expect(words).toContain(said);
    const sheet = readPart(await paper('order', 'xlsx'), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<v>2778.9</v>');
    // What begins like a formula is a text.
    expect(sheet).toContain('>=श्री बालाजी फ़्लेक्स<');
    expect(sheet).not.toContain('<f>');
    const text = await readText(await paper('order'));
    expect(text).toContain('2,778.90');
    expect(text).toContain('Rupees two thousand seven hundred seventy-eight and ninety paise only');
    await expectAnswer(
      pro.get(`/api/purchase-orders/${order.order.id}/papers/labels?format=docx`),
      404,
    );
  });

  test('each label opens the page of its parcel and leaves 5 mm of its edge white', async () => {
    await prepareReader();
    const scale = 4;
    const { data, width, height } = await withPdf(await paper('labels'), (document) =>
      document.getPage(0).render({ scale, render: 'bitmap' }),
    );
    const mm = (value: number) => Math.round((value * 72 * scale) / 25.4);
    const { left, top, pitchX, safe } = labelSheet;
    for (const [place, { code }] of order.parcels.entries()) {
      const cut = {
        left: mm(left + place * pitchX),
        top: mm(top),
        width: mm(labelSheet.width),
        height: mm(labelSheet.height),
      };
      const label = sharp(Buffer.from(data), { raw: { width, height, channels: 4 } })
        .flatten({ background: '#fff' })
        .extract(cut);
      const [read] = await readBarcodes(await label.clone().png().toBuffer());
      expect(read?.text).toBe(`${service.publicUrl}/p/${code}`);
      const { info, data: pixels } = await label
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const edge = mm(safe) - 2;
      for (let y = 0; y < info.height; y += 1)
        for (let x = 0; x < info.width; x += 1) {
          const isEdge = x < edge || y < edge || x >= info.width - edge || y >= info.height - edge;
          if (isEdge && (pixels[y * info.width + x] ?? 0) < 200)
            throw new Error(`Expected a white edge, got ink at ${x}, ${y} of label ${place}`);
        }
    }
  });

  test('packing list and receipts name every parcel', async () => {
    for (const name of ['packing', 'challan']) {
      const text = (await readText(await paper(name))).replace(/\s/g, '');
      for (const { code } of order.parcels) expect(text, name).toContain(code);
    }
  });
});

describe('a vendor link', () => {
  test('gives files and counts them, says what superseded them, and stands in no log', async () => {
    await database.pool.query('DELETE FROM print_check WHERE sha256 = $1', [
      press('ikauna').sha256,
    ]);
    const { order } = await place({ lines: [toLine(press('ikauna'))] });
    const { path, link } = await vendorLink(order.id);
    const vendor = service.browser();
    const first = await vendor.get(path);
    expect(first.statusCode).toBe(200);
    expect(first.headers).toMatchObject({
      'referrer-policy': 'strict-origin',
      'cache-control': 'private, no-store',
    });
    const file = press('ikauna');
    expect(first.body).toContain(file.sha256);
    const taken = await vendor.get(`${path}/files/${file.path}`);
    expect(taken.rawPayload.equals(readFileSync(join(printDir, file.path)))).toBe(true);
    await vendor.send({
      method: 'GET',
      url: `${path}/files/${file.path}`,
      headers: { range: 'bytes=100-' },
      payload: undefined,
    });
    await Promise.all(Array.from({ length: 4 }, () => vendor.get(`${path}/files/${file.path}`)));
    const countDownloads = async (sha256: string) => {
      const sent = pro.get(`/api/vendor-links?district=${district}`);
      const links = await expectAnswer<Answer<'GET /api/vendor-links'>>(sent);
      const { downloads } = links.find(({ id }) => id === link.id) ?? { downloads: [] };
      return downloads.find((each) => each.sha256 === sha256)?.count;
    };
    expect(await countDownloads(file.sha256)).toBe(5);
    // What is not ordered is not given.
    await expectAnswer(vendor.get(`${path}/files/${press('ikauna', 'pamphlet').path}`), 404);

    // Preflight stands back for everything else on the machine.
    await expect
      .poll(async () => (await vendor.get(path)).body.match(/जाँच: ठीक/g)?.length ?? 0, {
        timeout: 90_000,
        interval: 250,
      })
      .toBe(1);

    const fresh = await remake(file);
    const page = (await vendor.get(path)).body;
    expect(page).toContain('नया संस्करण');
    expect(page).toContain(file.sha256);
    expect(page).toContain(fresh.sha256);
    expect((await vendor.get(`${path}?lang=en`)).body).toContain('New version');
    await vendor.get(`${path}/files/${file.path}`);
    expect([await countDownloads(file.sha256), await countDownloads(fresh.sha256)]).toEqual([5, 1]);

    // Its use is noted by the clock by which it ends.
    const sha256 = await database.pool.query(
      'SELECT token_sha256 AS sum FROM vendor_link WHERE id = $1',
      [link.id],
    );
    const at = new Date('2019-05-12T06:00:00Z');
    expect(await noteUse(database.pool, sha256.rows[0].sum, at)).toMatchObject({ lastUsedAt: at });

    const token = path.split('/').at(-1) ?? '';
    expect(logged.some((line) => line.includes('/v/…'))).toBe(true);
    expect(logged.filter((line) => line.includes(token))).toEqual([]);
    const { rows } = await database.pool.query('SELECT * FROM vendor_link');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('gives a ZIP of the order with what is true of it', async () => {
    const { order } = await place({ lines: [toLine(press('bhinga', 'pamphlet'))] });
    const { path } = await vendorLink(order.id);
    const zip = await service.browser().get(`${path}/orders/${order.id}/files.zip`);
    expect(zip.statusCode).toBe(200);
    const names = Object.keys(unzipSync(zip.rawPayload));
    expect(names).toContain(`${district}/${district}-bhinga-pamphlet-press.pdf`);
    expect(names).not.toContain(`${district}/${district}-bhinga-board-press.pdf`);
    const labels = await service.browser().get(`${path}/orders/${order.id}/papers/labels`);
    expect(labels.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('that is wrong or ended is not there; one that has run out says so; none of another order is given', async () => {
    const { order } = await place();
    const another = await place();
    const { path, link } = await vendorLink(order.id);
    const vendor = service.browser();
    await expectAnswer(vendor.get(`${path}/orders/${another.order.id}/papers/order`), 404);
    const wrong = await vendor.get(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`);
    expect((await other.post(`/api/vendor-links/${link.id}/revoke`)).statusCode).toBe(404);
    expect((await pro.post(`/api/vendor-links/${link.id}/revoke`)).json()).toMatchObject({
      revokedBy: 'नमूना अधिकारी',
    });
    const ended = await vendor.get(path);
    expect([wrong.statusCode, ended.statusCode]).toEqual([404, 404]);
    expect(ended.body).toBe(wrong.body);
    expect(await listActions(`vendor-link/${link.id}`)).toEqual([
      'vendor-link.make',
      'vendor-link.revoke',
    ]);
    for (let tries = 0; tries < 30; tries += 1) await vendor.get('/v/wrong');
    const good = await vendorLink(null);
    // Counted before it is judged: so a right one is not told from a wrong one there.
    for (const tried of ['/v/wrong', good.path])
      expect((await vendor.get(tried)).statusCode).toBe(429);
    expect((await service.browser().get(good.path)).statusCode).toBe(200);
  });
});

describe('many parcels', () => {
  test('are marked as sent at once where they were searched for, and only those are taken back', async () => {
    const { order, parcels } = await place();
    const [bhinga, ikauna] = parcels.map(({ code }) => code);
    const { path } = await vendorLink(order.id);
    const vendor = service.browser();
    const many = `${path}/orders/${order.id}`;
    const states = async () => (await read(order.id)).parcels.map(({ state }) => state);
    const another = await place();
    await expectAnswer(submit(vendor, `${path}/orders/${another.order.id}/dispatched`), 404);
    expect((await submit(vendor, `${many}/received`)).statusCode).toBe(404);
    expect((await submit(vendor, `${many}/dispatched?q=IKAU`)).statusCode).toBe(303);
    expect(await states()).toEqual(['waiting', 'dispatched']);
    const rest = await submit(vendor, `${many}/dispatched?lang=en`);
    expect(await states()).toEqual(['dispatched', 'dispatched']);
    const back = new URL(String(rest.headers.location), service.publicUrl);
    expect([...back.searchParams.keys()]).toEqual(['lang', 'open', 'sent']);
    expect((await vendor.get(back.pathname + back.search)).body).toContain(
      '1 parcels are marked as sent.',
    );
    await submit(vendor, `${many}/undo-dispatched?at=${back.searchParams.get('sent')}`);
    expect(await states()).toEqual(['waiting', 'dispatched']);
    expect(await listActions(`parcel/${bhinga}`)).toEqual(['parcel.dispatched', 'parcel.undo']);
    expect(await listActions(`parcel/${ikauna}`)).toEqual(['parcel.dispatched']);
    await hq.post(`/api/purchase-orders/${order.id}/hold`, { held: true, reason: 'दर' });
    expect((await submit(vendor, `${many}/dispatched`)).statusCode).toBe(409);
  });
});

describe('a parcel', () => {
  test('is marked as sent by its vendor and as received by its district, on the page of its label', async () => {
    const { order, parcels } = await place();
    const code = parcels[0]?.code ?? '';
    const page = `/p/${code}`;
    const vendor = service.browser();
    const stranger = service.browser();
    expect((await stranger.get(page)).body).toContain('/console/orders/');
    expect((await submit(stranger, `${page}/dispatched`)).statusCode).toBe(403);
    const { path } = await vendorLink(order.id);
    await vendor.get(path);
    expect((await vendor.get(page)).body).toContain('भेज दिया');
    expect((await submit(vendor, `${page}/received`)).statusCode).toBe(403);
    expect((await submit(vendor, `${page}/dispatched`)).statusCode).toBe(303);
    expect((await submit(vendor, `${page}/dispatched`)).statusCode).toBe(409);
    expect((await submit(vendor, `${page}/undo-dispatched`)).statusCode).toBe(303);
    expect((await submit(vendor, `${path}/parcels/${code}/dispatched`)).statusCode).toBe(303);

    expect((await submit(other, `${page}/received`)).statusCode).toBe(403);
    expect((await pro.get(page)).body).toContain('प्राप्त हुआ');
    expect((await submit(pro, `${page}/received`)).statusCode).toBe(303);
    const dates = async () => {
      const sent = pro.get(`/api/board-dates?district=${district}`);
      const all = await expectAnswer<Answer<'GET /api/board-dates'>>(sent);
      return all.find((each) => each.code === code);
    };
    expect(await dates()).toMatchObject({ station: 'bhinga', hungOn: null });
    expect((await dates())?.receivedAt).not.toBeNull();
    await submit(pro, `${page}/undo-received`);
    expect((await dates())?.receivedAt).toBeNull();
    expect(await listActions(`parcel/${code}`)).toEqual(
      ['dispatched', 'undo', 'dispatched', 'received', 'undo'].map((step) => `parcel.${step}`),
    );
    const entries = await readAudit(database.pool, { subject: `parcel/${code}` }, 1_000);
    expect(entries.map(({ actorRole }) => actorRole).toReversed()).toEqual([
      ...['vendor', 'vendor', 'vendor'],
      ...['district', 'district'],
    ]);

    await database.pool.query(
      `INSERT INTO activity_photo (sha256, source_sha256, district, station, width, height, bytes, codes, hash, core_hash, thumb, uploaded_by)
       VALUES (repeat('a', 64), repeat('b', 64), $1, 'bhinga', 1, 1, 1, '{}', $2, $2, '', 'x')`,
      [district, Buffer.alloc(32)],
    );
    await database.pool.query(
      `INSERT INTO activity (kind, district, station, day, status, photo, entered_by)
       VALUES ('board', $1, 'bhinga', $2, 'verified', repeat('a', 64), 'x')`,
      [district, order.orderedOn],
    );
    expect(await dates()).toMatchObject({ hungOn: order.orderedOn });
  });

  test('whose code has a slip in it is not found', async () => {
    expect((await service.browser().get('/p/ABCDEFGH')).statusCode).toBe(404);
  });
});
