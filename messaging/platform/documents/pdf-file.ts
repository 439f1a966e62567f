import { deflateSync } from 'node:zlib';
import type { OwnLanguage } from '../../../campaigns/language.ts';
import { ObjectWriter } from '../../../campaigns/languages/typesetting/object-writer.ts';
import { shortNumber, utf16Hex } from '../../../campaigns/languages/typesetting/pdf-text.ts';
import type { EmbeddedFont } from './pdf-font.ts';
import { addTags, type Tag } from './pdf-tags.ts';

export interface PdfPage {
  /** Content operators; the fonts are named by their `resource`. */
  content: string;
  /** A JPEG in RGB, named Picture in the content. */
  picture?: { jpeg: Uint8Array; width: number; height: number };
}

export interface PdfOptions {
  title: string;
  language: OwnLanguage | 'en';
  fonts: readonly EmbeddedFont[];
  widthPt: number;
  heightPt: number;
  createdAt: Date;
  /** Parts of the pages, for those who hear them; none where a page is a picture. */
  tags?: Tag;
}

/** Objects that a font takes: its file, descriptor, descendant, characters, and the font itself, which comes last. */
const fontObjects = 5;
const catalogue = 1;
const tree = 2;

/** Puts pages together to a PDF 1.7 with its fonts embedded; the same pages give the same bytes. */
export function pdfFile(pages: readonly PdfPage[], options: PdfOptions): Buffer {
  const out = new ObjectWriter(0, 1);
  out.raw('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  let next = tree + 1 + options.fonts.length * fontObjects;
  const kids = pages.map(({ picture }) => {
    // A page comes after its content and its picture.
    next += picture === undefined ? 2 : 3;
    return next - 1;
  });
  // The tree of tags follows the particulars, which come last else.
  const tagged =
    options.tags === undefined
      ? ''
      : ` /MarkInfo << /Marked true >> /StructTreeRoot ${next + 1} 0 R`;
  out.object(
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang (${options.language}-IN) /ViewerPreferences << /DisplayDocTitle true >>${tagged} >>`,
  );
  out.object(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((page) => `${page} 0 R`).join(' ')}] >>`,
  );
  const fonts = options.fonts.map((font) => `/${font.resource} ${addFont(font, out)} 0 R`);
  const named = `/Font << ${fonts.join(' ')} >>`;
  const box = `[0 0 ${shortNumber(options.widthPt)} ${shortNumber(options.heightPt)}]`;
  for (const [at, { content, picture }] of pages.entries()) {
    const drawn =
      picture === undefined ? '' : ` /XObject << /Picture ${addPicture(out, picture)} 0 R >>`;
    const resources = `<< ${named}${drawn} >>`;
    const id = addStream(out, '', Buffer.from(content, 'latin1'));
    out.object(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox ${box} /Resources ${resources} /Contents ${id} 0 R${tagged && ` /Tabs /S /StructParents ${at}`} >>`,
    );
  }
  const created = options.createdAt.toISOString().replace(/\D/g, '').slice(0, 14);
  const info = out.object(
    `<< /Title <${utf16Hex(options.title)}> /CreationDate (D:${created}Z) >>`,
  );
  if (options.tags !== undefined) addTags(out, options.tags, kids);
  out.end((size) => `<< /Size ${size} /Root ${catalogue} 0 R /Info ${info} 0 R >>`);
  return out.finish();
}

function addStream(out: ObjectWriter, dictionary: string, data: Uint8Array): number {
  return addPacked(out, dictionary, deflateSync(data, { level: 9 }));
}

function addPacked(out: ObjectWriter, dictionary: string, packed: Uint8Array): number {
  return out.object(`<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>`, packed);
}

function addPicture(out: ObjectWriter, picture: NonNullable<PdfPage['picture']>): number {
  const { jpeg, width, height } = picture;
  return out.object(
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
    jpeg,
  );
}

function addFont(font: EmbeddedFont, out: ObjectWriter): number {
  const file = addPacked(out, `/Length1 ${font.length}`, font.packed);
  const glyphs = [...font.used].sort(([left], [right]) => left - right);
  const descriptor = out.object(
    `<< /Type /FontDescriptor /FontName /${font.name} /Flags 4 /FontBBox [-1000 -600 2000 1200] /ItalicAngle 0 ` +
      `/Ascent ${shortNumber(font.ascent)} /Descent ${shortNumber(font.descent)} /CapHeight 650 /StemV 80 /FontFile2 ${file} 0 R >>`,
  );
  const widths = glyphs.map(([glyph, { width }]) => `${glyph} [${shortNumber(width)}]`).join(' ');
  const descendant = out.object(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${font.name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) ` +
      `/Supplement 0 >> /FontDescriptor ${descriptor} 0 R /W [${widths}] /CIDToGIDMap /Identity >>`,
  );
  const toUnicode = addStream(out, '', Buffer.from(unicodeMap(glyphs)));
  return out.object(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${font.name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] ` +
      `/ToUnicode ${toUnicode} 0 R >>`,
  );
}

function unicodeMap(glyphs: readonly [number, { text: string }][]): string {
  const lines = glyphs
    .filter(([, { text }]) => text !== '')
    .map(
      ([glyph, { text }]) =>
        `<${glyph.toString(16).padStart(4, '0')}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`,
    );
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => {
    const part = lines.slice(at * 100, at * 100 + 100);
    return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Mukta-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}
