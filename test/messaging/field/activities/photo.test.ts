import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Fingerprint,
  isCandidate,
  isCopy,
  searchHashes,
} from '../../../../campaigns/activities/fingerprint.ts';
import { openPixels } from '../../../../messaging/field/activities/photo-pixels.ts';
import { createPhotoReader } from '../../../../messaging/field/activities/photo-reader.ts';
import { readFingerprint } from '../../../../messaging/field/activities/read-photo.ts';
import { createDecoders } from '../../../../messaging/platform/decoding/decoders.ts';
import { openFolder } from '../../../folders.ts';
import { pngBomb } from '../../platform/decoding/hostile-pictures.ts';
import { renderBoards } from './boards.ts';
import { lockedPdf, redPdf } from './paper.ts';
import { photograph, type SceneOptions } from './scene.ts';

const ownLink = 'https://UPPOLICE.GOV.IN/Q17SN0N';
/** As boards of the first edition carry it, one of which is in the HEIC picture. */
const firstEditionLink = 'HTTPS://UPPOLICE.GOV.IN/Q/17SN0N';
const folder = openFolder('photos-');
const decoders = createDecoders();
const photos = createPhotoReader(decoders);
const reader = {
  read: (bytes: Uint8Array) => photos.read(laid(bytes), 'a'),
  copy: (bytes: Uint8Array) => photos.copy(laid(bytes), 'a'),
};
const boards = renderBoards(['lucknow/hazratganj', 'lucknow/chowk', 'agra/baah']);
const own = boards.get('lucknow/hazratganj') as Buffer;
const daylight = await photograph(own);
afterAll(() => decoders.close());

function laid(bytes: Uint8Array): string {
  const path = join(folder, randomUUID());
  writeFileSync(path, bytes);
  return path;
}

/** Four corners of a board in a picture, clockwise from the first. */
const corners = (...places: number[]) =>
  [0, 2, 4, 6].map((at) => places.slice(at, at + 2)) as NonNullable<SceneOptions['corners']>;

describe('a board’s code is read', () => {
  test.each<[string, SceneOptions | null]>([
    ['in daylight', null],
    ['in the dark', { light: 0.06, noise: 4 }],
    ['from the side', { corners: corners(0.3, 0.1, 0.6, 0.32, 0.6, 0.55, 0.3, 0.85) }],
    ['turned', { corners: corners(0.25, 0.6, 0.55, 0.1, 0.8, 0.35, 0.5, 0.85) }],
    ['from afar', { corners: corners(0.43, 0.43, 0.57, 0.43, 0.57, 0.55, 0.43, 0.55) }],
    ['out of focus', { blurSigma: 4 }],
    ['with noise', { noise: 40 }],
    ['half in shade', { shade: 0.9 }],
  ])('%s', async (_, options) => {
    const { texts } = await reader.read(options ? await photograph(own, options) : daylight);
    expect(texts).toEqual([ownLink]);
  });

  test('in a HEIC file', async () => {
    const heic = readFileSync(join(import.meta.dirname, 'fixtures/board-hazratganj.heic'));
    expect((await reader.read(heic)).texts).toEqual([firstEditionLink]);
  });

  test.each(['png', 'webp', 'avif'] as const)('in a %s file', async (format) => {
    const bytes = await sharp(await photograph(own, { widthPx: 800, heightPx: 600 }))
      .toFormat(format, { effort: 1 })
      .toBuffer();
    expect((await reader.read(bytes)).texts).toEqual([ownLink]);
  });
});

describe('a phone’s picture of 40 million pixels', () => {
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await sharp(daylight)
      .resize(7680, 5200, { fit: 'fill' })
      .withExif({
        IFD0: { Orientation: '6', Make: 'SecretPhone' },
        IFD2: { DateTimeOriginal: '2019:04:10 11:20:30' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '26/1 50/1 30/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '80/1 56/1 0/1',
        },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
  });

  test('tells where and when, and the kept copy stands upright and tells nothing', async () => {
    const photo = await reader.read(bytes);
    expect(photo.texts).toEqual([ownLink]);
    expect(photo.takenAt?.toISOString()).toBe('2019-04-10T05:50:30.000Z');
    expect(photo.position?.lat).toBeCloseTo(26.8417, 3);
    expect(photo.position?.lon).toBeCloseTo(80.9333, 3);
    const kept = await sharp(photo.jpeg).metadata();
    expect([kept.format, kept.width, kept.height]).toEqual(['jpeg', 1354, 2000]);
    const told = [kept.exif, kept.orientation, kept.xmp, kept.icc];
    expect(told).toEqual(Array(4).fill(undefined));
    expect(Buffer.from(photo.jpeg).includes('SecretPhone')).toBe(false);
  });
});

describe('a file is refused', () => {
  const blank = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#777' } });
  test.each<[string, string, () => Promise<Buffer> | Buffer]>([
    [
      'SVG',
      'not-a-photo',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['GIF', 'not-a-photo', () => blank(300, 300).gif().toBuffer()],
    ['TIFF', 'not-a-photo', () => blank(300, 300).tiff().toBuffer()],
    ['PDF', 'not-a-photo', () => Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['HTML', 'not-a-photo', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['nothing', 'not-a-photo', () => Buffer.alloc(0)],
    [
      'HTML behind a JPEG’s first bytes',
      'damaged',
      () => Buffer.from('\xff\xd8\xff<script>alert(1)</script>', 'latin1'),
    ],
    ['half a JPEG', 'damaged', () => daylight.subarray(0, 20_000)],
    ['a decompression bomb', 'too-many-pixels', () => pngBomb(16_000)],
    ['an icon', 'too-small', () => blank(64, 64).png().toBuffer()],
    [
      'a HEIC header without a picture',
      'damaged',
      () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    ],
  ])('%s: %s', async (_, code, make) => {
    await expect(reader.read(await make())).rejects.toMatchObject({ code });
  });

  test('and the next one is read all the same', async () => {
    expect((await reader.read(daylight)).texts).toEqual([ownLink]);
  });

  test('a second file behind a picture is not kept', async () => {
    const polyglot = Buffer.concat([daylight, Buffer.from('PK\x03\x04<script>evil()</script>')]);
    expect(Buffer.from((await reader.read(polyglot)).jpeg).includes('evil')).toBe(false);
  });
});

describe('a paper', () => {
  test('as a PDF is kept as a picture of its pages below each other, and of nothing else in it', async () => {
    const { jpeg, width, height } = await reader.copy(redPdf(2));
    expect([width, height]).toEqual([1400, 2 * 1866 + 20]);
    const { channels } = await sharp(jpeg)
      .extract({ left: 10, top: 3000, width: 50, height: 50 })
      .stats();
    expect(channels.map(({ mean }) => Math.round(mean / 10))).toEqual([25, 0, 0]);
    expect(Buffer.from(jpeg).includes('SecretClerk')).toBe(false);
  });

  test('as a picture is kept without what the phone wrote in, and its codes are not looked for', async () => {
    const bytes = await sharp(await photograph(own, { widthPx: 800, heightPx: 600 }))
      .withExif({ IFD0: { Make: 'SecretPhone' } })
      .jpeg()
      .toBuffer();
    const copy = await reader.copy(bytes);
    expect(Object.keys(copy).toSorted()).toEqual(['height', 'jpeg', 'sha256', 'width']);
    expect((await sharp(copy.jpeg).metadata()).exif).toBeUndefined();
    expect(bytes.includes('SecretPhone')).toBe(true);
    expect(Buffer.from(copy.jpeg).includes('SecretPhone')).toBe(false);
  });

  test.each<[string, string, () => Buffer]>([
    ['HTML', 'not-a-paper', () => Buffer.from('<!doctype html>')],
    ['a PDF’s first bytes alone', 'damaged', () => Buffer.from('%PDF-1.7\n')],
    ['a book', 'too-many-pages', () => redPdf(5)],
    ['half a picture', 'damaged', () => own.subarray(0, 2000)],
    ['a PDF with a password', 'locked', () => lockedPdf(redPdf(1))],
  ])('%s is refused: %s', async (_, code, make) => {
    await expect(reader.copy(make())).rejects.toMatchObject({ code });
  });
});

describe('a copy', () => {
  const small = { widthPx: 640, heightPx: 480 };
  const near = { corners: corners(0.2, 0.25, 0.8, 0.22, 0.82, 0.66, 0.19, 0.63), ...small };
  const tight = { corners: corners(-0.02, -0.02, 1.02, -0.02, 1.02, 1.02, -0.02, 1.02), ...small };
  const shifted = {
    corners: corners(-0.01, -0.03, 1.03, -0.01, 1.02, 1.03, -0.03, 1.02),
    ...small,
  };

  const fingerprint = async (bytes: Buffer) => readFingerprint(await openPixels(bytes));

  function compare(known: Fingerprint, given: Fingerprint) {
    return {
      candidate: isCandidate(searchHashes(given.thumb), known),
      copy: isCopy(known.thumb, given.thumb),
    };
  }

  const cut = async (
    bytes: Buffer,
    [left, top, width, height]: [number, number, number, number],
  ) => {
    const size = await sharp(bytes).metadata();
    return sharp(bytes)
      .extract({
        left: Math.round(size.width * left),
        top: Math.round(size.height * top),
        width: Math.round(size.width * width),
        height: Math.round(size.height * height),
      })
      .jpeg()
      .toBuffer();
  };
  const changes: [string, (bytes: Buffer) => Promise<Buffer>][] = [
    ['compressed', (bytes) => sharp(bytes).jpeg({ quality: 30 }).toBuffer()],
    ['made smaller', (bytes) => sharp(bytes).resize(300).jpeg({ quality: 60 }).toBuffer()],
    ['darkened', (bytes) => sharp(bytes).linear(0.6, -5).jpeg().toBuffer()],
    ['blurred until nothing is readable', (bytes) => sharp(bytes).blur(3).jpeg().toBuffer()],
    ['cut at its edges', (bytes) => cut(bytes, [0.03, 0.02, 0.95, 0.95])],
    ['cut by a tenth', (bytes) => cut(bytes, [0.1, 0.05, 0.85, 0.9])],
  ];
  /** Pictures of the same board, by how it lies in them; each is read once. */
  const pictures = new Map<SceneOptions, { bytes: Buffer; print: Fingerprint }>();
  beforeAll(async () => {
    for (const options of [near, tight]) {
      const bytes = await photograph(own, options);
      pictures.set(options, { bytes, print: await fingerprint(bytes) });
    }
  });
  const known = (options: SceneOptions) =>
    pictures.get(options) as { bytes: Buffer; print: Fingerprint };
  for (const [frame, options] of Object.entries({ near, tight })) {
    test.each(changes)(`of a ${frame} picture is found when it was %s`, async (_, change) => {
      const { bytes, print } = known(options);
      const changed = await fingerprint(await change(bytes));
      expect(compare(print, changed)).toEqual({ candidate: true, copy: true });
      expect(compare(changed, print)).toEqual({ candidate: true, copy: true });
    });
  }

  test.each<[string, string, SceneOptions, SceneOptions]>([
    ['at two walls, framed alike', 'lucknow/chowk', near, { ...near, seed: 2 }],
    ['at two walls', 'agra/baah', near, { ...small, seed: 3, blurSigma: 2 }],
    ['that fill their pictures alike', 'lucknow/chowk', tight, { ...tight, seed: 2 }],
    ['that nearly fill their pictures alike', 'lucknow/chowk', tight, { ...shifted, seed: 2 }],
    [
      'that nearly fill their pictures alike, one out of focus',
      'agra/baah',
      tight,
      { ...shifted, seed: 2, blurSigma: 2 },
    ],
    [
      'that fill their pictures, one in shade',
      'agra/baah',
      tight,
      { ...shifted, light: 0.8, shade: 0.3 },
    ],
  ])('is not seen in pictures of two boards %s', async (_, other, first, second) => {
    const right = await fingerprint(await photograph(boards.get(other) as Buffer, second));
    expect(compare(known(first).print, right).copy).toBe(false);
  });
});
