import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../campaigns/directory/station.ts';
import type { PressNoteContent } from '../../campaigns/press-notes/note-content.ts';
import { buildProgress } from '../../campaigns/tracker/build-progress.ts';
import { makeSample, sampleToday } from '../../campaigns/tracker/sample.ts';
import { promptSheet, spotSheet } from '../../generator/channels/radio/script-sheets.ts';
import { sheetDocx } from '../../generator/channels/radio/sheet-docx.ts';
import { sheetPdf } from '../../generator/channels/radio/sheet-pdf.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { coatedIntent } from '../../generator/print/output-intent-fs.ts';
import { pressNoteDocx } from '../../messaging/field/press-notes/note-docx.ts';
import { pressNotePdf } from '../../messaging/field/press-notes/note-pdf.ts';
import { letterContent } from '../../messaging/figures/district-letters/letter-content.ts';
import { letterDocx } from '../../messaging/figures/district-letters/letter-docx.ts';
import { letterPdf } from '../../messaging/figures/district-letters/letter-pdf.ts';
import { noteContent } from '../../messaging/figures/review-notes/note-content.ts';
import { noteDocx } from '../../messaging/figures/review-notes/note-docx.ts';
import { notePdf } from '../../messaging/figures/review-notes/note-pdf.ts';
import { operatorLetter } from '../../messaging/phone/telecom-operators/operator-letter.ts';
import { orderDocx } from '../../messaging/print/purchase-orders/order-docx.ts';
import { orderPdf } from '../../messaging/print/purchase-orders/order-pdf.ts';
import type { ComplianceReport } from '../../messaging/register/compliance-reports/report-content.ts';
import { reportDocx } from '../../messaging/register/compliance-reports/report-docx.ts';
import { reportPdf } from '../../messaging/register/compliance-reports/report-pdf.ts';
import { orderPaper } from '../messaging/fixtures/order-paper.ts';

/** A paper as Word file and, where the product makes one, as PDF. */
export interface WordPaper {
  name: string;
  docx: Uint8Array;
  pdf: Uint8Array | null;
}

/** Every kind of paper that comes as a Word file, written without a server. */
export async function wordPapers(): Promise<WordPaper[]> {
  const papers: WordPaper[] = [];
  for (const id of ['up-cop', 'gujarat-citizen-first', 'maharashtra-citizen-portal'])
    papers.push(...(await campaignPapers(id)));
  return [...papers, await complianceReport(), await pressNote(), ...(await radioSheets())];
}

async function campaignPapers(id: string): Promise<WordPaper[]> {
  const campaign = loadCampaign(id);
  const directory = loadBaseDirectory(id);
  const [district] = directory.districts;
  const [station] = directory.stations;
  if (district === undefined || station === undefined) throw new Error(`Expected places in ${id}`);
  const districts = directory.districts.map((each) => ({
    id: each.id,
    stations: boardStations(directory).flatMap((own) => (own.district === each.id ? [own.id] : [])),
  }));
  const file = buildProgress({
    campaign,
    districts,
    ...makeSample(districts),
    today: sampleToday,
    sample: true,
    now: new Date('2019-04-12T06:00:00Z'),
  });
  const note = noteContent(file, { campaign, districts: directory.districts, month: '2019-04' });
  const letter = letterContent(district, { file, campaign });
  const order = orderPaper({ campaign, district, station });
  const name = { hi: district.nameHi, en: district.nameEn };
  return [
    { name: `${id} review note`, docx: await noteDocx(note), pdf: notePdf(note) },
    { name: `${id} district letter`, docx: await letterDocx(letter), pdf: letterPdf(letter) },
    { name: `${id} purchase order`, docx: await orderDocx(order), pdf: orderPdf(order) },
    {
      name: `${id} operator letter`,
      docx: await operatorLetter({
        campaign,
        channel: 'sms',
        hours: { from: '10:00', to: '20:00' },
        recipients: 1000,
        districts: [name],
        districtCount: districts.length,
        today: '2026-11-28',
      }),
      pdf: null,
    },
  ];
}

async function complianceReport(): Promise<WordPaper> {
  const row = (at: number) => [`${at + 1}`, `कार्य ${at + 1}`, 'जनपद आगरा', '30.04.2019', 'लंबित'];
  const table = (title: string, rows: number) => ({
    title,
    widths: [0.05, 0.4, 0.25, 0.15, 0.15],
    counts: [0],
    summed: false,
    head: ['#', 'कार्य', 'किस पर', 'कब तक', 'स्थिति'],
    rows: Array.from({ length: rows }, (_, at) => row(at)),
  });
  const report: ComplianceReport = {
    office: 'उत्तर प्रदेश पुलिस तकनीकी सेवायें, लखनऊ',
    title: 'अनुपालन आख्या, अप्रैल 2019',
    asOf: 'दिनांक 12.04.2019 तक की स्थिति',
    countedFrom: 'दिनांक 30.03.2019 से',
    sampleNotice: 'नमूना आँकड़े',
    pageTitle: 'अनुपालन आख्या',
    figures: [
      { value: '12', label: 'लंबित' },
      { value: '148', label: 'पूर्ण' },
    ],
    owing: table('किस पर क्या लंबित है', 10),
    table: table('सभी कार्य', 40),
    offices: table('', 0),
    signature: 'अपर पुलिस महानिदेशक, तकनीकी सेवायें',
    generatedAt: new Date('2019-04-12T06:00:00Z'),
  };
  return { name: 'compliance report', docx: await reportDocx(report), pdf: reportPdf(report) };
}

const pressContent: PressNoteContent = {
  office: 'मीडिया सेल, जनपद आगरा, उत्तर प्रदेश पुलिस',
  head: [
    ['प्रेस नोट संख्या', '07/2019'],
    ['दिनांक', '12.04.2019'],
  ],
  title: 'मार्च 2019 में UP COP ऐप से दर्ज प्रकरण',
  paragraphs: ['माह मार्च 2019 में 25 ई-एफआईआर दर्ज करायी गयीं।'],
  figures: {
    head: ['श्रेणी', 'जनपद में कुल', 'थानावार'],
    rows: [['ई-एफआईआर', '25', 'हरिपर्वत – 9; एत्मादपुर – 8; ताजगंज – 5; अन्य थाने – 3']],
    note: 'जिन थानों की संख्या 3 से कम है, वह केवल जनपद के योग में दी गयी है।',
  },
  appeal: 'UP COP ऐप डाउनलोड करें।',
  link: 'https://UPPOLICE.GOV.IN/Q17SN0N',
  typedLink: 'uppolice.gov.in/Q17SN0N',
  issuer: 'जारीकर्ता – मीडिया सेल, जनपद आगरा',
};

async function pressNote(): Promise<WordPaper> {
  const note = { content: pressContent, app: 'UP COP', issuedOn: '2019-04-12', notices: [] };
  return { name: 'press note', docx: await pressNoteDocx(note), pdf: pressNotePdf(note) };
}

async function radioSheets(): Promise<WordPaper[]> {
  const campaign = loadCampaign('up-cop');
  const { radio } = campaign;
  if (radio === undefined) return [];
  const source = { campaign, radio, code: '17SN0N' };
  const press = { fonts: loadFonts(), intent: coatedIntent(), date: campaign.versionDate };
  const sheets = [
    ...radio.spots.slice(0, 1).map((spot) => spotSheet(source, spot)),
    promptSheet(source, 'hi'),
  ];
  return Promise.all(
    sheets.map(async (sheet) => ({
      name: `radio sheet ${sheet.title}`,
      docx: await sheetDocx(sheet),
      pdf: Buffer.concat(sheetPdf(sheet, press).parts),
    })),
  );
}
