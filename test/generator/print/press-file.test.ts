import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ManifestFile, manifestSchema } from '../../../campaigns/manifest.ts';
import { folderForTest, openFolder } from '../../folders.ts';
import {
  differenceFrom,
  goldenDifference,
  readCodes,
  readCodesByZbar,
  readManifest,
  renderPage,
  runGenerator,
} from '../fixture.ts';

/** A short name, a long one, a महिला थाना, a जी.आर.पी. and one with numerals. */
const stations = [
  ['jalaun', 'et'],
  ['amethi', 'bhale-sultan-shaheed-smarak'],
  ['agra', 'mahila-thana'],
  ['agra', 'grp-agra-cantt'],
  ['gautam-buddha-nagar', 'noida-sector-58'],
] as const;
const keys = stations.map(([district, station]) => `${district}/${station}`);

const out = openFolder('press-');
let files: ManifestFile[];
const fileOf = (key: string, artwork: string, format = 'pdf'): ManifestFile => {
  const found = files.find(
    (file) =>
      `${file.district}/${file.station}` === key &&
      file.artwork === artwork &&
      file.format === format,
  );
  if (found === undefined)
    throw new Error(`Expected ${artwork}.${format} of ${key} in the manifest`);
  return found;
};
const bytesOf = (file: ManifestFile) => readFileSync(join(out, file.path));

beforeAll(async () => {
  const ended = await runGenerator(['--station', keys.join(','), '--out', out]);
  expect(ended).toMatchObject({ code: 0 });
  files = manifestSchema.parse(readManifest(out)).files;
});

const askQpdf = (file: string) => execFileSync('qpdf', ['--check', file], { encoding: 'utf8' });
const sound = 'No syntax or stream encoding errors';

describe('press files', () => {
  test('every file has the bytes and the hash that the manifest states', () => {
    // Ten of each station, and a ticket for the shop in each district.
    const districts = new Set(stations.map(([district]) => district));
    expect(files.length).toBe(stations.length * 10 + districts.size);
    for (const file of files) {
      const bytes = bytesOf(file);
      expect(bytes.length).toBe(file.bytes);
      expect(hash('sha256', bytes)).toBe(file.sha256);
    }
  });

  test('qpdf finds every press file sound', () => {
    for (const file of files.filter(({ format }) => format === 'pdf')) {
      expect(askQpdf(join(out, file.path))).toContain(sound);
    }
  });

  test.each([
    ['board', 2438.4, 1524, 10],
    ['pamphlet', 148, 210, 3],
    ['pamphlet-2up', 302, 210, 3],
    ['pamphlet-4up', 302, 426, 3],
  ])('%s is %s × %s mm with %s mm bleed', (artwork, widthMm, heightMm, bleedMm) => {
    const file = fileOf(keys[0] as string, artwork);
    expect(file).toMatchObject({ widthMm, heightMm });
    const pdf = bytesOf(file).toString('latin1');
    const box = (name: string) =>
      (new RegExp(`/${name}\\[([^\\]]+)\\]`).exec(pdf)?.[1] ?? '')
        .split(' ')
        .map((points) => (Number(points) * 25.4) / 72);
    const [trimLeft = 0, trimBottom = 0, trimRight = 0, trimTop = 0] = box('TrimBox');
    const [bleedLeft = 0, , bleedRight = 0] = box('BleedBox');
    expect(trimRight - trimLeft).toBeCloseTo(widthMm, 1);
    expect(trimTop - trimBottom).toBeCloseTo(heightMm, 1);
    expect(trimLeft - bleedLeft).toBeCloseTo(bleedMm, 1);
    expect(bleedRight - trimRight).toBeCloseTo(bleedMm, 1);
  });

  test('a file says that it is PDF/X-4 with FOGRA39 embedded, and names nothing but CMYK', () => {
    const file = fileOf(keys[1] as string, 'pamphlet');
    const plain = ['--qdf', '--object-streams=disable', join(out, file.path), '-'];
    const pdf = execFileSync('qpdf', plain, { maxBuffer: 2 ** 26 }).toString('latin1');
    expect(pdf).toContain('/S /GTS_PDFX');
    expect(pdf).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(pdf).toContain('(FOGRA39)');
    expect(pdf).toContain('/Trapped /False');
    expect(pdf).not.toMatch(/\/Font\b|\/Encrypt|\/JavaScript|\/DeviceRGB|\/Image\b/);
    expect(pdf).not.toMatch(/\d (rg|RG|g|G)\n/);
    expect(pdf).toMatch(/\n0 0 0 1 k\n/);
  });

  test.each(keys)('two readers find its own link on the rendered board of %s', async (key) => {
    const file = fileOf(key, 'board');
    const rendered = await renderPage(bytesOf(file), 0, 1000);
    expect(await readCodes(rendered)).toEqual([file.url]);
    expect(readCodesByZbar(rendered)).toEqual([file.url]);
  });

  test('all four cells of a four-up sheet carry the code, on front and back of the sheet', async () => {
    const file = fileOf(keys[0] as string, 'pamphlet-4up');
    for (const page of [0, 1]) {
      const codes = await readCodes(await renderPage(bytesOf(file), page, 1200));
      expect(codes).toEqual(Array(4).fill(file.url));
    }
  });

  test('board and pamphlet of one station carry different codes', () => {
    const board = fileOf(keys[0] as string, 'board');
    const pamphlet = fileOf(keys[0] as string, 'pamphlet');
    expect(board.code).not.toBe(pamphlet.code);
  });
});

describe('golden pictures', () => {
  const tolerance = 0.002;
  test.each(keys)('the board of %s looks as it was approved', async (key) => {
    const rendered = await renderPage(bytesOf(fileOf(key, 'board')), 0, 700);
    expect(await goldenDifference(`board-${key.replace('/', '-')}`, rendered)).toBeLessThan(
      tolerance,
    );
  });

  test.each([0, 1])('side %s of a pamphlet looks as it was approved', async (page) => {
    const rendered = await renderPage(bytesOf(fileOf(keys[1] as string, 'pamphlet')), page, 500);
    expect(await goldenDifference(`pamphlet-${page}`, rendered)).toBeLessThan(tolerance);
  });

  test('an imposed sheet looks as it was approved', async () => {
    const rendered = await renderPage(bytesOf(fileOf(keys[1] as string, 'pamphlet-2up')), 0, 700);
    expect(await goldenDifference('pamphlet-2up', rendered)).toBeLessThan(tolerance);
  });

  test('a wrong name is more than the tolerance away', async () => {
    const other = await renderPage(bytesOf(fileOf(keys[0] as string, 'board')), 0, 700);
    const golden = `board-${keys[1]?.replace('/', '-')}`;
    expect(await differenceFrom(golden, other)).toBeGreaterThan(tolerance);
  });
});

describe('district files', () => {
  test('a whole district ends with a ZIP of its press files and a ticket on top', async () => {
    const folder = folderForTest('district-');
    const asked = ['--district', 'shamli', '--format', 'pdf,ticket,zip'];
    const ended = await runGenerator([...asked, '--out', folder]);
    expect(ended.code).toBe(0);
    const { files: made } = readManifest(folder);
    const zip = made.find(({ format }) => format === 'zip');
    const entries = unzipSync(readFileSync(join(folder, zip?.path ?? '')));
    const press = made.filter(({ format, station }) => format === 'pdf' && station !== null);
    expect(Object.keys(entries)).toHaveLength(press.length + 2);
    for (const file of press) {
      const entry = entries[`shamli/shamli-${file.station}-${file.artwork}-press.pdf`];
      expect(hash('sha256', entry ?? '')).toBe(file.sha256);
    }
    expect(Buffer.from(entries['README.txt'] ?? []).toString()).toContain('अभी न छापें');
    const ticket = made.find(({ artwork }) => artwork === 'ticket');
    expect(askQpdf(join(folder, ticket?.path ?? ''))).toContain(sound);
  });
});
