import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { decode } from '../../../../messaging/register/directions/paper-decoder.ts';
import { makeZip } from '../../../campaigns/tables/made-zip.ts';
import { drawnPdf, redPdf, writtenPdf } from '../../field/activities/paper.ts';

const folder = mkdtempSync(join(tmpdir(), 'papers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = 'जनपद में 12 थानों की समीक्षा की गयी';
const docx = (parts: Parameters<typeof makeZip>[0]) =>
  makeZip({ 'word/document.xml': '<w:document><w:p/></w:document>', ...parts });
const xlsx = (cells: string) =>
  makeZip({
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': `<worksheet>${cells}</worksheet>`,
  });
const picture = (width: number, height: number, drawn: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${drawn}</svg>`,
    ),
  )
    .png()
    .toBuffer();
/** A letter whose only content is one picture, with as many bytes as a scan has. */
const inWord = async (width: number, height: number) => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const options = { width, height, channels: 3 as const, background: '#fff', noise };
  return docx({ 'word/media/a.png': await sharp({ create: options }).png().toBuffer() });
};
const rows = '<path d="M80 80h500M80 100h480M80 120h300" stroke="#000" stroke-width="6"/>';

/** Lines of a page without text, as a scan has them, between two heights of 842 points. */
const lines = (from: number, to: number, [left, right] = [60, 535]) =>
  Array.from({ length: Math.round((to - from) / 18) }, (_, at) => {
    const y = from + 18 * at;
    return `${left} ${y} m ${right} ${y} l S`;
  }).join(' ');

test.each<[string, boolean, Buffer | Promise<Buffer>]>([
  ['the five bytes by which a PDF is known', false, Buffer.from('%PDF-')],
  ['a PDF of one colour', false, redPdf(1)],
  ['a PDF of one word', false, writtenPdf('ok')],
  ['a PDF with a sentence', true, writtenPdf('Twelve stations were reviewed')],
  ['a PDF with only a big logo of a letterhead', false, drawnPdf(`9 w ${lines(480, 800)}`)],
  ['a PDF with only a tall emblem', false, drawnPdf(`9 w ${lines(60, 780, [240, 360])}`)],
  ['a PDF of a scanned page', true, drawnPdf(`4 w ${lines(300, 800)}`)],
  ['a white picture', false, picture(700, 990, '')],
  ['a picture smaller than a page', false, picture(300, 400, rows)],
  ['a scan', true, picture(700, 990, rows)],
  ['a Word file without words', false, docx({})],
  ['a Word file with a sentence', true, docx({ 'word/document.xml': `<w:t>${line}</w:t>` })],
  ['a Word file with a scan', true, inWord(700, 990)],
  ['a Word file with a scan that lies on its side', true, inWord(990, 700)],
  ['a Word file with the band of a letterhead', false, inWord(2400, 620)],
  ['a Word file with a large round emblem', false, inWord(1200, 1200)],
  ['a Word file with a small picture', false, inWord(420, 594)],
  [
    'a Word file with bytes of no picture',
    false,
    docx({ 'word/media/a.png': randomBytes(30_000) }),
  ],
  ['a workbook without cells', false, xlsx('<row r="1"><c r="A1"/></row>')],
  ['a workbook with a table', true, xlsx(`<c><v>${line}</v></c>`)],
])('%s counts as a written paper: %s', async (name, expected, content) => {
  const path = join(folder, name);
  writeFileSync(path, await content);
  const { type, isWritten } = await decode({ path });
  expect(type).not.toBeNull();
  expect(isWritten).toBe(expected);
});
