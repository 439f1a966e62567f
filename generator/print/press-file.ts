import { createHash, type Hash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Shape } from '../layout/drawing.ts';
import { shortNumber } from '../layout/path.ts';
import { writeContent } from './content.ts';
import { type Properties, pdfDate, pdfText, producer, xmpPacket } from './xmp.ts';

/** Geometry of one printed side in mm. The media box is the trim widened by `marginMm` on all sides. */
export type Side = {
  trimMm: { width: number; height: number };
  bleedMm: number;
  marginMm: number;
  /** What every station shares, from the trim's top left corner. */
  shapes: readonly Shape[];
};

export type OutputIntent = { identifier: string; info: string; profile: Uint8Array };

/**
 * The part of a press file that does not depend on the station: catalogue, output intent with its profile,
 * and the laid out sides as form XObjects, deflated once. A station's file is this prefix and a short tail, so
 * that hash and checksum of the prefix are computed once as well.
 */
export type PressBase = {
  readonly prefix: Uint8Array;
  /** Byte offsets of the objects 1, 2, … of the prefix. */
  readonly offsets: readonly number[];
  readonly sides: readonly Omit<Side, 'shapes'>[];
  readonly sha256: string;
};

const mm = 72 / 25.4;

/** Lays down the prefix of a PDF/X-4 file (ISO 15930-7). */
export function pressBase(sides: readonly Side[], intent: OutputIntent): PressBase {
  const firstForm = 5;
  const firstPage = firstForm + sides.length;
  const kids = sides.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ');
  const metadata = firstPage + 2 * sides.length;
  const out = new ObjectWriter(0, 1);
  out.raw('%PDF-1.6\n%\xE2\xE3\xCF\xD3\n');
  out.object(
    `<</Type/Catalog/Pages 2 0 R/Metadata ${metadata} 0 R/OutputIntents[3 0 R]/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  out.object(`<</Type/Pages/Count ${sides.length}/Kids[${kids}]>>`);
  out.object(
    `<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(${intent.identifier})/RegistryName(http://www.color.org)/Info(${intent.info})/DestOutputProfile 4 0 R>>`,
  );
  out.stream('/N 4/Filter/FlateDecode', deflateSync(intent.profile, { level: 9 }));
  for (const { trimMm, marginMm, shapes } of sides) {
    const box = [-marginMm, -marginMm, trimMm.width + marginMm, trimMm.height + marginMm];
    const content = deflateSync(Buffer.from(writeContent(shapes), 'latin1'), { level: 9 });
    out.stream(
      `/Type/XObject/Subtype/Form/BBox[${box.map(shortNumber).join(' ')}]/Resources<<>>/Filter/FlateDecode`,
      content,
    );
  }
  const prefix = out.finish();
  return {
    prefix,
    offsets: out.offsets,
    sides: sides.map(({ trimMm, bleedMm, marginMm }) => ({ trimMm, bleedMm, marginMm })),
    sha256: createHash('sha256').update(prefix).digest('hex'),
  };
}

export type PressFile = {
  parts: [prefix: Uint8Array, tail: Uint8Array];
  bytes: number;
  sha256: string;
  crc32: number;
};

/** Stamps press files onto one base; keep it for all stations of a run. */
export function createPress(base: PressBase): {
  stamp(sides: readonly (readonly Shape[])[], properties: Properties): PressFile;
} {
  const prefixHash: Hash = createHash('sha256').update(base.prefix);
  const prefixCrc = crc32(base.prefix);
  return {
    stamp(sides, properties) {
      const tail = pressTail(base, sides, properties);
      return {
        parts: [base.prefix, tail],
        bytes: base.prefix.length + tail.length,
        sha256: prefixHash.copy().update(tail).digest('hex'),
        crc32: crc32(tail, prefixCrc),
      };
    },
  };
}

function pressTail(
  base: PressBase,
  stamped: readonly (readonly Shape[])[],
  properties: Properties,
): Uint8Array {
  const out = new ObjectWriter(base.prefix.length, base.offsets.length + 1);
  const firstForm = 5;
  base.sides.forEach(({ trimMm, bleedMm, marginMm }, index) => {
    const width = (trimMm.width + 2 * marginMm) * mm;
    const height = (trimMm.height + 2 * marginMm) * mm;
    const inset = (byMm: number) =>
      [byMm * mm, byMm * mm, width - byMm * mm, height - byMm * mm].map(shortNumber).join(' ');
    const page = out.next;
    out.object(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${shortNumber(width)} ${shortNumber(height)}]/BleedBox[${inset(marginMm - bleedMm)}]/TrimBox[${inset(marginMm)}]/Contents ${page + 1} 0 R/Resources<</XObject<</Base ${firstForm + index} 0 R>>>>>>`,
    );
    const origin = `${unit} 0 0 -${unit} ${shortNumber(marginMm * mm)} ${shortNumber(height - marginMm * mm)} cm`;
    const content = `q ${origin}\n/Base Do\n${writeContent(stamped[index] ?? [])}\nQ\n`;
    out.stream('', Buffer.from(content, 'latin1'));
  });
  out.stream('/Type/Metadata/Subtype/XML', Buffer.from(xmpPacket(properties), 'utf8'));
  const info = out.next;
  const date = pdfDate(properties.date);
  out.object(
    `<</Title${pdfText(properties.title)}/Creator(${producer})/Producer(${producer})/CreationDate${date}/ModDate${date}/Trapped/False>>`,
  );
  out.trailer(base.offsets, info, properties.documentId.replace(/-/g, '').toUpperCase());
  return out.finish();
}

const unit = (mm + 5e-10).toFixed(9);

/** Collects numbered objects and remembers where each begins. */
class ObjectWriter {
  readonly offsets: number[] = [];
  readonly #chunks: Uint8Array[] = [];
  readonly #first: number;
  #length: number;

  constructor(start: number, first: number) {
    this.#length = start;
    this.#first = first;
  }

  get next(): number {
    return this.#first + this.offsets.length;
  }

  raw(text: string): void {
    this.#push(Buffer.from(text, 'latin1'));
  }

  object(body: string): void {
    const number = this.next;
    this.offsets.push(this.#length);
    this.raw(`${number} 0 obj\n${body}\nendobj\n`);
  }

  stream(entries: string, data: Uint8Array): void {
    const number = this.next;
    this.offsets.push(this.#length);
    this.raw(`${number} 0 obj\n<<${entries}/Length ${data.length}>>\nstream\n`);
    this.#push(data);
    this.raw('\nendstream\nendobj\n');
  }

  trailer(earlier: readonly number[], info: number, id: string): void {
    const all = [...earlier, ...this.offsets];
    const rows = all.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const start = this.#length;
    const size = all.length + 1;
    this.raw(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${start}\n%%EOF\n`,
    );
  }

  finish(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  #push(data: Uint8Array): void {
    this.#chunks.push(data);
    this.#length += data.length;
  }
}
