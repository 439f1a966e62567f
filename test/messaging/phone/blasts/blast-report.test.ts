import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { readXlsx } from '../../../../campaigns/tables/xlsx.ts';
import {
  type BlastFacts,
  blastReport,
} from '../../../../messaging/phone/blasts/report/report-content.ts';
import { blastReportCsv, reportPaper } from '../../../../messaging/phone/blasts/report-routes.ts';
import { emptyFigures } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { paperPdf } from '../../../../messaging/platform/documents/paper-pdf.ts';
import { paperXlsx } from '../../../../messaging/platform/documents/paper-xlsx.ts';
import { openFolder } from '../../../folders.ts';
import { makeDraft } from './blast-fixture.ts';

const campaign = loadCampaign('up-cop');
const { districts } = loadBaseDirectory();
const at = (time: string) => new Date(`2019-04-11T${time}:00+05:30`);
const figures = (change: object) => ({ ...emptyFigures(), ...change });

const sums = {
  all: figures({
    delivered: 123_456,
    undelivered: 2_100,
    failed: 350,
    accepted: 94,
    skipped: 40,
  }),
  canary: emptyFigures(),
  byLot: { a: emptyFigures(), b: emptyFigures() },
  segmentsSent: 251_300,
  segmentsCommitted: 251_300,
  segmentsWaiting: 0,
};
const byCode: BlastFacts['figures']['byCode'] = [
  { status: 'failed', code: '21211', recipients: 350 },
  { status: 'undelivered', code: '30003', recipients: 2_000 },
  { status: 'undelivered', code: 'X-77', recipients: 100 },
  { status: 'skipped', code: 'opted-out', recipients: 40 },
];

function facts(draft: { name?: string; gateway?: string } = {}): BlastFacts {
  return {
    blast: {
      ...makeDraft(3, { name: 'अप्रैल का प्रसारण', gateway: 'cdac', paisePerSegment: 15, ...draft }),
      texts: {
        hi: { templateId: '1107', header: 'UPPOLC', segments: 2, body: 'घर बैठे पुलिस सेवाएँ – UP COP' },
      },
      id: 12,
      round: null,
      status: 'finished',
      revision: 2,
      drafterId: 'pro',
      approverId: 'nodal',
      pauseReason: null,
      canaryPassed: true,
      trialChoice: null,
      trialCodes: null,
      trialSentAt: null,
      district: null,
      parentId: null,
      shortCode: 'BCDFGH',
      pricePaise: 15,
      remark: null,
      haltingCode: null,
      gateways: [
        {
          gateway: 'cdac',
          pricePaise: 15,
          costBeforePaise: 0,
          segmentsBefore: 0,
          laterSinceMs: null,
          stoppedBy: null,
        },
      ],
      createdAt: at('10:05'),
      submittedAt: at('10:20'),
      seal: null,
      found: null,
      packTakenAt: null,
      approvedAt: at('11:00'),
      plannedAt: at('11:00'),
      startedAt: at('11:01'),
      resumedAt: at('11:01'),
      endedAt: at('14:30'),
    },
    names: {
      drafterName: 'जनसंपर्क अधिकारी',
      approverName: 'नोडल अधिकारी',
      audienceName: 'ई-एफ़आईआर के आवेदक',
      childIds: [],
    },
    testPaise: 0,
    figures: { ...sums, byCode, byGateway: new Map([['cdac', sums]]) },
    link: { scans: 4_321, visitors: 3_900 },
    installs: 610,
    installsUntil: '2019-04-10',
    days: [
      { day: '2019-04-10', sent: 100_000, failed: 2_000 },
      { day: '2019-04-11', sent: 26_000, failed: 450 },
    ],
    trial: null,
    byDistrict: [
      { district: null, figures: figures({ delivered: 456, skipped: 40 }) },
      { district: 'agra', figures: figures({ delivered: 123_000, undelivered: 2_100 }) },
      { district: 'lucknow', figures: figures({ failed: 350, accepted: 94 }) },
    ],
    byOperator: [
      {
        operator: 'JIO',
        circle: 'UP EAST',
        sent: 125_000,
        delivered: 123_000,
        medianSeconds: 45,
        slowSeconds: 10_900,
      },
      {
        operator: null,
        circle: null,
        sent: 650,
        delivered: 456,
        medianSeconds: 600,
        slowSeconds: null,
      },
    ],
  };
}

const report = (change: Parameters<typeof facts>[0] = {}, language: 'hi' | 'en' = 'hi') =>
  blastReport(facts(change), { campaign, districts, language, now: at('18:00') });

describe('the report of a blast', () => {
  it('says both texts of a trial', () => {
    const { blast, ...rest } = facts();
    const texts = {
      hi: { templateId: '1108', header: 'UPCOPS', segments: 1, body: 'और छोटा पाठ' },
    };
    const tried = { ...rest, blast: { ...blast, trial: { texts, share: 20, waitMs: 1 } } };
    const said = blastReport(tried, {
      campaign,
      districts,
      language: 'en',
      now: at('18:00'),
    }).facts;
    expect(said).toContainEqual(['Text (Hindi): Second text', 'और छोटा पाठ']);
    expect(said.map(([, value]) => value)).toContain('UPPOLC, UPCOPS');
  });
  it('adds up: totals, days and districts tell of the same recipients', () => {
    const { tables } = report();
    const counts = (title: string) =>
      (tables.find((table) => table.title === title)?.rows ?? []).map((cells) =>
        cells.map((cell) => (typeof cell === 'object' && 'count' in cell ? cell.count : null)),
      );
    const [recipients, sent, delivered, undelivered, awaited, failed, unknown, skipped, waiting] =
      counts('योग').map((cells) => Number(cells[1]));
    expect(recipients).toBe(126_040);
    expect(sent).toBe(Number(delivered) + Number(undelivered) + Number(awaited));
    expect(recipients).toBe(
      Number(sent) + Number(failed) + Number(unknown) + Number(skipped) + Number(waiting),
    );
    expect(counts('दिनवार विवरण').at(-1)).toEqual([null, Number(sent) + Number(failed), 2_450]);
    expect(counts('जनपदवार विवरण').at(-1)).toEqual([
      null,
      126_040,
      sent,
      delivered,
      2_450,
      skipped,
    ]);
  });

  it('names who drafted and approved it and when, and what the link brought for how much', () => {
    const { facts: lines, tables } = report({}, 'en');
    expect(lines).toContainEqual(['Drafted by', 'जनसंपर्क अधिकारी, 11 April 2019, 10:05 IST']);
    expect(lines).toContainEqual(['Approved by', 'नोडल अधिकारी, 11 April 2019, 11:00 IST']);
    expect(tables.find(({ title }) => title === 'Cost and result')?.rows).toEqual([
      ['Segments sent', { count: 251_300 }],
      ['Price of a segment', { paise: 15 }],
      ['Cost in all', { paise: 3_769_500 }],
      ['Times that the link was opened', { count: 4_321 }],
      ['Visitors who opened it (by the network, summed by day)', { count: 3_900 }],
      ['Installs through the link, at least (Google Play, up to 10 April 2019)', { count: 610 }],
      ['Cost of one opening of the link', { paise: 872 }],
    ]);
  });

  it('says how many each telecom operator brought, and how late', () => {
    const rows = report().tables.find(({ title }) => title.includes('सर्किल'))?.rows;
    expect(rows).toEqual([
      ['JIO · UP EAST', { count: 125_000 }, { count: 123_000 }, { share: 0.984 }, '45 से॰', '3 घंटे'],
      ['कंपनी ज्ञात नहीं', { count: 650 }, { count: 456 }, { share: 456 / 650 }, '10 मिनट', '–'],
    ]);
  });

  it('gives reasons in words, and a code that it does not know as it is', () => {
    const rows = report().tables.find(({ title }) => title.includes('कारण'))?.rows;
    expect(rows?.[0]).toEqual(['फ़ोन बंद या नेटवर्क से बाहर', '30003', 'नहीं पहुँचा', { count: 2_000 }]);
    expect(rows).toContainEqual(['अन्य कारण', 'X-77', 'नहीं पहुँचा', { count: 100 }]);
  });

  it.each([
    { label: 'a real gateway', change: {}, notice: [] },
    { label: 'the emulator', change: { gateway: 'emulator' }, notice: [/एमुलेटर/] },
  ])('says at its head what is no real sending: $label', ({ change, notice }) => {
    const { notices } = report(change);
    expect(notices.length).toBe(notice.length);
    notice.forEach((wanted, index) => {
      expect(notices[index]).toMatch(wanted);
    });
  });

  it('is csv that a spreadsheet takes for text and numbers, never for a formula', () => {
    const csv = blastReportCsv(report({ name: '=HYPERLINK("x")' }));
    const rows = parse(csv, { bom: true, relax_column_count: true }) as string[][];
    expect(rows[1]).toEqual([`'=HYPERLINK("x")`]);
    expect(rows).toContainEqual(['कुल व्यय', '37695']);
    expect(rows).toContainEqual(['आगरा', '125100', '125100', '123000', '2100', '0']);
    expect(rows.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });

  it('is a workbook whose figures are numbers, with what is no real sending marked on every sheet', async () => {
    const sheets = readXlsx(paperXlsx(reportPaper(report({ gateway: 'emulator' }))));
    expect(sheets.length).toBe(7);
    for (const { rows } of sheets) {
      expect(rows.flatMap(({ cells }) => cells).join()).toContain('एमुलेटर');
    }
    const districts = sheets.find(({ name }) => name === 'जनपदवार विवरण');
    // Grouped figures would be text.
    expect(districts?.rows.find(({ line }) => line === 3)?.cells).toEqual([
      ...['आगरा', '125100', '125100', '123000', '2100', '0'],
    ]);
  });
});

describe('its PDF', () => {
  const folder = openFolder('blast-report-');

  /** Words that can be copied out of a sound PDF. */
  function readWords(path: string): { words: string[]; unpacked: string } {
    execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
    const unpacked = execFileSync(
      'qpdf',
      ['--qdf', '--normalize-content=n', '--object-streams=disable', path, '-'],
      { maxBuffer: 50e6 },
    ).toString('latin1');
    const words = [...unpacked.matchAll(/ActualText <feff([0-9a-f]+)>/g)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    );
    return { words, unpacked };
  }

  it('is made whatever an officer typed into a name', () => {
    const content = report({ name: 'ऐप 📣 प्र\u200Dचार ↻\nदूसरी पंक्ति' });
    const path = join(folder, 'typed.pdf');
    writeFileSync(path, paperPdf(reportPaper(content)));
    const { words } = readWords(path);
    expect(words).toContain('ऐप ? प्र\u200Dचार ? दूसरी पंक्ति');
  });

  it.each(['hi', 'en'] as const)('is sound, and its words can be copied out (%s)', (language) => {
    const content = report({}, language);
    const path = join(folder, `${language}.pdf`);
    writeFileSync(path, paperPdf(reportPaper(content)));
    const { words, unpacked } = readWords(path);
    expect(words).toContain(content.title);
    expect(words).toContain('1,23,456');
    expect(words).toContain('₹ 37,695');
    expect(unpacked).toContain(`/Lang (${language}-IN)`);
    expect(paperPdf(reportPaper(content)).equals(paperPdf(reportPaper(content)))).toBe(true);
  });
});
