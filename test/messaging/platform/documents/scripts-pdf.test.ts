import { PDFiumLibrary } from '@hyzyla/pdfium';
import { expect, test } from 'vitest';
import { pdfFile } from '../../../../messaging/platform/documents/pdf-file.ts';
import { openPdfFont } from '../../../../messaging/platform/documents/pdf-font.ts';

const lines = [
  'थाना हजरतगंज, UP COP 112',
  'પોલીસ સ્ટેશન સેક્ટર-7',
  'থানা শ্রীরামপুর, Jan Mitra 112',
  'ਥਾਣਾ ਗੜ੍ਹਸ਼ੰਕਰ 112',
  'ஸ்ரீவில்லிபுத்தூர் காவல் நிலையம் 112',
  'تھانہ حضرت گنج، UP COP 112',
];
const size = 24;
const page = { width: 560, height: 60 * lines.length };

test('a page holds each script as it is drawn, as wide as it was measured', async () => {
  const font = openPdfFont(400);
  const content = lines.map((line, at) => {
    const baseline = page.height - 60 * at - 36;
    return `BT 1 0 0 1 20 ${baseline} Tm ${font.show(line, size)} ET`;
  });
  const pdf = pdfFile([{ content: content.join('\n') }], {
    title: 'Scripts',
    language: 'en',
    fonts: font.files(),
    widthPt: page.width,
    heightPt: page.height,
    createdAt: new Date(0),
  });
  expect(font.files().map(({ name }) => name)).toEqual([
    'Mukta-Regular',
    'MuktaVaani-Regular',
    'AnekBangla-Regular',
    'NotoSansGurmukhi-Regular',
    'MuktaMalar-Regular',
    'NotoNastaliqUrdu-Regular',
  ]);
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const sheet = document.getPage(0);
  const scale = 2;
  const { data, width, height } = await sheet.render({ scale, render: 'bitmap' });
  for (const [at, line] of lines.entries()) {
    const columns = new Set<number>();
    for (let y = 60 * at * scale; y < Math.min(height, 60 * (at + 1) * scale); y += 1)
      for (let x = 0; x < width; x += 1)
        if ((data[(y * width + x) * 4] ?? 255) < 128) columns.add(x);
    const ink = (Math.max(...columns) - Math.min(...columns)) / scale;
    const measured = (font.widthOf(line) * size) / 1000;
    expect(Math.abs(ink - measured), `${line}: ${ink} of ${measured}`).toBeLessThan(4);
  }
  document.destroy();
  library.destroy();
});
