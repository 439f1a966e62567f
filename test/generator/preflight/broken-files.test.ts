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
type Edit = (bytes: Buffer) => Buffer;
const written = (from: string | RegExp, to: string): Edit => {
  return (bytes) => overwrite(bytes, from, to);
};
const stamped = (edit: (text: string) => string): Edit => {
  return (bytes) => editStream(bytes, name, edit);
};
const onStamp = (addition: string) => stamped((text) => `${text}\n${addition}\n`);
const ownGround = (inks: string) => stamped((text) => text.replace('0 0 0 0 k', inks));
const moveName = (dx: number, dy: number, scale = 1) => {
  const move = (_: string, head: string, ...numbers: string[]) => {
    const [a, d, x, y] = numbers.map(Number) as [number, number, number, number];
    return `${head}${a * scale} 0 0 ${d * scale} ${x + dx} ${y + dy} cm`;
  };
  return stamped((text) => text.replace(nameMatrix, move));
};
const moveLetter = (_: string, x: string) => `1 0 0 1 ${Number(x) + 17} 0 cm`;
const onGlyph = (character: string): Edit => {
  return (bytes) => {
    const letters = openLetters((script) => sample.fonts.bytes(700, script), 700).font(
      'Devanagari',
    );
    const outline = writePath(letters.glyph(letters.numberOf(character)), 'pdf');
    return onStamp(`/extra BMC 0 0 0 1 k q 0.1 0 0 -0.1 900 1300 cm\n${outline}\nf Q EMC`)(bytes);
  };
};
const liveText = onStamp('BT /F1 90 Tf 900 900 Td (UP COP) Tj ET');
const helvetica = { 90: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>' };
const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
const withScript: Edit = (bytes) => {
  const { number, body } = objectWith(bytes, '/Type/Catalog');
  const opened = `/Type/Catalog/OpenAction${script}`;
  return append(bytes, { [number]: body.replace('/Type/Catalog', opened) });
};
const ofAnother = () => sample.file('lucknow/alambagh/lucknow-alambagh-board.pdf').bytes;
const narrowTrim = written(/\/TrimBox\[[^ ]+ [^ ]+ 7053/, '/TrimBox[141.732 141.732 7048');
const halfCode = stamped((text) => text.replace(qrMatrix, '$112 0 0 12 $3 $4 cm'));
const fourInks = stamped((text) => text.replace('/qr BMC\n0 0 0 1 k', '/qr BMC\n.6 .4 .4 1 k'));
const shortGround = onStamp('/ground BMC 0 0.3 0.95 0 k 0 1160 30 30 re f EMC');

/** One planted fault for each rule. */
const cases: [label: string, rule: string, edit: Edit][] = [
  ['a bleed box that was moved', 'page-boxes', written('/BleedBox[113.386', '/BleedBox[123.386')],
  ['a trim that is 2 mm too narrow', 'true-size', narrowTrim],
  ['another printing condition', 'output-intent', written('(FOGRA39)', '(FOGRA47)')],
  [
    'a date in Info that XMP does not have',
    'pdfx-metadata',
    written(/\/ModDate\(D:\d{4}/, '/ModDate(D:2019'),
  ],
  ['JavaScript when it opens', 'no-actions', withScript],
  ['an RGB fill', 'device-cmyk', ownGround('0.1 0.2 0.4 rg')],
  ['400 % of ink', 'total-ink', ownGround('1 1 1 1 k')],
  ['a live font that is not embedded', 'fonts', (bytes) => append(liveText(bytes), helvetica)],
  ['the stamp of another station', 'qr-link', ofAnother],
  ['a code of half the size', 'qr-size', halfCode],
  ['a code in four inks', 'qr-ink', fourInks],
  [
    'a quiet zone of three modules',
    'quiet-zone',
    stamped((text) => text.replace(qrMatrix, fillBox(3))),
  ],
  ['a name that is too small', 'heights', moveName(0, 0, 0.5)],
  ['a name 40 mm from the trim', 'safe-zone', moveName(0, -120)],
  ['a ground that ends at the trim', 'bleed', shortGround],
  [
    'one letter moved by 1 mm',
    'outlines',
    stamped((text) => text.replace(/1 0 0 1 ([\d.]+) 0 cm/, moveLetter)),
  ],
  ['a mark that belongs to nothing', 'parts', onStamp('0 0 0 1 k 900 700 20 20 re f')],
  ['a dotted circle', 'broken-glyphs', onGlyph('\u25CC')],
  ['a name that runs off its signboard', 'placing', moveName(0, -100)],
  ['matras 11 mm from the edge of the signboard', 'clear-space', moveName(0, -19)],
  ['a name 5 mm above its district', 'line-gap', moveName(0, 40)],
  ['a shirorekha 1 mm too low', 'shirorekha', moveName(0, 1)],
  ['a file cut short', 'opens', (bytes) => bytes.subarray(0, bytes.length - 400)],
];

test('a file as it is made breaks no rule', () => {
  expect([...clean]).toEqual([]);
});

test.each(cases)('%s breaks the rule %s', async (_, rule, edit) => {
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
