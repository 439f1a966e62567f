import type { Campaign } from '../../campaigns/campaign.ts';
import { consentLine } from '../../campaigns/newspapers/consent.ts';
import type { Shape } from '../layout/drawing.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { artworkById } from './catalogue.ts';
import { OfficePage, proofSignatures } from './office-page.ts';

/** A4 upright. */
export const ticketTrimMm = { width: 210, height: 297 };
const left = 12;
const right = ticketTrimMm.width - 12;
const bottom = 284;

export type TicketFile = { artwork: string; name: string; code: string; sha256: string };

export type TicketRow = {
  /** As it stands on the foot of the board. */
  name: string;
  needsCheck: boolean;
  /** Names as they lie in the district's ZIP. */
  files: readonly TicketFile[];
};

type District = { nameHi: string };

/**
 * A district's job ticket for the printing vendor: what, how many, on what, by when, where to, and which file is which.
 * @returns its pages
 */
export function ticket(
  { campaign, fonts }: { campaign: Campaign; fonts: Fonts },
  district: District,
  rows: readonly TicketRow[],
): Shape[][] {
  const pages: OfficePage[] = [];
  const open = () => {
    const page = new OfficePage(fonts);
    pages.push(page);
    header(page, campaign, district);
    return page;
  };
  let page = open();
  let y = facts(page, campaign, rows);
  page.signatures(proofSignatures, { x: left, y, width: right - left, height: 24 });
  y += 28;
  y = tableHead(page, y);
  for (const [index, row] of rows.entries()) {
    if (y + rowHeight(row) > bottom) {
      page = open();
      y = tableHead(page, 30);
    }
    stationRow(page, campaign, { row, number: index + 1, district, y });
    y += rowHeight(row);
  }
  for (const [index, each] of pages.entries()) {
    each.text(
      `* छपवाने से पहले जनपद नाम जाँचे  ·  जाँच-अंक: फ़ाइल का SHA-256, पहले 12 अंक  ·  पृष्ठ ${index + 1}/${pages.length}`,
      { x: left, y: 290, points: 8, maxWidth: right - left },
    );
  }
  return pages.map(({ shapes }) => shapes);
}

function header(page: OfficePage, { app, copy, ...campaign }: Campaign, district: District): void {
  page.fill('navy', 0, 0, ticketTrimMm.width, 25);
  page.text(`${app.name}: छपाई का कार्यादेश`, {
    x: left,
    y: 12,
    points: 19,
    weight: 800,
    ink: 'paper',
  });
  page.text(`${copy.station.district.hi} ${district.nameHi}`, {
    x: left,
    y: 20,
    points: 12,
    ink: 'marigold',
  });
  page.text('JOB TICKET', { x: right, y: 12, points: 11, ink: 'paper', align: 'right' });
  page.text(`v${campaign.version}  ${campaign.versionDate}`, {
    x: right,
    y: 20,
    points: 9,
    ink: 'paper',
    align: 'right',
  });
}

/** @returns where the next thing may begin */
function facts(page: OfficePage, campaign: Campaign, rows: readonly TicketRow[]): number {
  let y = 31.5;
  for (const [label, value] of [...orderFacts(campaign), ...printFacts(campaign, rows)]) {
    page.text(label, { x: left, y, points: 8.5, weight: 700, ink: 'navy' });
    page.text(value, { x: left + 34, y, points: 8.5, maxWidth: right - left - 34 });
    y += 4.9;
  }
  const { links } = campaign;
  if (links.confirmed) return y;
  page.fill('red', left, y - 2.6, right - left, 6.4);
  page.text(`अभी न छापें: लिंक का पता ${links.host} पुष्ट नहीं है  ·  NOT FOR PRINT`, {
    x: left + 2,
    y: y + 1.6,
    points: 9,
    weight: 800,
    ink: 'paper',
  });
  return y + 6;
}

const blank = '____________________';

/** What the office fills in, where the campaign does not say it. */
function orderFacts({ print, consent }: Campaign): [string, string][] {
  return [
    ['सूचना अधिकारी', consentLine(consent, 'hoarding').text],
    ['क्रय आदेश सं०', `${print.purchaseOrder ?? blank}      अन्तिम तिथि: ${print.dueOn ?? blank}`],
    ['संपर्क', print.contact ?? `${blank}      मोबाइल: ${blank}`],
  ];
}

function printFacts({ print, links }: Campaign, rows: readonly TicketRow[]): [string, string][] {
  const board = artworkById('board');
  const { trimMm, bleedMm } = board.format;
  const pixels = (mm: number) => Math.round((mm / 25.4) * board.rasterDpi);
  const paper = artworkById('pamphlet').format;
  const boards = rows.length * print.boardsPerStation;
  const weight = print.flexWeightGsm === null ? blank : `${print.flexWeightGsm} ग्राम/मी²`;
  const condition = print.pamphletStock === 'uncoated' ? 'FOGRA47 (मैपलिथो)' : 'FOGRA39 (कोटेड)';
  return [
    ['बोर्ड', `${rows.length} थाने, कुल ${boards} बोर्ड; हर थाने की फ़ाइल अलग है (अपना क्यूआर कोड)`],
    [
      'आकार (ट्रिम)',
      `${trimMm.width} × ${trimMm.height} मिमी (8 × 5 फुट), ब्लीड ${bleedMm} मिमी चारों ओर, 1:1`,
    ],
    [
      'छपाई का रेजोल्यूशन',
      `कम से कम ${board.rasterDpi} dpi (${pixels(trimMm.width)} × ${pixels(trimMm.height)} px)`,
    ],
    ['सामग्री', `${print.boardMaterial.hi}, ${weight}`],
    ['फिनिश, आइलेट', print.boardFinish.hi],
    ['फ्रेम', print.boardFrame.hi],
    [
      'पम्पलेट',
      `A5 ${paper.trimMm.width} × ${paper.trimMm.height} मिमी, ब्लीड ${paper.bleedMm} मिमी, दोनों ओर; ${print.pamphletPaper.hi}; ${condition}`,
    ],
    [
      'पम्पलेट की प्लेट',
      'आधी SRA3 पर 2 (pamphlet-2up), SRA3 पर 4 (pamphlet-4up): work and turn, ग्रिपर नीचे के किनारे पर',
    ],
    ['स्याही', 'CMYK, PDF/X-4, FOGRA39; क्यूआर कोड केवल काली स्याही में: रंग न बदलें, फैलाएँ या काटें नहीं'],
    ['लिंक', `https://${links.host}/Q…`],
  ];
}

const columns = {
  number: left,
  name: left + 8,
  code: left + 74,
  count: left + 96,
  hash: left + 160,
};

function tableHead(page: OfficePage, top: number): number {
  page.fill('mist', left - 2, top, right - left + 4, 6);
  const head = { y: top + 4.2, points: 8, weight: 800, ink: 'navy' } as const;
  page.text('#', { x: columns.number, ...head });
  page.text('थाना; फ़ाइल का नाम, जैसा ZIP में है', { x: columns.name, ...head });
  page.text('कोड', { x: columns.code, ...head });
  page.text('संख्या; पहुँचाने का स्थान', { x: columns.count, ...head });
  page.text('SHA-256', { x: columns.hash, ...head });
  return top + 6;
}

const nameLine = 5.2;
const fileLine = 3.9;

function rowHeight({ files }: TicketRow): number {
  return nameLine + files.length * fileLine + 1.6;
}

function stationRow(
  page: OfficePage,
  { print, copy }: Campaign,
  { row, number, district, y }: { row: TicketRow; number: number; district: District; y: number },
): void {
  const title = { y: y + 4, points: 8.5, weight: 700 } as const;
  page.text(String(number), { x: columns.number, ...title });
  page.text(`${row.name}${row.needsCheck ? ' *' : ''}`, {
    x: columns.name,
    maxWidth: columns.count - columns.name - 2,
    ...title,
  });
  page.text(`${row.name}, ${copy.station.district.hi} ${district.nameHi}`, {
    x: columns.count,
    y: y + 4,
    points: 8,
    maxWidth: right - columns.count,
  });
  let line = y + nameLine;
  for (const file of row.files) {
    line += fileLine;
    const at = { y: line - 0.6, points: 7 };
    page.text(file.name, { x: columns.name, maxWidth: columns.code - columns.name - 2, ...at });
    page.text(file.code, { x: columns.code, weight: 700, ...at });
    page.text(countOf(file.artwork, print), { x: columns.count, ...at });
    page.text(file.sha256.slice(0, 12), { x: columns.hash, ...at });
  }
  page.fill('mist', left - 2, line + 1.2, right - left + 4, 0.2);
}

function countOf(artwork: string, print: Campaign['print']): string {
  if (artwork === 'board') return `${print.boardsPerStation} बोर्ड`;
  if (artwork !== 'pamphlet') return 'प्लेट, आवश्यकता अनुसार';
  return print.pamphletsPerStation === null
    ? '____________ पम्पलेट'
    : `${print.pamphletsPerStation.toLocaleString('en-IN')} पम्पलेट`;
}
