import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Imprint } from '../../../generator/artwork/artwork.ts';
import * as catalogue from '../../../generator/artwork/catalogue.ts';
import type { Shape } from '../../../generator/layout/drawing.ts';
import { makeProof } from '../../../generator/print/proof.ts';
import { renderRgbJpeg } from '../../../generator/raster/rgb-jpeg.ts';
import { layOutShared, type SharedLayout } from '../../../generator/run/shared-layout.ts';
import { createStamper } from '../../../generator/run/stamp.ts';
import { folderForTest } from '../../folders.ts';
import { goldenDifference, readCodes, readCodesByZbar, renderPage } from '../fixture.ts';
import { campaign, findDeviations, fonts, makeImprint, sources } from '../press-room.ts';

const artworks = catalogue.listArtworks(campaign, catalogue.artworks);

/** The deepest matras and the longest name: at these a layout breaks first. */
const stations = ['lakhimpur-kheri/padua', 'chandauli/grp-mughalsarai'];
let layouts: SharedLayout[];

beforeAll(async () => {
  layouts = await layOutShared(artworks, campaign, sources);
});

const findLayout = (id: string) => {
  const layout = layouts.find(({ artwork }) => artwork === id);
  if (layout === undefined) throw new Error(`Expected a layout of ${id}`);
  return layout;
};

describe.each(artworks)('$id', (artwork) => {
  let files: { imprint: Imprint; bytes: Buffer }[];
  beforeAll(() => {
    const stamper = createStamper(artwork, findLayout(artwork.id), { campaign, fonts });
    files = stations.map((key) => {
      const imprint = makeImprint(key, artwork);
      const { parts } = stamper.pressFile(imprint, stamper.shapes(imprint));
      return { imprint, bytes: Buffer.concat(parts) };
    });
  });

  test('breaks no rule of preflight with the deepest matras and the longest name', async () => {
    for (const { imprint, bytes } of files)
      expect(await findDeviations(artwork, imprint, bytes)).toEqual([]);
  });

  test('carries a code that two readers read alike', async () => {
    for (const { imprint, bytes } of files) {
      const rendered = await renderPage(bytes, 0, 900);
      const found = await readCodes(rendered);
      expect(new Set(found)).toEqual(new Set([imprint.url]));
      expect(new Set(readCodesByZbar(rendered))).toEqual(new Set([imprint.url]));
    }
  });

  test('looks as it was approved', async () => {
    for (const { imprint, bytes } of files) {
      const rendered = await renderPage(bytes, 0, 360);
      const name = `family-${artwork.id}-${imprint.station}`;
      expect(await goldenDifference(name, rendered), name).toBeLessThan(0.002);
    }
  });
});

describe('files that are asked for', () => {
  /** Every side of an artwork as it is printed for a station. */
  const sidesOf = (artwork: (typeof artworks)[number], imprint: Imprint): Shape[][] => {
    const layout = findLayout(artwork.id);
    const stamped = createStamper(artwork, layout, { campaign, fonts }).shapes(imprint);
    return layout.sides.map(({ shapes }, side) => [...shapes, ...(stamped[side] ?? [])]);
  };

  test('a picture for approval is RGB and goes through a messenger', async () => {
    for (const artwork of artworks.filter(({ imposition }) => imposition === undefined)) {
      const [front = []] = sidesOf(artwork, makeImprint('lakhimpur-kheri/padua', artwork));
      const picture = await renderRgbJpeg(front, artwork);
      expect(picture.length, artwork.id).toBeLessThanOrEqual(300_000);
      expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb' });
    }
  });

  test('a proof shows all sides on one page with room to sign', () => {
    const folder = folderForTest('proof-');
    for (const artwork of artworks.filter(({ id }) => id === 'board' || id === 'pamphlet')) {
      const imprint = makeImprint('lakhimpur-kheri/padua', artwork);
      const sides = sidesOf(artwork, imprint);
      const file = join(folder, `${artwork.id}.pdf`);
      writeFileSync(file, makeProof({ campaign, ...sources }, { artwork, imprint, sides }));
      const said = execFileSync('qpdf', ['--show-npages', file], { encoding: 'utf8' });
      expect(said.trim()).toBe('1');
      expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      );
    }
  });
});
