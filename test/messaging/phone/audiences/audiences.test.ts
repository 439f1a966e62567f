import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { districtFinder } from '../../../../campaigns/directory/district-names.ts';
import { stationFinder } from '../../../../campaigns/directory/station-names.ts';
import { takeUpload } from '../../../../messaging/phone/audiences/audiences.ts';
import {
  type AudienceDetails,
  findAudience,
  listAudiences,
  readListStations,
  readSegments,
  walkRejects,
} from '../../../../messaging/phone/audiences/audiences-sql.ts';
import { createClassifier, type Reject } from '../../../../messaging/phone/audiences/classify.ts';
import { deleteExpiredLists } from '../../../../messaging/phone/audiences/retention-sql.ts';
import { planRecipients } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { randomNumbers } from '../../../../messaging/phone/gateways/emulator-behaviour.ts';
import { deleteNumber } from '../../../../messaging/phone/numbers/look-up-sql.ts';
import { classifyNumber } from '../../../../messaging/phone/numbers/number.ts';
import { recordOptOuts } from '../../../../messaging/phone/numbers/opt-outs-sql.ts';
import { xlsxFile } from '../../../../messaging/platform/documents/xlsx-file.ts';
import { findColumns } from '../../../../messaging/platform/lists/columns.ts';
import { listText } from '../../../../messaging/platform/lists/list-text.ts';
import { csvRows, type Row } from '../../../../messaging/platform/lists/rows.ts';
import { openFolder } from '../../../folders.ts';
import { openPostgres } from '../../fixtures/databases.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { approvedBlast, makeDraft } from '../blasts/blast-fixture.ts';

const districts: Record<string, string> = { agra: 'agra', आगरा: 'agra', lucknow: 'lucknow' };
const stations = [
  { district: 'agra', id: 'kotwali', nameHi: 'कोतवाली', nameEn: 'Kotwali' },
  { district: 'agra', id: 'tajganj', nameHi: 'ताजगंज', nameEn: 'Taj Ganj' },
  { district: 'lucknow', id: 'kotwali', nameHi: 'कोतवाली', nameEn: 'Kotwali' },
  { district: 'lucknow', id: 'hazratganj', nameHi: 'हज़रतगंज', nameEn: 'Hazratganj' },
];
const classify = {
  findDistrict: (name: string) => districts[name.toLowerCase()],
  findStation: stationFinder(stations),
  defaultDistrict: null,
  defaultLanguage: 'hi' as const,
};
const named = [
  { id: 'agra', nameHi: 'आगरा', nameEn: 'Agra' },
  { id: 'lucknow', nameHi: 'लखनऊ', nameEn: 'Lucknow' },
];
const folder = openFolder('audiences-');
const details: AudienceDetails = {
  name: 'Sample list',
  consentBasis: 'service-user',
  source: 'invented for this test',
  retainUntil: '2099-12-31',
  district: null,
  createdBy: 'pro',
};

describe('classifyNumber', () => {
  it.each([
    '9876543210',
    '+919876543210',
    '919876543210',
    '09876543210',
    '00919876543210',
    '+91 98765-43210',
    ' (98765) 43210 ',
    "'9876543210",
    '९८७६५४३२१०',
    '9876543210.0',
    'tel:+919876543210',
    '98765\u00A043210',
    '\u200E9876543210',
  ])('takes %j as +91 98765 43210', (cell) => {
    expect(classifyNumber(cell)).toEqual({ kind: 'mobile', msisdn: 919_876_543_210 });
  });
  it.each([
    { cell: '0522-2234567', reason: 'landline' },
    { cell: '080 2234 5678', reason: 'landline' },
    { cell: '18001801110', reason: 'landline' },
    { cell: '+12024561111', reason: 'foreign' },
    { cell: '+9779841234567', reason: 'foreign' },
    { cell: '9.87654E+11', reason: 'spreadsheet-damaged' },
    { cell: '', reason: 'malformed' },
    { cell: '12345', reason: 'malformed' },
    { cell: '98765432101', reason: 'malformed' },
    { cell: '987654321', reason: 'malformed' },
    { cell: '98765O3210', reason: 'malformed' },
    { cell: '9876543210/9876543211', reason: 'malformed' },
    { cell: '=CMD()', reason: 'malformed' },
  ])('refuses $cell: $reason', ({ cell, reason }) => {
    expect(classifyNumber(cell)).toEqual({ kind: 'rejected', reason });
  });
  it('agrees with libphonenumber on any ten digits from 6 to 9', () => {
    const random = randomNumbers(20190330);
    for (let count = 0; count < 20_000; count += 1) {
      const national = String(6_000_000_000 + Math.floor(random() * 4_000_000_000));
      const parsed = parsePhoneNumberFromString(`+91${national}`);
      const type = parsed?.isValid() === true ? parsed.getType() : undefined;
      const mobile = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
      expect(classifyNumber(national).kind, national).toBe(mobile ? 'mobile' : 'rejected');
    }
  });
});

describe('findColumns', () => {
  const nowhere = { number: -1, district: -1, language: -1, station: -1, classes: -1 };
  it.each([
    { first: ['S.No', 'Mobile_No', 'District'], columns: { number: 1, district: 2 } },
    { first: ['भाषा', 'जनपद', 'मोबाइल'], columns: { number: 2, district: 1, language: 0 } },
  ])('finds $first by their titles', ({ first, columns }) => {
    expect(findColumns(first)).toEqual({ columns: { ...nowhere, ...columns }, hasHeader: true });
  });
  it('needs no header for bare numbers', () => {
    expect(findColumns(['+91 98765 43210'])).toMatchObject({ hasHeader: false });
  });
  it.each([[[]], [['name', 'address']], [['']]])('refuses %j', (first) => {
    expect(() => findColumns(first)).toThrow(/^Expected a column named mobile/);
  });
});

async function readAll(pieces: Buffer[], size?: number): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of csvRows(Readable.from(pieces), size)) rows.push(...batch);
  return rows;
}
const read = (text: string) => readAll([Buffer.from(text)]);
/** A row that is taken, of no station. */
const member = (row: number, msisdn: number, district: string, language = 'hi') => ({
  kind: 'member',
  row,
  msisdn,
  district,
  language,
  station: null,
});
const classifyText = async (text: string) => createClassifier(classify)(await read(text));

describe('an upload as csv', () => {
  it('keeps row numbers, quotes, byte order mark and both line ends', async () => {
    expect(
      await classifyText(
        '\uFEFFmobile,district,language\r\n"98765\n43210",आगरा,English\r\n\r\n9876543211,Lucknow,\n',
      ),
    ).toEqual([member(2, 919_876_543_210, 'agra', 'en'), member(4, 919_876_543_211, 'lucknow')]);
  });
  it.each([
    { row: 'agra,ताजगंज', district: 'agra', station: 'tajganj' },
    { row: 'agra,थाना ताजगंज', district: 'agra', station: 'tajganj' },
    { row: 'agra,PS Taj-Ganj', district: 'agra', station: 'tajganj' },
    { row: 'lucknow,kotwali', district: 'lucknow', station: 'kotwali' },
    { row: 'lucknow,हजरतगंज', district: 'lucknow', station: 'hazratganj' },
    { row: ',Hazratganj', district: 'lucknow', station: 'hazratganj' },
    { row: ',agra/kotwali', district: 'agra', station: 'kotwali' },
    { row: 'agra,', district: 'agra', station: null },
    { row: ',', district: null, station: null },
  ])('finds the station of "$row"', async ({ row, district, station }) => {
    const found = await classifyText(`mobile,district,थाना\n9876543210,${row}\n`);
    expect(found).toMatchObject([{ kind: 'member', district, station }]);
  });
  it.each(['agra,Hazratganj', 'agra,lucknow/hazratganj', 'agra,atlantis', ',Kotwali'])(
    'refuses the station of "%s", and that row alone',
    async (row) => {
      const text = `mobile,district,station\n9876543210,${row}\n9876543211,agra,tajganj\n`;
      expect(await classifyText(text)).toMatchObject([
        { kind: 'reject', row: 2, reason: 'unknown-station', value: row.split(',')[1] },
        { kind: 'member', row: 3, station: 'tajganj' },
      ]);
    },
  );
  it('reports each of 200 malformed rows with its row and reason', async () => {
    const faults: [string, string][] = [
      ['12345,agra,hi', 'malformed'],
      ['0522-2234567,agra,hi', 'landline'],
      ['+12024561111,agra,hi', 'foreign'],
      ['9.1E+11,agra,hi', 'spreadsheet-damaged'],
      ['9876543210,atlantis,hi', 'unknown-district'],
      ['9876543210,agra,klingon', 'unknown-language'],
      [',agra,hi', 'malformed'],
      ['"\'; DROP TABLE blast; --",agra,hi', 'malformed'],
      ['=HYPERLINK("x"),agra,hi', 'malformed'],
      ['\u0000\u202E9876543210x,agra,hi', 'malformed'],
    ];
    const lines = Array.from({ length: 200 }, (_, index) => faults[index % faults.length]?.[0]);
    const entries = await classifyText(`mobile,district,language\n${lines.join('\n')}\n`);
    expect(entries).toHaveLength(200);
    expect(entries.map((entry) => [entry.row, (entry as Reject).reason])).toEqual(
      Array.from({ length: 200 }, (_, index) => [index + 2, faults[index % faults.length]?.[1]]),
    );
  });
  const plain =
    'मोबाइल,जनपद,भाषा\n9876543210,Allahabad,हिंदी\n"98765 43211",Faizabad,English\n12,agra,hi\n';
  const utf16 = (text: string, mark = '') => Buffer.from(mark + text, 'utf16le');
  const big = (text: string, mark = '') => utf16(text, mark).swap16();
  it.each([
    { label: 'as it is', bytes: Buffer.from(plain) },
    { label: 'gzip', bytes: gzipSync(plain) },
    {
      label: 'gzip in two members',
      bytes: Buffer.concat([gzipSync(plain.slice(0, 30)), gzipSync(plain.slice(30))]),
    },
    { label: 'UTF-16LE with its mark', bytes: utf16(plain, '\uFEFF') },
    { label: 'UTF-16LE without one', bytes: utf16(plain) },
    { label: 'UTF-16BE with its mark', bytes: big(plain, '\uFEFF') },
    { label: 'UTF-16BE without one', bytes: big(plain) },
    { label: 'UTF-16 in gzip', bytes: gzipSync(utf16(plain, '\uFEFF')) },
    { label: 'semicolons', bytes: Buffer.from(plain.replaceAll(',', ';')) },
    { label: 'tabs', bytes: Buffer.from(plain.replaceAll(',', '\t')) },
    { label: 'pipes', bytes: Buffer.from(plain.replaceAll(',', '|')) },
    {
      label: 'tabs in UTF-16, as a spreadsheet saves text',
      bytes: utf16(plain.replaceAll(',', '\t'), '\uFEFF'),
    },
  ])('is read the same: $label', async ({ bytes }) => {
    for (const size of [3, 64, bytes.length]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        bytes.subarray(n * size, (n + 1) * size),
      );
      const rows = await readAll(pieces, bytes.length);
      const findDistrict = districtFinder([
        { id: 'prayagraj', nameHi: 'प्रयागराज', nameEn: 'Prayagraj', formerNames: ['Allahabad'] },
        { id: 'ayodhya', nameHi: 'अयोध्या', nameEn: 'Ayodhya', formerNames: ['Faizabad'] },
        ...named,
      ]);
      expect(createClassifier({ ...classify, findDistrict })(rows)).toEqual([
        member(2, 919_876_543_210, 'prayagraj'),
        member(3, 919_876_543_211, 'ayodhya', 'en'),
        { kind: 'reject', row: 4, reason: 'malformed', value: '12' },
      ]);
    }
  });
  it('takes the separator that the first row names, and keeps the numbers of rows', async () => {
    expect(await classifyText('sep=;\nmobile;district\n9876543210;agra\n')).toEqual([
      member(3, 919_876_543_210, 'agra'),
    ]);
  });
  it.each([
    ['9876543210;agra\n9876543211;agra\n', 2],
    ['"Mobile";"Name, first"\n9876543210;"a, b"\n', 1],
    ['mobile\n9876543210\n', 1],
    ['9876543210', 1],
  ])('finds numbers in %j', async (text, members) => {
    expect((await classifyText(text)).filter(({ kind }) => kind === 'member')).toHaveLength(
      members,
    );
  });
  it('refuses a gzip file that unpacks to far more than a list does', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 ** 2), { level: 1 });
    let units = 0;
    const unpack = async () => {
      for await (const text of listText(Readable.from([bomb]), bomb.length)) units += text.length;
    };
    await expect(unpack()).rejects.toThrow(/^Expected a gzip file that unpacks to at most 64 MB/);
    expect(units).toBeLessThanOrEqual(64 * 1024 ** 2);
  });
  it('refuses a gzip file that is cut off or damaged', async () => {
    const packed = gzipSync(plain.repeat(100));
    for (const bytes of [
      packed.subarray(0, packed.length - 9),
      Buffer.concat([packed.subarray(0, 20), randomBytes(50)]),
    ]) {
      await expect(readAll([bytes], bytes.length)).rejects.toThrow(/^Expected a whole gzip file/);
    }
  });
  it.each([
    { label: 'a quote that is never closed', text: `mobile\n"98765${'x'.repeat(40_000)}` },
    { label: 'a row without end', text: `mobile\n${'9'.repeat(100_000)}` },
  ])('refuses $label', async ({ text }) => {
    await expect(read(text)).rejects.toThrow(/^Expected rows of at most/);
  });
});

describe('an audience', async () => {
  const database = await openPostgres();
  const { pool } = database;
  const take = (
    text: string | Buffer,
    name = 'list.csv',
    change: Partial<AudienceDetails> = {},
  ) => {
    const path = join(folder, randomUUID());
    writeFileSync(path, text);
    const { defaultDistrict, defaultLanguage } = classify;
    const given = { defaultDistrict, defaultLanguage, districts: named, stations };
    return takeUpload(
      { pools: database, decoders },
      { path, name, classify: given },
      { details: { ...details, ...change } },
    );
  };
  const readRejects = async (id: number) => {
    const rows: unknown[] = [];
    for await (const page of walkRejects(pool, id, 2)) rows.push(...page);
    return rows;
  };

  it('stores each number once and reports duplicates, opted-out, do-not-disturb and wrong rows', async () => {
    await recordOptOuts(pool, ['+919876543212'], 'call');
    await pool.query('INSERT INTO do_not_disturb VALUES (919876543213)');
    const audience = await take(
      'mobile,district\n9876543210,agra\n+91 9876543210,agra\n9876543212,agra\n9876543213,lucknow\n\\N,agra\n"a\tb\\",agra\n',
    );
    expect(audience).toMatchObject({
      members: 2,
      dnd: 1,
      rowsRead: 6,
      rejects: { duplicate: 1, 'opted-out': 1, malformed: 2 },
    });
    expect(await readRejects(audience.id)).toEqual([
      { row: 3, reason: 'duplicate', value: '919876543210' },
      { row: 4, reason: 'opted-out', value: '919876543212' },
      { row: 6, reason: 'malformed', value: '\\N' },
      { row: 7, reason: 'malformed', value: 'a\tb\\' },
    ]);
    expect(await readSegments(pool, audience.id)).toEqual([
      { district: 'agra', language: 'hi', members: 1 },
      { district: 'lucknow', language: 'hi', members: 1 },
    ]);
  });

  it('keeps the stations that a list says, each as one number, and forgets them with it', async () => {
    const text =
      'mobile,district,station\n9876600001,agra,tajganj\n9876600002,agra,tajganj\n9876600003,,hazratganj\n9876600004,agra,\n9876600005,agra,nowhere\n';
    const change = { retainUntil: '2019-04-30' };
    const audience = await take(text, 'list.csv', change);
    await take(text, 'again.csv', change);
    expect(audience).toMatchObject({ members: 4, stations: 3, rejects: { 'unknown-station': 1 } });
    expect(await readListStations(pool, audience.id)).toEqual([
      { district: 'agra', id: 'tajganj' },
      { district: 'lucknow', id: 'hazratganj' },
    ]);
    const numbers = await pool.query('SELECT max(number) AS last FROM station_number');
    expect(numbers.rows).toEqual([{ last: 2 }]);
    await deleteExpiredLists(pool, '2019-05-01');
    expect(await readListStations(pool, audience.id)).toEqual([]);
  });

  it('takes a workbook, with numbers as numbers or text', async () => {
    const workbook = xlsxFile(
      [
        {
          name: 'List',
          columnWidths: [],
          rows: [
            ['क्रम', 'मोबाइल', 'जनपद', 'थाना'],
            [1, 9_876_500_001, 'आगरा', 'ताजगंज'],
            [2, '+91 98765 00002', 'agra', ''],
            [3, 'none', 'agra', ''],
          ].map((cells) => cells.map((value) => ({ value }))),
        },
      ],
      { title: 'List', createdAt: new Date('2019-04-12T05:00:00Z') },
    );
    const audience = await take(workbook, 'list.XLSX');
    expect(audience).toMatchObject({ members: 2, stations: 1, rejects: { malformed: 1 } });
    expect(await readRejects(audience.id)).toEqual([
      { row: 4, reason: 'malformed', value: 'none' },
    ]);
  });

  it.each([
    { label: 'an empty file', text: '', fileName: 'a.csv' },
    { label: 'a file without numbers', text: 'name,address\nx,y\n', fileName: 'a.csv' },
    { label: 'a csv named xlsx', text: 'mobile\n9876543210\n', fileName: 'a.xlsx' },
    {
      label: 'an open quote',
      text: `mobile\n9876543210\n"${'x'.repeat(40_000)}`,
      fileName: 'a.csv',
    },
  ])('stores nothing of $label', async ({ text, fileName }) => {
    const before = (await listAudiences(pool, null)).length;
    await expect(take(text, fileName)).rejects.toThrow(/^Expected /);
    expect(await listAudiences(pool, null)).toHaveLength(before);
    const left = await pool.query('SELECT FROM audience_upload');
    expect(left.rowCount).toBe(0);
  });

  it.each([
    { consentBasis: 'because' as never },
    { source: '' },
    { name: '' },
    { retainUntil: '2019-02-30' },
    { consentTemplate: '1107160000000' },
  ])('needs its particulars: %j', async (change) => {
    await expect(take('mobile\n9876543210\n', 'a.csv', change)).rejects.toThrow();
  });

  it('keeps the id of the consent by which its people agreed', async () => {
    const consent = { consentBasis: 'explicit-consent', consentTemplate: '110716000000' } as const;
    const { id } = await take('mobile\n9876543210\n', 'a.csv', consent);
    expect(await findAudience(pool, id)).toMatchObject(consent);
  });

  it('forgets one number everywhere', async () => {
    const audience = await take('mobile\n9123456780\n9123456780\n9123456781\n');
    const blast = await approvedBlast(pool, makeDraft(audience.id));
    await planRecipients(pool, blast, {});
    expect(await deleteNumber(pool, '+919123456780', false)).toBe(3);
    for (const table of ['audience_member', 'blast_recipient', 'opt_out', 'link_request']) {
      const held = await pool.query(`SELECT FROM ${table} WHERE msisdn = 919123456780`);
      expect(held.rowCount, table).toBe(0);
    }
    expect(await readRejects(audience.id)).toEqual([]);
    expect((await findAudience(pool, audience.id))?.members).toBe(1);
  });

  it('deletes lists whose retention is over', async () => {
    const audience = await take('mobile\n9123456789\n', 'a.csv', { retainUntil: '2019-04-30' });
    expect(await deleteExpiredLists(pool, '2019-04-30')).toBe(0);
    expect(await deleteExpiredLists(pool, '2019-05-01')).toBe(1);
    expect((await findAudience(pool, audience.id))?.members).toBe(0);
  });
});
