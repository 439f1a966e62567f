import type { Campaign } from '../../campaigns/campaign.ts';
import type { InkName } from '../ink/palette.ts';
import type { Shape } from '../layout/drawing.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import type { Weight } from '../layout/node.ts';
import { rectanglePath } from '../layout/path.ts';
import { setLine, shapeAll } from '../layout/text-fit.ts';
import { artworkById } from './catalogue.ts';

/** A4 upright. */
export const ticketTrimMm = { width: 210, height: 297 };
const left = 12;
const right = ticketTrimMm.width - 12;
const pointMm = 25.4 / 72;

export type TicketRow = {
  /** As it stands on the strip. */
  name: string;
  needsCheck: boolean;
  files: readonly { artwork: string; path: string; sha256: string }[];
};

/** A district's job ticket for the printing vendor: what, how many, on what, and which file is which. */
export function ticket(
  { campaign, fonts }: { campaign: Campaign; fonts: Fonts },
  district: { nameHi: string },
  rows: readonly TicketRow[],
): Shape[] {
  const sheet = new Sheet(fonts);
  const { copy, app, links } = campaign;
  sheet.fill('navy', 0, 0, ticketTrimMm.width, 25);
  sheet.text(`${app.name}: छपाई का कार्य-पत्र`, {
    x: left,
    y: 12,
    points: 19,
    weight: 800,
    ink: 'paper',
  });
  sheet.text(`${copy.station.district.hi} ${district.nameHi}`, {
    x: left,
    y: 20,
    points: 12,
    ink: 'marigold',
  });
  sheet.text('JOB TICKET', { x: right, y: 12, points: 11, ink: 'paper', align: 'right' });
  sheet.text(`v${campaign.version}  ${campaign.versionDate}`, {
    x: right,
    y: 20,
    points: 9,
    ink: 'paper',
    align: 'right',
  });
  let y = 32;
  for (const [label, value] of facts(campaign, rows)) {
    sheet.text(label, { x: left, y, points: 8.5, weight: 700, ink: 'navy' });
    sheet.text(value, { x: left + 34, y, points: 8.5, maxWidth: right - left - 34 });
    y += 5.1;
  }
  if (!links.confirmed) {
    sheet.fill('red', left, y - 2.6, right - left, 6.4);
    sheet.text(`अभी न छापें: लिंक का पता ${links.host} पुष्ट नहीं है  ·  NOT FOR PRINT`, {
      x: left + 2,
      y: y + 1.6,
      points: 9,
      weight: 800,
      ink: 'paper',
    });
    y += 8;
  }
  table(sheet, rows, y + 1);
  sheet.text('* छपवाने से पहले जनपद नाम जाँचे  ·  जाँच-अंक: फ़ाइल का SHA-256, पहले 12 अंक', {
    x: left,
    y: 290,
    points: 8,
  });
  return sheet.shapes;
}

function facts({ print, ...campaign }: Campaign, rows: readonly TicketRow[]): [string, string][] {
  const { trimMm, bleedMm } = artworkById('board').format;
  const paper = artworkById('pamphlet').format;
  const boards = rows.length * print.boardsPerStation;
  const pamphlets =
    print.pamphletsPerStation === null
      ? 'प्रति थाना ____________'
      : `प्रति थाना ${print.pamphletsPerStation.toLocaleString('en-IN')}`;
  return [
    ['बोर्ड', `${rows.length} थाने, कुल ${boards} बोर्ड; हर थाने की फ़ाइल अलग है (अपना क्यूआर कोड)`],
    [
      'आकार (ट्रिम)',
      `${trimMm.width} × ${trimMm.height} मिमी (8 × 5 फुट), ब्लीड ${bleedMm} मिमी चारों ओर, 1:1`,
    ],
    ['सामग्री', print.boardMaterial.hi],
    ['आइलेट', print.boardFinish.hi],
    [
      'पम्पलेट',
      `A5 ${paper.trimMm.width} × ${paper.trimMm.height} मिमी, ब्लीड ${paper.bleedMm} मिमी, दोनों ओर; ${print.pamphletPaper.hi}; ${pamphlets}`,
    ],
    [
      'पम्पलेट की प्लेट',
      'A4 पर 2 (pamphlet-2up), A3 पर 4 (pamphlet-4up): work and turn, बाएँ से दाएँ पलटें',
    ],
    ['स्याही', 'CMYK, PDF/X-4, FOGRA39; क्यूआर कोड केवल काली स्याही में: रंग न बदलें, फैलाएँ या काटें नहीं'],
    ['लिंक', `https://${campaign.links.host}/Q…`],
  ];
}

function table(sheet: Sheet, rows: readonly TicketRow[], top: number): void {
  const columns = [left, left + 8, left + 66, left + 110, left + 148];
  const [number, name, folder, board, pamphlet] = columns as [
    number,
    number,
    number,
    number,
    number,
  ];
  const bottom = 284;
  const pitch = Math.min(5.4, (bottom - top - 6) / Math.max(rows.length, 1));
  const points = Math.min(8.5, (pitch * 0.78) / pointMm / 1.05);
  sheet.fill('mist', left - 2, top, right - left + 4, 6);
  const head = { y: top + 4.2, points: 8, weight: 800 as const, ink: 'navy' as const };
  sheet.text('#', { x: number, ...head });
  sheet.text('थाना', { x: name, ...head });
  sheet.text('फ़ोल्डर', { x: folder, ...head });
  sheet.text('board.pdf', { x: board, ...head });
  sheet.text('pamphlet.pdf', { x: pamphlet, ...head });
  let y = top + 6;
  for (const [index, row] of rows.entries()) {
    y += pitch;
    const line = { y: y - pitch * 0.22, points };
    const hash = (artwork: string) =>
      row.files.find((file) => file.artwork === artwork)?.sha256.slice(0, 12) ?? '-';
    sheet.text(String(index + 1), { x: number, ...line });
    sheet.text(`${row.name}${row.needsCheck ? ' *' : ''}`, {
      x: name,
      maxWidth: folder - name - 2,
      weight: 700,
      ...line,
    });
    sheet.text(row.files[0]?.path.split('/').at(-2) ?? '', {
      x: folder,
      maxWidth: board - folder - 2,
      ...line,
    });
    sheet.text(hash('board'), { x: board, ...line });
    sheet.text(hash('pamphlet'), { x: pamphlet, ...line });
    sheet.fill('mist', left - 2, y, right - left + 4, 0.15);
  }
}

type TextAt = {
  x: number;
  y: number;
  points: number;
  weight?: Weight;
  ink?: InkName;
  align?: 'left' | 'right';
  maxWidth?: number;
};

/** Collects a page's shapes; y is a line's baseline in mm from the top. */
class Sheet {
  readonly shapes: Shape[] = [];
  readonly #fonts: Fonts;

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  fill(ink: InkName, x: number, y: number, width: number, height: number): void {
    this.shapes.push({
      kind: 'outline',
      part: 'ground',
      ink,
      path: rectanglePath(x, y, width, height),
    });
  }

  text(
    content: string,
    { x, y, points, weight = 500, ink = 'key', align = 'left', maxWidth }: TextAt,
  ): void {
    const face = this.#fonts.typeface(weight);
    const run = shapeAll(face, content);
    const wanted = (points * pointMm) / face.unitsPerEm;
    const unitMm = maxWidth === undefined ? wanted : Math.min(wanted, maxWidth / run.advance);
    const from = align === 'right' ? x - run.advance * unitMm : x;
    this.shapes.push(setLine(run, { x: from, baseline: y, unitMm, ink, part: 'text' }));
  }
}
