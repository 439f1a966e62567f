import { createHash, type Hash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { ObjectWriter } from '../../campaigns/languages/typesetting/object-writer.ts';
import { shortNumber } from '../../campaigns/languages/typesetting/pdf-text.ts';
import type { Shape } from '../layout/drawing.ts';
import { type Path, writePath } from '../layout/path.ts';
import { collectGlyphs, type GlyphForms, glyphBox, writeContent } from './content.ts';
import { type Properties, pdfDate, pdfText, producer, xmpPacket } from './xmp.ts';

/** One printed side as all stations share it, in mm from its trim's top left corner. */
export interface Side {
  trimMm: { width: number; height: number };
  bleedMm: number;
  shapes: readonly Shape[];
}

/** A side on a sheet: where its trim begins, and how far it may print beyond the trim on each edge. */
export interface Cell {
  side: number;
  x: number;
  y: number;
  /** Upside down. */
  turned?: boolean;
  /** In the side's own directions. */
  bleed: { left: number; top: number; right: number; bottom: number };
}

/** A sheet of the file. The media box is its trim widened by `marginMm` on all sides. */
export interface Sheet {
  trimMm: { width: number; height: number };
  bleedMm: number;
  marginMm: number;
  /** Crop marks and the shared piece of the slug. */
  marks: readonly Shape[];
  cells: readonly Cell[];
  /** How often the sheet comes: twice where front and back are the same form. */
  pages: 1 | 2;
}

export interface OutputIntent {
  identifier: string;
  info: string;
  profile: Uint8Array;
}

/**
 * The part of a press file that does not depend on the station: catalogue, pages, output intent with its profile,
 * the laid out sides as form XObjects, deflated once, and the glyphs that come often. A station's file is this prefix and a short tail with
 * its stamps, so that hash and checksum of the prefix are computed once as well.
 */
export interface SharedPress {
  readonly prefix: Uint8Array;
  /** Byte offsets of the objects 1, 2, … of the prefix. */
  readonly offsets: readonly number[];
  readonly sides: readonly Omit<Side, 'shapes'>[];
  /** Media box of the sheets in mm from their trim. */
  readonly mediaMm: readonly [number, number, number, number];
  readonly glyphs: GlyphForms;
  /** Number of the dictionary by which content finds the glyphs. */
  readonly resources: number;
  readonly sha256: string;
}

const mm = 72 / 25.4;
const firstForm = 5;

/**
 * Lays down the prefix of a PDF/X-4 file (ISO 15930-7).
 * @param letters of the lines that stations add
 */
export function sharedPress(
  sides: readonly Side[],
  sheets: readonly Sheet[],
  { intent, letters }: { intent: OutputIntent; letters: readonly Path[] },
): SharedPress {
  const { forms: glyphs, outlines } = collectGlyphs(
    [...sides.flatMap(({ shapes }) => shapes), ...sheets.flatMap(({ marks }) => marks)],
    letters,
  );
  const sheetMarks = sheets.map((sheet) => {
    const box = outset(sheet.trimMm, sheet.marginMm);
    const content = writeContent(sheet.marks, glyphs);
    return { key: JSON.stringify([box, content]), box, content };
  });
  // Front and back of one sheet mostly have the same.
  const marks = new Map(sheetMarks.map((each) => [each.key, each]));
  const marksIndex = sheetMarks.map(({ key }) => [...marks.keys()].indexOf(key));
  const firstMarks = firstForm + sides.length;
  const firstContent = firstMarks + marks.size;
  const firstPage = firstContent + sheets.length;
  const pages = sheets.flatMap((sheet, index) =>
    Array<[Sheet, number]>(sheet.pages).fill([sheet, index]),
  );
  const resources = firstPage + pages.length;
  const firstGlyph = resources + 1;
  const firstStamp = firstGlyph + outlines.length;
  const slug = firstStamp + sides.length;
  const out = new ObjectWriter(0, 1);
  out.raw('%PDF-1.6\n%\xE2\xE3\xCF\xD3\n');
  out.object(
    `<</Type/Catalog/Pages 2 0 R/Metadata ${slug + 1} 0 R/OutputIntents[3 0 R]/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  const kids = pages.map((_, index) => `${firstPage + index} 0 R`).join(' ');
  out.object(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  out.object(
    `<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(${intent.identifier})/RegistryName(http://www.color.org)/Info(${intent.info})/DestOutputProfile 4 0 R>>`,
  );
  out.stream('/N 4/Filter/FlateDecode', deflateSync(intent.profile, { level: 9 }));
  for (const { trimMm, bleedMm, shapes } of sides) {
    out.deflated(formEntries(outset(trimMm, bleedMm), resources), writeContent(shapes, glyphs));
  }
  for (const { box, content } of marks.values()) {
    out.deflated(formEntries(box, resources), content);
  }
  for (const sheet of sheets) out.stream('', Buffer.from(sheetContent(sheet, sides), 'latin1'));
  for (const [sheet, index] of pages) {
    const forms = sides.flatMap((_, side) => [
      `/Side${side} ${firstForm + side} 0 R`,
      `/Stamp${side} ${firstStamp + side} 0 R`,
    ]);
    const drawn = `<</XObject<</Marks ${firstMarks + (marksIndex[index] ?? 0)} 0 R/Slug ${slug} 0 R${forms.join('')}>>>>`;
    out.object(
      `<</Type/Page/Parent 2 0 R${pageBoxes(sheet)}/Contents ${firstContent + index} 0 R/Resources${drawn}>>`,
    );
  }
  const named = [...glyphs.values()].map((name, index) => `/${name} ${firstGlyph + index} 0 R`);
  out.object(`<</XObject<<${named.join('')}>>>>`);
  for (const outline of outlines) {
    out.deflated(
      `/Subtype/Form/BBox[${glyphBox(outline).join(' ')}]/Resources<<>>`,
      `${writePath(outline, 'pdf')}\nf`,
    );
  }
  const prefix = out.finish();
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('Expected at least one sheet in a press file, got none');
  return {
    prefix,
    offsets: out.offsets,
    sides: sides.map(({ trimMm, bleedMm }) => ({ trimMm, bleedMm })),
    mediaMm: outset(sheet.trimMm, sheet.marginMm),
    glyphs,
    resources,
    sha256: createHash('sha256').update(prefix).digest('hex'),
  };
}

export interface PressFile {
  parts: [prefix: Uint8Array, tail: Uint8Array];
  bytes: number;
  sha256: string;
  crc32: number;
}

/** A station's part: its shapes on each side, and its piece of the slug. */
export interface Stamps {
  sides: readonly (readonly Shape[])[];
  slug: readonly Shape[];
}

/** Stamps press files onto one shared; keep it for all stations of a run. */
export function createPress(shared: SharedPress): {
  stamp(stamps: Stamps, properties: Properties): PressFile;
} {
  const prefixHash: Hash = createHash('sha256').update(shared.prefix);
  const prefixCrc = crc32(shared.prefix);
  return {
    stamp(stamps, properties) {
      const tail = pressTail(shared, stamps, properties);
      return {
        parts: [shared.prefix, tail],
        bytes: shared.prefix.length + tail.length,
        sha256: prefixHash.copy().update(tail).digest('hex'),
        crc32: crc32(tail, prefixCrc),
      };
    },
  };
}

/**
 * A board's stamps stay as they are: deflating them would cost a quarter of its millisecond. Those of a pamphlet are
 * deflated quickly: it comes in three impositions, and 40 kB in each are 200 MB of a state's kit.
 */
function pressTail(
  shared: SharedPress,
  { sides, slug }: Stamps,
  properties: Properties,
): Uint8Array {
  const out = new ObjectWriter(shared.prefix.length, shared.offsets.length + 1);
  const isSingle = shared.sides.length === 1;
  const form = (box: Box4, shapes: readonly Shape[]) => {
    const content = writeContent(shapes, shared.glyphs);
    const entries = formEntries(box, shared.resources);
    if (isSingle) out.stream(entries, Buffer.from(content, 'latin1'));
    else out.deflated(entries, content, 1);
  };
  for (const [index, { trimMm, bleedMm }] of shared.sides.entries()) {
    form(outset(trimMm, bleedMm), sides[index] ?? []);
  }
  form(shared.mediaMm, slug);
  out.stream('/Type/Metadata/Subtype/XML', Buffer.from(xmpPacket(properties), 'utf8'));
  const info = out.next;
  const date = pdfDate(properties.date);
  out.object(
    `<</Title${pdfText(properties.title)}/Creator(${producer})/Producer(${producer})/CreationDate${date}/ModDate${date}/Trapped/False>>`,
  );
  const id = properties.documentId.replace(/-/g, '').toUpperCase();
  out.end(
    (size) => `<</Size ${size}/Root 1 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>`,
    shared.offsets,
  );
  return out.finish();
}

type Box4 = readonly [number, number, number, number];

function outset({ width, height }: Side['trimMm'], byMm: number): Box4 {
  return [-byMm, -byMm, width + byMm, height + byMm];
}

/** @param resources number of the dictionary of glyphs */
function formEntries(box: Box4, resources: number): string {
  return `/Type/XObject/Subtype/Form/BBox[${box.map(shortNumber).join(' ')}]/Resources ${resources} 0 R`;
}

function pageBoxes({ trimMm, bleedMm, marginMm }: Sheet): string {
  const width = (trimMm.width + 2 * marginMm) * mm;
  const height = (trimMm.height + 2 * marginMm) * mm;
  const inset = (byMm: number) =>
    [byMm * mm, byMm * mm, width - byMm * mm, height - byMm * mm].map(shortNumber).join(' ');
  return `/MediaBox[${inset(0)}]/BleedBox[${inset(marginMm - bleedMm)}]/TrimBox[${inset(marginMm)}]`;
}

/** Sets millimetres from the sheet's top left corner, y downwards, and places each side into its cell. */
function sheetContent({ trimMm, marginMm, cells }: Sheet, sides: readonly Side[]): string {
  const top = (trimMm.height + marginMm) * mm;
  const placed = cells.map(({ side, x, y, turned, bleed }) => {
    const { width = 0, height = 0 } = sides[side]?.trimMm ?? {};
    const clip = [
      -bleed.left,
      -bleed.top,
      width + bleed.left + bleed.right,
      height + bleed.top + bleed.bottom,
    ];
    const right = shortNumber(x + width);
    const foot = shortNumber(y + height);
    const place =
      turned === true
        ? `-1 0 0 -1 ${right} ${foot}`
        : `1 0 0 1 ${shortNumber(x)} ${shortNumber(y)}`;
    return `q ${place} cm ${clip.map(shortNumber).join(' ')} re W n /Side${side} Do /Stamp${side} Do Q`;
  });
  return `q ${unit} 0 0 -${unit} ${shortNumber(marginMm * mm)} ${shortNumber(top)} cm\n${placed.join('\n')}\n/Marks Do /Slug Do\nQ\n`;
}

const unit = mm.toFixed(9);
