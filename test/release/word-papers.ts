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
import { pressNote } from '../../messaging/field/press-notes/routes.ts';
import { districtLetter } from '../../messaging/figures/district-letters/district-letter.ts';
import { reviewNote } from '../../messaging/figures/review-notes/review-note.ts';
import { operatorLetter } from '../../messaging/phone/telecom-operators/operator-pack.ts';
import { notice, type Paper, text } from '../../messaging/platform/documents/paper.ts';
import { paperDocx } from '../../messaging/platform/documents/paper-docx.ts';
import { paperPdf } from '../../messaging/platform/documents/paper-pdf.ts';
import { orderSheet } from '../../messaging/print/purchase-orders/order-sheet.ts';
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
  return [...papers, await complianceReport(), await pressNotePaper(), ...(await radioSheets())];
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
    now: new Date('2019-04-12T06:00:00Z'),
  });
  const note = reviewNote(file, { campaign, districts: directory.districts, month: '2019-04' });
  const letter = districtLetter(district, { file, campaign });
  const order = orderPaper({ campaign, district, station });
  const name = { hi: district.nameHi, en: district.nameEn };
  return [
    await inBothForms(`${id} review note`, note),
    await inBothForms(`${id} district letter`, letter),
    await inBothForms(`${id} purchase order`, orderSheet(order)),
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

async function inBothForms(name: string, paper: Paper): Promise<WordPaper> {
  return { name, docx: await paperDocx(paper), pdf: paperPdf(paper) };
}

function complianceReport(): Promise<WordPaper> {
  const row = (at: number) => [`${at + 1}`, `कार्य ${at + 1}`, 'जनपद आगरा', '30.04.2019', 'लंबित'];
  const table = (title: string, rows: number) => ({
    kind: 'table' as const,
    title,
    widths: [0.05, 0.4, 0.25, 0.15, 0.15],
    counts: [0],
    head: ['#', 'कार्य', 'किस पर', 'कब तक', 'स्थिति'],
    rows: Array.from({ length: rows }, (_, at) => row(at)),
  });
  const align = 'center';
  return inBothForms('compliance report', {
    office: 'उत्तर प्रदेश पुलिस तकनीकी सेवायें, लखनऊ',
    title: 'अनुपालन आख्या, अप्रैल 2019',
    language: 'hi',
    createdAt: new Date('2019-04-12T06:00:00Z'),
    landscape: true,
    foot: 'अनुपालन आख्या · पृष्ठ',
    blocks: [
      text('उत्तर प्रदेश पुलिस तकनीकी सेवायें, लखनऊ', 12, { bold: true, align }),
      text('अनुपालन आख्या, अप्रैल 2019', 17, { bold: true, align, ink: 'navy', heading: 'H1' }),
      text('दिनांक 12.04.2019 तक की स्थिति', 10, { align }),
      text('दिनांक 30.03.2019 से', 10, { align, after: 6 }),
      notice('नमूना आँकड़े'),
      {
        kind: 'figures',
        figures: [
          { value: '12', label: 'लंबित' },
          { value: '148', label: 'पूर्ण' },
        ],
      },
      table('किस पर क्या लंबित है', 10),
      { ...table('सभी कार्य', 40), newPage: true },
      { kind: 'space', points: 40 },
      text('अपर पुलिस महानिदेशक, तकनीकी सेवायें', 11, { bold: true, align: 'right' }),
    ],
  });
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

function pressNotePaper(): Promise<WordPaper> {
  const note = { content: pressContent, app: 'UP COP', issuedOn: '2019-04-12', notices: [] };
  return inBothForms('press note', pressNote(note));
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
