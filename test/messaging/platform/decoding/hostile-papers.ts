import { deflateSync } from 'node:zlib';
import { deflated } from './packed.ts';

/** Small PDF files that cost their reader far more than a paper does. */

type PdfObject = string | Buffer;

/** @param objects the first is the catalog */
function toPdf(objects: readonly PdfObject[]): Buffer {
  const body = objects.map((object, at) =>
    Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
  );
  const trailer = `trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`;
  return Buffer.concat([Buffer.from('%PDF-1.5\n'), ...body, Buffer.from(trailer)]);
}

function stream(dictionary: string, content: Uint8Array | string): Buffer {
  const data = Buffer.from(content as string);
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

const blank = 0x20;
const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const onePage = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (draws: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /XObject << /X ${draws} >> >> >>`;
const picture = (side: number, more = '') =>
  stream(
    `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8 ${more}`,
    'x',
  );
const form = (content: string, resources = '') =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 300 400] ${resources}`, content);

/** A page that shows a picture of so many pixels, of which the file has one byte. */
export function hugePictureInPdf(side = 30_000): Buffer {
  return toPdf([
    catalog,
    onePage,
    page('5 0 R'),
    stream('', 'q 300 0 0 400 0 0 cm /X Do Q '.repeat(20)),
    picture(side),
  ]);
}

/** The same behind a small picture, as what says where that one lets through. */
export function hugeMaskInPdf(side = 30_000): Buffer {
  return toPdf([
    catalog,
    onePage,
    page('5 0 R'),
    stream('', 'q 300 0 0 400 0 0 cm /X Do Q '.repeat(20)),
    picture(1, '/SMask 6 0 R'),
    stream(
      `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8`,
      'x',
    ),
  ]);
}

/** Forms that each draw the next one so many times. */
export function nestedForms(levels = 24, times = 2): Buffer {
  const forms = Array.from({ length: levels }, (_, level) =>
    form('/X Do '.repeat(times), `/Resources << /XObject << /X ${6 + level} 0 R >> >>`),
  );
  return toPdf([
    catalog,
    onePage,
    page('5 0 R'),
    stream('', '/X Do'),
    ...forms,
    form('0 0 9 9 re f'),
  ]);
}

/** A page whose content unpacks twice, to so many megabytes. */
export function packedPdf(megabytes = 1000): Buffer {
  const twice = '/Filter [/FlateDecode /FlateDecode]';
  const content = stream(twice, deflateSync(deflated(megabytes, blank)));
  return toPdf([catalog, onePage, page('5 0 R'), content, form('')]);
}

/** A file whose pages lie in a packed stream of objects, which unpacks to so many megabytes. */
export function packedObjects(megabytes = 1000): Buffer {
  const first = Buffer.from(`%PDF-1.5\n1 0 obj\n${catalog}\nendobj\n`);
  const packed = stream(
    '/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]',
    deflateSync(deflated(megabytes, blank)),
  );
  const objects = Buffer.concat([Buffer.from('3 0 obj\n'), packed, Buffer.from('\nendobj\n')]);
  const entries = Buffer.alloc(4 * 7);
  const places = [
    [1, 9],
    [2, 3],
    [1, first.length],
  ];
  for (const [at, [type = 0, place = 0]] of places.entries()) {
    entries[(at + 1) * 7] = type;
    entries.writeUInt32BE(place, (at + 1) * 7 + 1);
  }
  const table = stream('/Type /XRef /Size 4 /W [1 4 2] /Root 1 0 R', entries);
  const at = first.length + objects.length;
  const tail = Buffer.from(`\nendobj\nstartxref\n${at}\n%%EOF\n`);
  return Buffer.concat([first, objects, Buffer.from('4 0 obj\n'), table, tail]);
}

/** A paper of so many pages. */
export function longPdf(pages = 10_000): Buffer {
  const numbers = Array.from({ length: pages }, (_, at) => 3 + at);
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  return toPdf([
    catalog,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...numbers.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>'),
  ]);
}

/** A paper with so many streams, none of which a page draws. */
export function manyStreams(count = 20_000): Buffer {
  const streams = Array.from({ length: count }, () => stream('', 'x'));
  return toPdf([catalog, onePage, page('5 0 R'), stream('', ''), ...streams]);
}
