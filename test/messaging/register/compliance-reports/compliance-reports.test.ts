import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { buildRegister } from '../../../../campaigns/directions/directions.ts';
import { officeKey } from '../../../../campaigns/directions/occurrence-key.ts';
import { findState, type Touched } from '../../../../campaigns/directions/occurrence-state.ts';
import { occurrences } from '../../../../campaigns/directions/occurrences.ts';
import { owingOffices } from '../../../../campaigns/directions/owing-offices.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import { fileTypes } from '../../../../messaging/contract/file-types.ts';
import { paperDocx } from '../../../../messaging/platform/documents/paper-docx.ts';
import { paperPdf } from '../../../../messaging/platform/documents/paper-pdf.ts';
import { paperXlsx } from '../../../../messaging/platform/documents/paper-xlsx.ts';
import { complianceReport } from '../../../../messaging/register/compliance-reports/compliance-report.ts';
import { openComplianceReports } from '../../../../messaging/register/compliance-reports/module.ts';
import type { Answer } from '../../../../messaging/register/compliance-reports/report-rows.ts';
import { renderPage } from '../../../generator/fixture.ts';
import { expectAnswer } from '../../fixtures/answers.ts';
import { decoders } from '../../fixtures/decoders.ts';
import { listFigures, listTables } from '../../fixtures/paper-parts.ts';
import { makeProgress } from '../../fixtures/progress.ts';
import { readPart } from '../../fixtures/zip-part.ts';
import { openRegister } from '../register-fixture.ts';

const campaign = loadCampaign('up-cop');
const directory = loadBaseDirectory();
const { districts } = directory;
const register = buildRegister(campaign);
const offices = owingOffices(register, districts);
const today = '2019-04-12';

/** The report of April 2019 as written on the 12th, after what these offices have done. */
function reportAfter(
  touched: Readonly<Record<string, Touched & Partial<Answer>>> = {},
  given: Partial<Parameters<typeof complianceReport>[0]> = {},
) {
  const scope = { offices, until: today, events: [], bases: {} };
  const paper = complianceReport({
    register,
    stated: occurrences(register, scope).map((own) => ({
      ...own,
      ...findState(own, { touched: touched[own.key], today }),
      submittedOn: touched[own.key]?.submittedOn ?? null,
      waits: false,
    })),
    offices,
    answers: new Map(
      Object.entries(touched).map(([key, { details = '', figures = {}, remark = '' }]) => [
        key,
        { details, figures, remark },
      ]),
    ),
    counted: () => '',
    countedTogether: () => '',
    places: { campaign, districts, branches: register.branches },
    month: '2019-04',
    today,
    takenOverOn: '2018-11-22',
    office: campaign.copy.owner.hi,
    signature: 'ADG',
    generatedAt: new Date('2019-04-12T06:00:00Z'),
    ...given,
  });
  const [owing, table] = listTables(paper.blocks);
  const [byOffice] = listTables(paper.sheets?.at(-1)?.blocks ?? []);
  if (owing === undefined || table === undefined || byOffice === undefined)
    throw new Error('Expected three tables');
  return { paper, owing, table, offices: byOffice, figures: listFigures(paper) };
}
const findRow = (rows: readonly (readonly string[])[], words: string) =>
  rows.find((cells) => cells.join('|').includes(words)) ?? [];
const allZones = offices.filter(({ role }) => role === 'zone').map(officeKey);

describe('the report', () => {
  test('begins with who owes what since when, the longest overdue first', () => {
    const { owing, figures } = reportAfter();
    const days = owing.rows.map((cells) => Number(cells[4]?.replace('–', '0')));
    expect(days).toEqual([...days].sort((a, b) => b - a));
    const [, who, , since, late] = findRow(owing.rows, 'प्रस्तर 3');
    expect([who, since, late]).toEqual(['समस्त 75 जनपद', '05.04.2019', '7']);
    const zones = findRow(owing.rows, 'बिंदु 2 (B)');
    expect(zones[1]).toBe('समस्त 8 जोन');
    expect(figures.at(-1)?.label).toMatch(/विलंबित, अधिकतम \d+ दिन/);
  });

  test('has the seven columns, and dates that are computed say so', () => {
    const { table } = reportAfter();
    expect(table.head).toEqual([
      'क्रमांक',
      'निर्देश',
      'उत्तरदायी',
      'समय-सीमा',
      'कृत कार्यवाही',
      'स्थिति',
      'टिप्पणी',
    ]);
    expect(findRow(table.rows, '3 (A)')[3]).toBe('11.04.2019 (दिन गिनकर)');
    expect(findRow(table.rows, '1 (A)').slice(3, 6)).toEqual([
      'कोई तिथि नहीं',
      'सूचना शून्य',
      'आरंभ नहीं',
    ]);
  });

  test('what the tracker counts stands once for all offices, and nobody is said to be silent', () => {
    const boards = 'थानों पर बोर्ड: 1,654 में से 1,001';
    const { table } = reportAfter(
      {},
      {
        stated: occurrences(register, { offices, until: today }).map((own) => ({
          ...own,
          ...findState(own, { today, tracker: own.obligation === '1C' ? 'under-way' : undefined }),
          submittedOn: null,
          waits: false,
        })),
        countedTogether: (obligation) => (obligation === '1C' ? boards : ''),
      },
    );
    expect(findRow(table.rows, 'बिंदु 1 (C)').slice(4)).toEqual([boards, 'कार्यवाही जारी 10', '']);
    expect(findRow(table.rows, 'बिंदु 2 (A)').slice(4)).toEqual([
      'सूचना शून्य',
      'शेष 8',
      'किसी की सूचना नहीं',
    ]);
  });

  test('who has answered is counted, and who has not is named', () => {
    const [first = '', ...rest] = allZones;
    const done = Object.fromEntries(
      rest.map((zone) => [
        `2B/${zone}/2019-03`,
        { status: 'accepted' as const, submittedOn: '2019-04-05', details: 'PMS प्रयोग में' },
      ]),
    );
    const { table, owing } = reportAfter(done);
    const row = findRow(table.rows, 'बिंदु 2 (B)');
    expect(row[4]).toMatch(/^8 में से 7 की सूचना प्राप्त। .*PMS प्रयोग में/);
    expect(row[5]).toBe('स्वीकृत 7; शेष 1; विलंबित 1, अधिकतम 7 दिन');
    const missing = campaign.areas.zones[first.replace('zone:', '')]?.hi ?? '';
    expect(row[6]).toBe(`शेष: ${missing}`);
    expect(findRow(owing.rows, 'बिंदु 2 (B)')[1]).toBe(missing);
  });

  test('what was returned is owed again, with the remark; what was accepted in time is not late', () => {
    const { table } = reportAfter({
      '3A/branch:crime/once': {
        status: 'returned',
        submittedOn: '2019-04-10',
        remark: 'लाभ के आँकड़े जोड़ें',
      },
    });
    const single = findRow(table.rows, 'Impact Analysis');
    expect(single.join('|')).toMatch(/लौटाया गया 1/);
    expect(reportAfter().offices.rows.length).toBeGreaterThan(100);
  });
});

describe('its files', () => {
  const { paper } = reportAfter();

  test('the PDF is A4 on its side, and the same report is the same file', async () => {
    const pdf = paperPdf(paper);
    expect(Buffer.compare(pdf, paperPdf(paper))).toBe(0);
    const { width, height } = await renderPage(pdf, 0, 400);
    expect(width / height).toBeCloseTo(Math.SQRT2, 1);
  });

  test('the Word file lies on its side, repeats heads and numbers its pages', async () => {
    const parts = unzipSync(await paperDocx(paper));
    const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml).toContain('अनुपालन आख्या: अप्रैल 2019');
    const footer = Object.keys(parts).find((name) => /footer\d*\.xml$/.test(name)) ?? '';
    expect(strFromU8(parts[footer] as Uint8Array)).toContain('NUMPAGES');
  });

  test('the workbook has three sheets that repeat their heads', () => {
    const parts = unzipSync(paperXlsx(paper));
    const book = strFromU8(parts['xl/workbook.xml'] as Uint8Array);
    expect(book.match(/Print_Titles/g)).toHaveLength(3);
    for (const at of [1, 2, 3]) {
      const sheet = strFromU8(parts[`xl/worksheets/sheet${at}.xml`] as Uint8Array);
      expect(sheet).toContain('orientation="landscape"');
    }
  });
});

describe('the route', async () => {
  const officers: Record<string, Actor> = {
    hq: { id: 'h', name: 'HQ', role: 'hq' },
    pro: { id: 'p', name: 'PRO to DGP', role: 'pro-dgp' },
    zone: { id: 'z', name: 'ADG Agra', role: 'zone', zone: 'agra' },
  };
  const progress = makeProgress(today, {
    districts: districts.map(({ id }) => ({ id, stations: [] })),
  });
  const { send, layPaper } = await openRegister(officers, {
    progress: () => progress,
    beside: (directions) => [openComplianceReports({ directions, decoders })],
  });
  const get = (who: string, query: string) => send(who, 'GET', `/api/compliance-report${query}`);
  const act = async (
    who: string,
    action: 'submit' | 'decide',
    payload: Record<string, unknown> & { key: string },
  ) => {
    if (action === 'submit') await layPaper(payload.key);
    await expectAnswer(send(who, 'POST', `/api/directions/occurrence/${action}`, payload), 200);
  };

  test('what a zone hands in stands in its report and in that of headquarters', async () => {
    const details = 'सभी जनपदों में PMS का उपयोग हो रहा है।';
    await act('zone', 'submit', { key: '2A/zone:agra/standing', version: 0, details, figures: {} });
    for (const who of ['zone', 'hq']) {
      const answer = await get(who, '?format=docx&month=2019-04');
      expect(readPart(answer.rawPayload, 'word/document.xml')).toContain(details);
    }
  });

  test('information on the PMS app goes to headquarters, back, mended and consolidated: the Word file follows', async () => {
    /** Cells of the rows of 2B in the last table of the Word file. */
    const rows = async () => {
      const { rawPayload } = await get('hq', '?format=docx&month=2019-04');
      const xml = readPart(rawPayload, 'word/document.xml');
      return [...xml.slice(xml.lastIndexOf('<w:tbl>')).matchAll(/<w:tr>.*?<\/w:tr>/gs)]
        .map(([row]) =>
          [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
            [...cell.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''),
          ),
        )
        .filter(([, direction = '']) => direction.startsWith('बिंदु 2 (B)'))
        .map((cells) => cells.slice(4));
    };
    const key = '2B/zone:agra/2019-03';
    const whole = '2B-dgp/hq/2019-03';
    const figures = { districts: 8, reviewed: 96 };
    await act('zone', 'submit', { key, version: 0, details: '', figures });
    const remark = 'जनपद मथुरा की सूचना नहीं है';
    await act('hq', 'decide', { key, version: 1, action: 'return', remark });
    expect((await rows())[0]?.slice(0, 2)).toEqual([
      '8 में से 1 की सूचना प्राप्त।',
      'लौटाया गया 1; शेष 8; विलंबित 8, अधिकतम 7 दिन',
    ]);
    const mended = { districts: 8, reviewed: 110 };
    const gathered = { districts: 75, reviewed: 1110 };
    await act('zone', 'submit', { key, version: 2, details: 'मथुरा जोड़ा', figures: mended });
    await act('hq', 'decide', { key, version: 3, action: 'accept', remark: '' });
    await act('hq', 'submit', { key: whole, version: 0, details: 'समेकित', figures: gathered });
    await act('pro', 'decide', { key: whole, version: 1, action: 'accept', remark: '' });
    const sum = (districts: number, reviewed: string) =>
      `जनपद जिनकी सूचना शामिल है: ${districts}; ऐप से समीक्षित थाने: ${reviewed}`;
    expect(await rows()).toEqual([
      [
        `8 में से 1 की सूचना प्राप्त। योग: ${sum(8, '110')}। आगरा जोन: मथुरा जोड़ा`,
        'स्वीकृत 1; शेष 7; विलंबित 7, अधिकतम 7 दिन',
        expect.stringContaining('शेष: बरेली जोन'),
      ],
      ['सूचना शून्य', 'आरंभ नहीं', ''],
      [`${sum(75, '1,110')}; समेकित`, 'स्वीकृत', expect.any(String)],
    ]);
  });

  test.each(['pdf', 'docx', 'xlsx'] as const)('it comes as %s with a name', async (format) => {
    const answer = await get('hq', `?format=${format}&zone=agra`);
    expect(answer.headers['content-type']).toBe(fileTypes[format]);
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="compliance-2019-04-agra.${format}"`,
    );
  });

  test('a zone has no other zone’s, and a zone that does not exist has none', async () => {
    expect((await get('zone', '?zone=lucknow')).statusCode).toBe(403);
    expect((await get('hq', '?zone=nowhere')).statusCode).toBe(404);
    expect((await get('hq', '?month=2019-13')).statusCode).toBe(400);
  });
});
