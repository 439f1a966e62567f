import { deflateSync } from 'node:zlib';
import { number, type PdfFont, utf16 } from './pdf-font.ts';

export interface PdfPage {
  /** Content operators; the fonts are named F0, F1 … */
  content: string;
}

export interface PdfOptions {
  title: string;
  language: 'hi' | 'en';
  fonts: readonly PdfFont[];
  widthPt: number;
  heightPt: number;
  createdAt: Date;
}

/** Puts pages together to a PDF 1.7 with its fonts embedded; the same pages give the same bytes. */
export function pdfFile(pages: readonly PdfPage[], options: PdfOptions): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  const stream = (dictionary: string, data: Buffer): number => {
    const packed = deflateSync(data, { level: 9 });
    return add(
      Buffer.concat([
        Buffer.from(`<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
        packed,
        Buffer.from('\nendstream'),
      ]),
    );
  };
  const catalogue = add('');
  const tree = add('');
  const fonts = options.fonts.map((font) => addFont(font, add, stream));
  const resources = `<< /Font << ${fonts.map((id, at) => `/F${at} ${id} 0 R`).join(' ')} >> >>`;
  const kids = pages.map(({ content }) => {
    const id = stream('', Buffer.from(content, 'latin1'));
    const box = `[0 0 ${number(options.widthPt)} ${number(options.heightPt)}]`;
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox ${box} /Resources ${resources} /Contents ${id} 0 R >>`,
    );
  });
  const info = add(
    `<< /Title <${utf16(options.title)}> /CreationDate (D:${options.createdAt.toISOString().replace(/\D/g, '').slice(0, 14)}Z) >>`,
  );
  const set = (id: number, body: string) => {
    objects[id - 1] = Buffer.from(body);
  };
  set(
    tree,
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`,
  );
  set(
    catalogue,
    `<< /Type /Catalog /Pages ${tree} 0 R /Lang (${options.language}-IN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  return write(objects, catalogue, info);
}

type Add = (body: string) => number;
type AddStream = (dictionary: string, data: Buffer) => number;

function addFont(font: PdfFont, add: Add, stream: AddStream): number {
  const file = stream(`/Length1 ${font.bytes.length}`, font.bytes);
  const glyphs = [...font.used()].sort(([left], [right]) => left - right);
  const descriptor = add(
    `<< /Type /FontDescriptor /FontName /${font.name} /Flags 4 /FontBBox [-1000 -600 2000 1200] /ItalicAngle 0 ` +
      `/Ascent ${number(font.ascent)} /Descent ${number(font.descent)} /CapHeight 650 /StemV 80 /FontFile2 ${file} 0 R >>`,
  );
  const widths = glyphs.map(([glyph, { width }]) => `${glyph} [${number(width)}]`).join(' ');
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${font.name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) ` +
      `/Supplement 0 >> /FontDescriptor ${descriptor} 0 R /W [${widths}] /CIDToGIDMap /Identity >>`,
  );
  const toUnicode = stream('', Buffer.from(unicodeMap(glyphs)));
  return add(
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

function write(objects: readonly Buffer[], root: number, info: number): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = (parts[0] as Buffer).length;
  const offsets = objects.map((body, index) => {
    const offset = at;
    const object = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      body,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(object);
    at += object.length;
    return offset;
  });
  const entries = offsets
    .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
