import type { Campaign } from '../../campaigns/campaign.ts';
import type { Channel } from '../../campaigns/channel.ts';
import { isUrdu } from '../../campaigns/languages/typesetting/bidi-runs.ts';
import type { OwnFieldId, OwnValues } from '../../campaigns/print/own-fields/own-fields.ts';
import type { Ink } from '../ink/palette.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { LayoutError } from '../layout/layout-error.ts';
import type { Node, Weight } from '../layout/node.ts';
import type { PageFormat } from '../layout/satori.ts';
import type { Hook } from '../layout/text-fit.ts';
import type { QrCode } from '../qr/qr-code.ts';

/** Content that one station adds to the artwork. */
export interface Imprint {
  district: string;
  station: string;
  /** As written on the strip: थाना हजरतगंज. */
  name: string;
  /** The name is a draft in Urdu that nobody has read. */
  isDraftName?: true;
  /** जनपद लखनऊ */
  districtName: string;
  code: string;
  /** Content of the QR code. */
  url: string;
  /** The station's own values; absent where it filled in none. */
  ownFields?: OwnValues;
}

export type Format = PageFormat & {
  /** No text, icon or QR module nearer to the trim than this. */
  safeMm: number;
};

/** Where a side's names hang, in mm; the template draws by it and preflight measures by it. */
export type NameGrid = Hook & {
  /** The first line's shirorekha, from the trim's upper edge: the same for all stations. */
  shirorekhaMm: number;
  /** Other measures for names in Nastaliq, which reach farther over their line. */
  nastaliq?: Partial<Hook & { shirorekhaMm: number }>;
};

/** The grid of a name in its own script. */
export function findGrid(grid: NameGrid, name: string): NameGrid {
  return grid.nastaliq !== undefined && isUrdu(name) ? { ...grid, ...grid.nastaliq } : grid;
}

/** A row below the name for what a station fills in: numbers with labels, like the help lines, and its own line. */
export interface FieldRow {
  /** Language of the caption behind a number; Hindi unless stated. */
  language?: 'ur';
  /** In the order in which they are printed. */
  fields: readonly OwnFieldId[];
  left: number;
  widthMm: number;
  /** No ink of the row is lower: what is under it keeps its gap. */
  floorMm: number;
  /** From the lowest ink of the name to the highest of the row. */
  gapMm: number;
  /** Height of numbers, where they have room. */
  heightMm: number;
  /** No letter is lower; where even so there is no room, the last field is left out. */
  leastMm: number;
  /** Between two fields, in heights of their numbers. */
  gap: number;
  /** Where the name hangs while the row is printed; the row decides how far down it may reach. */
  grid: Omit<NameGrid, 'belowMm'>;
}

/** Limits of an artwork besides its format's trim, bleed and safe zone. Heights are from baseline to shirorekha. */
export interface Limits {
  /** A quarter of the resolution at which such work is printed: the code must still be read there. */
  decodeDpi: number;
  /** Least width of the QR's modules, quiet zone not counted. */
  qrMm: number;
  /** From how far each part's text is to be read, in metres, and every other text; its least height follows. */
  readFromM: { readonly rest: number } & Readonly<Record<string, number>>;
  /** No ink of a text nearer than this to the edge of the band that it is on; else a share of the band's height. */
  clearMm?: number;
  /** From the lowest ink of a line to the highest of the next one. */
  lineGapMm: number;
  /** The same between the lines of a signboard, which are one sign. */
  signGapMm?: number;
  newsprint?: NewsprintLimits;
  cut?: CutLimits;
}

/** Limits of a newspaper's press: ink that runs, a coarse screen, plates out of register. */
export interface NewsprintLimits {
  mostInkPercent: number;
  /** Least thickness of the shirorekha. */
  strokeMm: number;
  /** Least size of light text on a dark ground: its matras fill in. */
  reversedPoints: number;
  /** Thickness of the frame by which a reader tells it from its neighbours. */
  keylineMm: number;
  /** Key alone. */
  mono: boolean;
}

/** Parts that are cut off a foil or lie under a fitting of the vehicle, in mm from the trim's upper left corner. */
export interface CutLimits {
  cornerMm: number;
  keepOuts: readonly { part: string; x: number; y: number; width: number; height: number }[];
}

/** One printed side. */
export interface Page {
  /** Empty for a single side, else front or back. */
  id: '' | 'front' | 'back';
  /** Least width of its code's modules, where it is not the artwork's. */
  qrMm?: number;
  /** Where the station's name hangs, where the side has one. */
  name?: NameGrid;
  /** Place of what the station fills in, and what hangs above it there. */
  fields?: { row: FieldRow; gridText(imprint: Imprint, kit: Kit): string };
  /** The part that all stations share, from the trim's top left corner. */
  tree(kit: Kit): Node;
  /** The station's part, placed into the slots of the tree. */
  stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[];
}

export interface Imposition {
  /** From the first trim to the last, the gutters included. */
  trimMm: { width: number; height: number };
  /** Paper around it, for bleed, marks and slug. */
  marginMm: number;
  /** Twice where front and back of the sheet are the same form. */
  pages: 1 | 2;
  /** Sides and where their trims begin on the sheet, in mm; a turned one stands on its head. */
  cells: readonly { side: number; x: number; y: number; turned?: boolean }[];
  /** How the press operator turns or folds the sheet; printed in the slug. */
  turn: string;
  /** Heights at which it is folded. */
  foldsMm?: readonly number[];
}

/** One template: pure, a file each. */
export interface Artwork {
  id: string;
  /** The template's file below `generator/`. */
  source: string;
  channel: Channel;
  /** Language of the artwork's words; Hindi unless stated. Sides in Urdu are mirrored, as Urdu is read. */
  language?: 'ur';
  format: Format;
  limits: Limits;
  /** Empty where there is nothing to show beside the sides themselves. */
  previewWidthsPx: readonly number[];
  /** Resolution of CMYK pictures at true size. */
  rasterDpi: number;
  /** Flex is printed coated and its pictures end at the trim; paper is cut, so that its pictures carry the bleed. */
  stock: 'flex' | 'paper' | 'newsprint';
  /** The ink that replaces another on this stock, where they differ. */
  inkOnStock?(ink: Ink): Ink;
  /** Goes into somebody else's page at its own size: the file ends at the trim, without marks and slug. */
  placed?: boolean;
  pages: readonly Page[];
  /** Made only when it is asked for by name: a kit of everything for every station would fill a disk. */
  onDemand?: boolean;
  /** Several copies on one sheet; front and back of the sheet are the same form. */
  imposition?: Imposition;
}

export interface Kit {
  campaign: Campaign;
  fonts: Fonts;
  /** Font size in millimetres that gives this height from baseline to shirorekha. */
  size(heightMm: number, weight?: Weight): number;
}

export type StampKit = Kit & { qr: QrCode };

export function createKit(campaign: Campaign, fonts: Fonts): Kit {
  return {
    campaign,
    fonts,
    size(heightMm, weight = 700) {
      const { shirorekha, unitsPerEm } = fonts.typeface(weight);
      return (heightMm * unitsPerEm) / shirorekha;
    },
  };
}

/** The box of a slot that the template must have placed. */
export function slotBox(slots: ReadonlyMap<string, Box>, name: string): Box {
  const box = slots.get(name);
  if (box === undefined)
    throw new LayoutError(`a slot "${name}" in the template`, [...slots.keys()].join(', '));
  return box;
}

/** Shapes in the campaign's own inks, and then in those of the artwork's stock. */
export function onStock(
  { inkOnStock }: Artwork,
  shapes: readonly Shape[],
  { inks }: Pick<Campaign, 'inks'>,
): Shape[] {
  if (inkOnStock === undefined && inks === undefined) return [...shapes];
  return shapes.map((shape) => {
    const own = ownInk(shape.ink, inks);
    return { ...shape, ink: inkOnStock === undefined ? own : inkOnStock(own) };
  });
}

function ownInk(ink: Ink, inks: Campaign['inks'] = {}): Ink {
  return typeof ink === 'string' && ink in inks ? (inks[ink as keyof typeof inks] ?? ink) : ink;
}
