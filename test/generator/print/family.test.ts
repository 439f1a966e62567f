import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { campaignFolder, loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { artworks } from '../../../generator/artwork/catalogue.ts';
import { loadFonts } from '../../../generator/layout/fonts-fs.ts';
import { createFileChecker } from '../../../generator/preflight/check-file.ts';
import { createPressChecker } from '../../../generator/preflight/check-press.ts';
import { createExpectations } from '../../../generator/preflight/expected.ts';
import {
  goldenDifference,
  readCodes,
  readCodesByZbar,
  readManifest,
  removeFolder,
  renderPage,
  runGenerator,
  temporaryFolder,
} from '../fixture.ts';

/** The deepest matras and the longest name: at these a layout breaks first. */
const stations = ['lakhimpur-kheri/padua', 'chandauli/grp-mughalsarai'];
const ids = artworks.map(({ id }) => id);
let out: string;
let files: ManifestFile[];
let check: ReturnType<typeof createFileChecker>;

beforeAll(async () => {
  out = temporaryFolder();
  const all = ['--artwork', ids.join(','), '--out', out];
  const press = await runGenerator(['--station', stations.join(','), '--format', 'pdf', ...all]);
  expect(press).toMatchObject({ code: 0 });
  const other = ['--format', 'rgb,svg,eps,proof'];
  const demanded = await runGenerator(['--station', stations[0] as string, ...other, ...all]);
  expect(demanded).toMatchObject({ code: 0 });
  ({ files } = readManifest(out));
  const fonts = loadFonts();
  const campaign = loadCampaign('up-cop');
  const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
  check = createFileChecker({
    folder: out,
    checker: await createPressChecker(fonts),
    expectationOf: createExpectations({ campaign, directory: loadDirectory(), registry, fonts }),
  });
});
afterAll(() => removeFolder(out));

const filesOf = (artwork: string, format: string) =>
  files.filter((file) => file.artwork === artwork && file.format === format);
const bytesOf = ({ path }: ManifestFile) => readFileSync(join(out, path));

describe.each(ids)('%s', (id) => {
  test('breaks no rule of preflight with the deepest matras and the longest name', async () => {
    const found = await Promise.all(files.filter(({ artwork }) => artwork === id).map(check));
    expect(found.flat()).toEqual([]);
  });

  test('carries a code that two readers read alike', async () => {
    for (const file of filesOf(id, 'pdf')) {
      const rendered = await renderPage(bytesOf(file), 0, 1400);
      const found = await readCodes(rendered);
      expect(new Set(found)).toEqual(new Set([file.url]));
      expect(new Set(readCodesByZbar(rendered))).toEqual(new Set([file.url]));
    }
  });

  test('looks as it was approved', async () => {
    for (const file of filesOf(id, 'pdf')) {
      const rendered = await renderPage(bytesOf(file), 0, 360);
      const name = `family-${id}-${file.station}`;
      expect(await goldenDifference(name, rendered), name).toBeLessThan(0.002);
    }
  });
});

describe('files that are asked for', () => {
  test('a picture for approval is RGB and goes through a messenger', async () => {
    const pictures = files.filter(({ format }) => format === 'rgb');
    expect(pictures.length).toBeGreaterThan(6);
    for (const file of pictures) {
      expect(file.bytes, file.path).toBeLessThanOrEqual(300_000);
      expect(await sharp(bytesOf(file)).metadata()).toMatchObject({
        format: 'jpeg',
        space: 'srgb',
      });
    }
  });

  test('an editable drawing has named layers, outlines and its true size', () => {
    const svg = bytesOf(filesOf('board', 'svg')[0] as ManifestFile).toString();
    expect(svg).toContain('width="2458.4mm" height="1544mm" viewBox="-10 -10 2458.4 1544"');
    for (const layer of ['headline', 'phone', 'qr', 'name'])
      expect(svg).toContain(`inkscape:label="${layer}"`);
    expect(svg).not.toMatch(/<text|<image|font-family/);
  });

  test('an EPS keeps the inks of the palette', () => {
    const eps = bytesOf(filesOf('board', 'eps')[0] as ManifestFile).toString('latin1');
    expect(eps).toMatch(/^%!PS-Adobe-3\.0 EPSF-3\.0/);
    // Navy and marigold, as near as PostScript's sixteen bits come.
    expect(eps).toMatch(/^1 0\.8496\d* 0\.1999\d* 0\.3000\d* k$/m);
    expect(eps).toMatch(/^0 0\.3000\d* 0\.9492\d* 0 k$/m);
    expect(eps).not.toMatch(/^[\d. ]+ (rg|g)$/m);
  });

  test('a proof shows all sides on one page with room to sign', () => {
    for (const id of ['board', 'pamphlet']) {
      const [proof] = filesOf(id, 'proof');
      const file = join(out, proof?.path ?? '');
      const said = execFileSync('qpdf', ['--show-npages', file], { encoding: 'utf8' });
      expect(said.trim()).toBe('1');
      expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      );
    }
  });
});
