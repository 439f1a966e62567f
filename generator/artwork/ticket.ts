import type { Campaign } from '../../campaigns/campaign.ts';
import { consentLine } from '../../campaigns/channels/newspapers/consent.ts';
import { placedWord } from '../../campaigns/directory/placed-word.ts';
import type { ReadDistance } from '../../campaigns/manifest.ts';
import { ticketWords } from '../../campaigns/words/ticket-words.ts';
import type { Shape } from '../layout/drawing.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { createKit } from './artwork.ts';
import { artworkById } from './catalogue.ts';
import { listReadDistances } from './legible.ts';
import { ticketLeft as left, OfficePage, ticketRight as right, ticketHead } from './office-page.ts';

const bottom = 284;

export interface TicketFile {
  artwork: string;
  name: string;
  code: string;
  sha256: string;
}

export interface TicketRow {
  /** As printed on the foot of the board. */
  name: string;
  needsCheck: boolean;
  /** Names as they lie in the district's ZIP. */
  files: readonly TicketFile[];
}

interface District {
  nameHi: string;
}

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
    ticketHead(page, campaign, {
      title: ticketWords(campaign).title(campaign.app.name),
      points: 19,
      subtitle: placedWord(campaign.copy.station.district.hi, district.nameHi),
    });
    return page;
  };
  let page = open();
  let y = facts(page, campaign, { fonts, rows });
  const { signers, signature } = ticketWords(campaign);
  page.signatures(signers, { x: left, y, width: right - left, height: 24 }, signature);
  y += 28;
  y = tableHead(page, campaign, y);
  for (const [index, row] of rows.entries()) {
    if (y + rowHeight(row) > bottom) {
      page = open();
      y = tableHead(page, campaign, 30);
    }
    stationRow(page, campaign, { row, number: index + 1, district, y });
    y += rowHeight(row);
  }
  for (const [index, each] of pages.entries()) {
    each.text(ticketWords(campaign).foot(index + 1, pages.length), {
      x: left,
      y: 290,
      points: 8,
      maxWidth: right - left,
    });
  }
  return pages.map(({ shapes }) => shapes);
}

/** @returns where the next thing may begin */
function facts(
  page: OfficePage,
  campaign: Campaign,
  { fonts, rows }: { fonts: Fonts; rows: readonly TicketRow[] },
): number {
  let y = 31.5;
  for (const [label, value] of [
    ...orderFacts(campaign),
    ...printFacts(campaign, { fonts, rows }),
  ]) {
    page.text(label, { x: left, y, points: 8.5, weight: 700, ink: 'navy' });
    page.text(value, { x: left + 34, y, points: 8.5, maxWidth: right - left - 34 });
    y += 4.9;
  }
  const { links } = campaign;
  if (links.confirmed) return y;
  page.fill('red', left, y - 2.6, right - left, 6.4);
  const demonstration = campaign.demonstration?.notice.hi;
  const hold = ticketWords(campaign).hold(links.host);
  page.text(demonstration === undefined ? hold : `${demonstration}  ·  ${hold}`, {
    x: left + 2,
    y: y + 1.6,
    points: 9,
    weight: 800,
    ink: 'paper',
  });
  return y + 6;
}

const blank = '____________________';

/** Rows for the office to fill in, where the campaign does not state them. */
function orderFacts(campaign: Campaign): [string, string][] {
  const { print, consent } = campaign;
  const words = ticketWords(campaign);
  const [order, due] = words.order;
  const [contact, mobile] = words.contact;
  const consentRow: [string, string] = [words.consent, consentLine(consent, 'hoarding').text];
  return [
    ...(consent === undefined && campaign.languages[0] !== 'hi' ? [] : [consentRow]),
    [order, `${print.purchaseOrder ?? blank}      ${due}: ${print.dueOn ?? blank}`],
    [contact, print.contact ?? `${blank}      ${mobile}: ${blank}`],
  ];
}

function printFacts(
  campaign: Campaign,
  { fonts, rows }: { fonts: Fonts; rows: readonly TicketRow[] },
): [string, string][] {
  const { print, links } = campaign;
  const words = ticketWords(campaign);
  const board = artworkById('board', campaign);
  const { trimMm, bleedMm } = board.format;
  const pixels = (mm: number) => Math.round((mm / 25.4) * board.rasterDpi);
  const paper = artworkById('pamphlet', campaign).format;
  const boards = rows.length * print.boardsPerStation;
  const weight = print.flexWeightGsm === null ? blank : words.weight(print.flexWeightGsm);
  const condition = words.stocks[print.pamphletStock];
  const size = ({ width, height }: typeof trimMm) => `${width} × ${height}`;
  const dots = `${pixels(trimMm.width)} × ${pixels(trimMm.height)}`;
  const ids = [...new Set(rows.flatMap(({ files }) => files.map(({ artwork }) => artwork)))];
  const ofBoards: [string, string][] = [
    [words.boards[0], words.boards[1](rows.length, boards)],
    [words.trim[0], words.trim[1](size(trimMm), bleedMm)],
    [words.reads[0], describeReads(listReadDistances(board, createKit(campaign, fonts)), words)],
    [words.resolution[0], words.resolution[1](board.rasterDpi, dots)],
    [words.material, `${print.boardMaterial.hi}, ${weight}, ${words.unlessOrdered}`],
    [words.finish, print.boardFinish.hi],
    [words.frame, `${print.boardFrame.hi}, ${words.unlessOrdered}`],
    [words.printed[0], words.printed[1](blank)],
    [...words.life],
  ];
  const ofPamphlets: [string, string][] = [
    [
      words.pamphlet[0],
      `${words.pamphlet[1](size(paper.trimMm), paper.bleedMm)}; ${print.pamphletPaper.hi}, ${words.unlessOrdered}; ${condition}`,
    ],
    [...words.plates],
  ];
  const others = ids.filter((id) => kindOfPiece(id, campaign) === 'other');
  return [
    ...(ids.some((id) => kindOfPiece(id, campaign) === 'board') ? ofBoards : []),
    ...(ids.some((id) => kindOfPiece(id, campaign) === 'pamphlet') ? ofPamphlets : []),
    ...others.map((id): [string, string] => {
      const { format } = artworkById(id, campaign);
      return [id, words.otherSize(size(format.trimMm), format.bleedMm)];
    }),
    [...words.inks],
    [words.link, `https://${links.host}/Q…`],
  ];
}

function kindOfPiece(id: string, campaign: Campaign): 'board' | 'pamphlet' | 'plate' | 'other' {
  if (artworkById(id, campaign).imposition !== undefined) return 'plate';
  return id.startsWith('board') ? 'board' : id.startsWith('pamphlet') ? 'pamphlet' : 'other';
}

function describeReads(
  distances: readonly ReadDistance[],
  words: ReturnType<typeof ticketWords>,
): string {
  return distances
    .map(({ part, metres, leastMetres }) =>
      words.reads[1](words.readParts[part], metres, leastMetres),
    )
    .join(', ');
}

const columns = {
  number: left,
  name: left + 8,
  code: left + 74,
  count: left + 96,
  hash: left + 160,
};

function tableHead(page: OfficePage, campaign: Campaign, top: number): number {
  const [name, code, count] = ticketWords(campaign).head;
  page.fill('mist', left - 2, top, right - left + 4, 6);
  const head = { y: top + 4.2, points: 8, weight: 800, ink: 'navy' } as const;
  page.text('#', { x: columns.number, ...head });
  page.text(name, { x: columns.name, ...head });
  page.text(code, { x: columns.code, ...head });
  page.text(count, { x: columns.count, ...head });
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
  campaign: Campaign,
  { row, number, district, y }: { row: TicketRow; number: number; district: District; y: number },
): void {
  const { copy } = campaign;
  const title = { y: y + 4, points: 8.5, weight: 700 } as const;
  page.text(String(number), { x: columns.number, ...title });
  page.text(`${row.name}${row.needsCheck ? ' *' : ''}`, {
    x: columns.name,
    maxWidth: columns.count - columns.name - 2,
    ...title,
  });
  page.text(`${row.name}, ${placedWord(copy.station.district.hi, district.nameHi)}`, {
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
    page.text(sayCount(file.artwork, campaign), { x: columns.count, ...at });
    page.text(file.sha256.slice(0, 12), { x: columns.hash, ...at });
  }
  page.fill('mist', left - 2, line + 1.2, right - left + 4, 0.2);
}

function sayCount(artwork: string, campaign: Campaign): string {
  const words = ticketWords(campaign);
  const { boardsPerStation, pamphletsPerStation } = campaign.print;
  const copies = {
    board: `${words.boardCount(boardsPerStation)}   ${words.boardDays}`,
    pamphlet: words.pamphlets(pamphletsPerStation?.toLocaleString('en-IN') ?? '____________'),
    plate: words.plate,
    other: words.copies('____________'),
  };
  return copies[kindOfPiece(artwork, campaign)];
}
