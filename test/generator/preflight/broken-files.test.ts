import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { writePath } from '../../../generator/layout/path.ts';
import { openLetters } from '../../../generator/preflight/outline/letters.ts';
import { append, editStream, objectWith, overwrite } from './press-edit.ts';
import { generateSample, type Sample } from './sample.ts';

const path = 'lucknow/hazratganj/lucknow-hazratganj-board.pdf';
let sample: Sample;
let clean: Set<string>;

beforeAll(async () => {
  sample = await generateSample('lucknow/hazratganj,lucknow/alambagh', 'board');
  const { bytes, entry } = sample.file(path);
  clean = new Set((await check(bytes, entry)).map((each) => JSON.stringify(each)));
});

afterAll(() => rmSync(sample.folder, { recursive: true, force: true }));

async function check(bytes: Buffer, entry: ManifestFile) {
  const expected = sample.expectationOf(entry);
  if (expected === undefined || typeof expected === 'string') throw new Error(`Expected ${path}`);
  return sample.checker.checkPress(bytes, entry, expected);
}

const name = '/name BMC';
const nameMatrix = /(\/name BMC\n[^\n]*k\nq )([\d.]+) 0 0 (-[\d.]+) ([\d.]+) ([\d.]+) cm/;
const qrMatrix = /(\/qr BMC\n0 0 0 1 k\nq )([\d.]+) 0 0 [\d.]+ ([\d.]+) ([\d.]+) cm/;
/** Modules of version 3; four free ones on each side fill the box. */
const modules = 29;
/** The code so large that its box leaves this many free modules around it. */
const fillBox =
  (quiet: number) =>
  (_: string, head: string, ...numbers: string[]) => {
    const [module, x, y] = numbers.map(Number) as [number, number, number];
    const grown = (module * (modules + 8)) / (modules + 2 * quiet);
    const shift = (modules * (grown - module)) / 2;
    return `${head}${grown} 0 0 ${grown} ${x - shift} ${y - shift} cm`;
  };
const moveName =
  (dx: number, dy: number, scale = 1) =>
  (bytes: Buffer) =>
    editStream(bytes, name, (text) =>
      text.replace(
        nameMatrix,
        (_, head, a, d, x, y) =>
          `${head}${Number(a) * scale} 0 0 ${Number(d) * scale} ${Number(x) + dx} ${Number(y) + dy} cm`,
      ),
    );
const onStamp = (addition: string) => (bytes: Buffer) =>
  editStream(bytes, name, (text) => `${text}\n${addition}\n`);
const underStamp = (addition: string) => (bytes: Buffer) =>
  editStream(bytes, name, (text) => `${addition}\n${text}`);
const glyph = (character: string | null) => (bytes: Buffer) => {
  const letters = openLetters((script) => sample.fonts.bytes(700, script)).font('Devanagari');
  const number = character === null ? 0 : letters.numberOf(character);
  const outline = writePath(letters.glyph(number), 'pdf');
  return onStamp(`/extra BMC 0 0 0 1 k q 0.1 0 0 -0.1 900 1300 cm\n${outline}\nf Q EMC`)(bytes);
};
const amend = (mark: string, from: string, to: string) => (bytes: Buffer) => {
  const { number, body } = objectWith(bytes, mark);
  return append(bytes, { [number]: body.replace(from, to) });
};

const cases: { label: string; rule: string; edit: (bytes: Buffer) => Buffer }[] = [
  { label: 'no trim box', rule: 'page-boxes', edit: (b) => overwrite(b, '/TrimBox', '/XrimBox') },
  {
    label: 'no bleed box',
    rule: 'page-boxes',
    edit: (b) => overwrite(b, '/BleedBox', '/XleedBox'),
  },
  {
    label: 'a bleed box that was moved',
    rule: 'page-boxes',
    edit: (b) => overwrite(b, '/BleedBox[113.386', '/BleedBox[123.386'),
  },
  {
    label: 'a media box inside the bleed',
    rule: 'page-boxes',
    edit: (b) => overwrite(b, '/MediaBox[0 0 7195', '/MediaBox[0 0 7000'),
  },
  {
    label: 'a rotated page',
    rule: 'page-boxes',
    edit: amend('/Type/Page/', '/Type/Page/', '/Type/Page/Rotate 90/'),
  },
  {
    label: 'two pages for one side',
    rule: 'page-boxes',
    edit: (b) => {
      const page = `${objectWith(b, '/Type/Page/').number} 0 R`;
      return amend('/Type/Pages', '/Count 1/Kids[', `/Count 2/Kids[${page} `)(b);
    },
  },
  {
    label: 'a trim that is 2 mm too narrow',
    rule: 'true-size',
    edit: (b) => overwrite(b, /\/TrimBox\[[^ ]+ [^ ]+ 7053/, '/TrimBox[141.732 141.732 7048'),
  },
  {
    label: 'a page in units of 1/36 inch',
    rule: 'true-size',
    edit: amend('/Type/Page/', '/Type/Page/', '/Type/Page/UserUnit 2/'),
  },
  {
    label: 'no embedded profile',
    rule: 'output-intent',
    edit: (b) => overwrite(b, '/DestOutputProfile', '/XestOutputProfile'),
  },
  {
    label: 'no PDF/X output intent',
    rule: 'output-intent',
    edit: (b) => overwrite(b, '/GTS_PDFX/', '/GTS_PDFA/'),
  },
  { label: 'an RGB profile', rule: 'output-intent', edit: (b) => overwrite(b, '/N 4/', '/N 3/') },
  {
    label: 'a profile cut short',
    rule: 'output-intent',
    edit: amend('/DestOutputProfile', '/DestOutputProfile 4 0 R', '/DestOutputProfile 11 0 R'),
  },
  {
    label: 'another version of PDF/X',
    rule: 'pdfx-metadata',
    edit: (b) => overwrite(b, '>PDF/X-4<', '>PDF/X-3<'),
  },
  {
    label: 'a date in Info that XMP does not have',
    rule: 'pdfx-metadata',
    edit: (b) => overwrite(b, /\/ModDate\(D:\d{4}/, '/ModDate(D:2019'),
  },
  {
    label: 'no Trapped',
    rule: 'pdfx-metadata',
    edit: (b) => overwrite(b, '/Trapped/', '/Xrapped/'),
  },
  { label: 'no document id', rule: 'pdfx-metadata', edit: (b) => overwrite(b, '/ID[', '/XD[') },
  {
    label: 'an old version of PDF',
    rule: 'pdfx-metadata',
    edit: (b) => overwrite(b, '%PDF-1.6', '%PDF-1.4'),
  },
  {
    label: 'JavaScript when it opens',
    rule: 'no-actions',
    edit: amend(
      '/Type/Catalog',
      '/Type/Catalog',
      '/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>',
    ),
  },
  {
    label: 'an annotation',
    rule: 'no-actions',
    edit: amend(
      '/Type/Page/',
      '/Type/Page/',
      '/Type/Page/Annots[<</Subtype/Link/Rect[0 0 9 9]>>]/',
    ),
  },
  {
    label: 'an RGB fill',
    rule: 'device-cmyk',
    edit: (b) => editStream(b, name, (text) => text.replace('0 0 0 0 k', '0.1 0.2 0.4 rg')),
  },
  {
    label: 'a grey fill',
    rule: 'device-cmyk',
    edit: (b) => editStream(b, name, (text) => text.replace('0 0 0 0 k', '0 g')),
  },
  {
    label: 'a fill at the default colour',
    rule: 'device-cmyk',
    edit: (b) => editStream(b, name, (text) => text.replace('0 0 0 0 k', '')),
  },
  {
    label: 'a spot colour',
    rule: 'device-cmyk',
    edit: onStamp('/extra BMC /Spot cs 1 scn 900 900 10 10 re f EMC'),
  },
  {
    label: 'an inline image',
    rule: 'device-cmyk',
    edit: onStamp('BI /W 1 /H 1 /CS /G /BPC 8 ID x EI'),
  },
  {
    label: '400 % of ink',
    rule: 'total-ink',
    edit: (b) => editStream(b, name, (text) => text.replace('0 0 0 0 k', '1 1 1 1 k')),
  },
  { label: 'a graphics state', rule: 'total-ink', edit: onStamp('/Overprint gs') },
  {
    label: 'a live font that is not embedded',
    rule: 'fonts',
    edit: (b) =>
      append(onStamp('BT /F1 90 Tf 900 900 Td (UP COP) Tj ET')(b), {
        90: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      }),
  },
  {
    label: 'text without a font',
    rule: 'fonts',
    edit: onStamp('BT /F1 90 Tf 900 900 Td (UP COP) Tj ET'),
  },
  {
    label: 'the stamp of another station',
    rule: 'qr-link',
    edit: () => sample.file('lucknow/alambagh/lucknow-alambagh-board.pdf').bytes,
  },
  {
    label: 'a code with a third of it covered',
    rule: 'qr-link',
    edit: onStamp('/extra BMC 0 0 0 0 k 1734 500 300 300 re f EMC'),
  },
  {
    label: 'no code',
    rule: 'qr-link',
    edit: (b) => editStream(b, name, (text) => text.replace('/qr BMC', '/rq BMC')),
  },
  {
    label: 'a code of half the size',
    rule: 'qr-size',
    edit: (b) => editStream(b, name, (text) => text.replace(qrMatrix, '$112 0 0 12 $3 $4 cm')),
  },
  {
    label: 'a code that is stretched',
    rule: 'qr-size',
    edit: (b) => editStream(b, name, (text) => text.replace(qrMatrix, '$125 0 0 24 $3 $4 cm')),
  },
  {
    label: 'a code in four inks',
    rule: 'qr-ink',
    edit: (b) =>
      editStream(b, name, (text) => text.replace('/qr BMC\n0 0 0 1 k', '/qr BMC\n.6 .4 .4 1 k')),
  },
  {
    label: 'a quiet zone of three modules',
    rule: 'quiet-zone',
    edit: (b) => editStream(b, name, (text) => text.replace(qrMatrix, fillBox(3))),
  },
  {
    label: 'a mark in the quiet zone',
    rule: 'quiet-zone',
    edit: underStamp('/extra BMC 0 0 0 1 k 1680 400 20 20 re f EMC'),
  },
  {
    label: 'a mark over the quiet zone',
    rule: 'quiet-zone',
    edit: onStamp('/extra BMC 0.1 0 0 0 k 1680 400 20 20 re f EMC'),
  },
  {
    label: 'a pale ground under the code',
    rule: 'quiet-zone',
    edit: underStamp('/ground BMC 0.08 0.04 0.02 0 k 1640 200 800 900 re f EMC'),
  },
  { label: 'a name that is too small', rule: 'heights', edit: moveName(0, 0, 0.5) },
  { label: 'a name 40 mm from the trim', rule: 'safe-zone', edit: moveName(-32, 0) },
  {
    label: 'an icon at the eyelets',
    rule: 'safe-zone',
    edit: onStamp('/service-icon BMC 0 0 0 1 k 2400 700 20 20 re f EMC'),
  },
  {
    label: 'a crop mark in the bleed',
    rule: 'safe-zone',
    edit: onStamp('/marks BMC 0 0 0 1 k -8 700 20 1 re f EMC'),
  },
  {
    label: 'a ground that ends at the trim',
    rule: 'bleed',
    edit: onStamp('/ground BMC 0 0.3 0.95 0 k 0 1160 30 30 re f EMC'),
  },
  {
    label: 'one letter moved by 1 mm',
    rule: 'outlines',
    edit: (b) =>
      editStream(b, name, (text) =>
        text.replace(/1 0 0 1 ([\d.]+) 0 cm/, (_, x) => `1 0 0 1 ${Number(x) + 17} 0 cm`),
      ),
  },
  {
    label: 'the name of another station',
    rule: 'outlines',
    edit: () => sample.file('lucknow/alambagh/lucknow-alambagh-board.pdf').bytes,
  },
  {
    label: 'a letter too many in the name',
    rule: 'outlines',
    edit: onStamp('/name BMC 1 0.85 0.2 0.3 k 900 1250 20 60 re f EMC'),
  },
  {
    label: 'a mark that belongs to nothing',
    rule: 'parts',
    edit: onStamp('0 0 0 1 k 900 700 20 20 re f'),
  },
  { label: 'a dotted circle', rule: 'broken-glyphs', edit: glyph('\u25CC') },
  { label: 'a character that the font lacks', rule: 'broken-glyphs', edit: glyph(null) },
  { label: 'a name that runs off its foot', rule: 'placing', edit: moveName(0, -100) },
  {
    label: 'a mark painted over the name',
    rule: 'placing',
    edit: onStamp('/ground BMC 0 0 0 0 k 100 1230 50 20 re f EMC'),
  },
  {
    label: 'another printing condition',
    rule: 'output-intent',
    edit: (b) => overwrite(b, '(FOGRA39)', '(FOGRA47)'),
  },
  { label: 'a name over the district', rule: 'placing', edit: moveName(0, 130) },
  { label: 'matras 11 mm from the edge of the foot', rule: 'clear-space', edit: moveName(0, -19) },
  { label: 'a name 20 mm above its district', rule: 'line-gap', edit: moveName(0, 75) },
  { label: 'a shirorekha 1 mm too low', rule: 'shirorekha', edit: moveName(0, 1) },
  { label: 'a file cut short', rule: 'opens', edit: (b) => b.subarray(0, b.length - 400) },
  {
    label: 'a stream with a wrong length',
    rule: 'opens',
    edit: (b) => overwrite(b, /0 R\/Length \d{5}/, '0 R/Length 10000'),
  },
];

test('a file as it is made breaks no rule', () => {
  expect([...clean]).toEqual([]);
});

test.each(cases)('$label breaks the rule $rule', async ({ rule, edit }) => {
  const { bytes, entry } = sample.file(path);
  const deviations = await check(edit(bytes), entry);
  const fresh = deviations.filter((each) => !clean.has(JSON.stringify(each)));
  expect(fresh.map((each) => each.rule)).toContain(rule);
});

test('an encrypted file breaks the rule no-actions', async () => {
  const { bytes, entry } = sample.file(path);
  const encryption = { 91: '<</Filter/Standard/V 1/R 2/O<00>/U<00>/P -4>>' };
  const deviations = await check(append(bytes, encryption, '/Encrypt 91 0 R'), entry);
  expect(deviations).toEqual([
    { rule: 'no-actions', expected: 'no encryption', found: 'Encrypt in the trailer' },
  ]);
});

test('a link in the manifest that is not the registry’s breaks qr-link', async () => {
  const { bytes, entry } = sample.file(path);
  const wrong = { ...entry, url: `${entry.url?.slice(0, -1)}0` };
  const deviations = await check(bytes, wrong);
  expect(deviations.map(({ rule }) => rule)).toContain('qr-link');
});
