import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { PressNoteContent } from '../../../../campaigns/press-notes/note-content.ts';
import { pressNote } from '../../../../messaging/field/press-notes/routes.ts';
import { paperDocx } from '../../../../messaging/platform/documents/paper-docx.ts';
import { paperPdf } from '../../../../messaging/platform/documents/paper-pdf.ts';
import { readCodes, renderPage } from '../../../generator/fixture.ts';

const content: PressNoteContent = {
  office: 'मीडिया सेल, जनपद आगरा, उत्तर प्रदेश पुलिस',
  head: [
    ['प्रेस नोट संख्या', '07/2019'],
    ['दिनांक', '12.04.2019'],
  ],
  title: 'मार्च 2019 में UP COP ऐप से दर्ज प्रकरण',
  paragraphs: ['माह मार्च 2019 में 25 ई-एफआईआर दर्ज करायी गयीं।'],
  figures: {
    head: ['श्रेणी', 'जनपद में कुल', 'थानावार'],
    rows: Array.from({ length: 6 }, (_, index) => [
      `श्रेणी ${index}`,
      '25',
      'हरिपर्वत – 9; एत्मादपुर – 8; ताजगंज – 5; अन्य थाने – 3',
    ]),
    note: 'जिन थानों की संख्या 3 से कम है, वह केवल जनपद के योग में दी गयी है।',
  },
  appeal: 'UP COP ऐप डाउनलोड करें।',
  link: 'https://UPPOLICE.GOV.IN/Q17SN0N',
  typedLink: 'uppolice.gov.in/Q17SN0N',
  issuer: 'जारीकर्ता – मीडिया सेल, जनपद आगरा',
};
const note = { content, app: 'UP COP', issuedOn: '2019-04-12', notices: [] };

test('the code on the page of the PDF leads to the app’s link, and the same note gives the same bytes', async () => {
  const pdf = paperPdf(pressNote(note));
  expect(Buffer.compare(pdf, paperPdf(pressNote(note)))).toBe(0);
  expect(await readCodes(await renderPage(pdf, 0, 1240))).toEqual([content.link]);
});

test('the Word file has every part of the note, and the code as a picture', async () => {
  const parts = unzipSync(await paperDocx(pressNote({ ...note, notices: ['नमूना', 'निरस्त'] })));
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
  const figures = content.figures;
  const texts = [
    content.title,
    ...content.paragraphs,
    content.appeal,
    content.issuer,
    'नमूना',
    'निरस्त',
  ];
  for (const text of [...texts, ...content.head.flat(), ...(figures?.rows.flat() ?? [])])
    expect(xml).toContain(text);
  // Its bold letters are the font's own, not regular ones printed twice.
  expect(strFromU8(parts['word/fontTable.xml'] as Uint8Array)).toContain('w:embedBold');
  const picture = Object.keys(parts).find((name) => /^word\/media\/.*\.png$/.test(name)) ?? '';
  const { data, info } = await sharp(parts[picture] as Uint8Array)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  expect(await readCodes({ width, height, rgba: data })).toEqual([content.link]);
});
