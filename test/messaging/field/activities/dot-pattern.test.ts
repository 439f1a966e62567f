import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { dotPatternFrom, measureDotPattern } from '../../../../campaigns/activities/dot-pattern.ts';
import { seededRandom } from '../../../../campaigns/tracker/random.ts';
import { renderBoards } from './boards.ts';
import { placeInScene, type Raster, type SceneOptions } from './scene.ts';

const station = 'mahoba/ajnar';
const board = renderBoards([station]).get(station) as Buffer;
const channels = 3;

async function measure(jpeg: Buffer): Promise<number> {
  const { data, info } = await sharp(jpeg)
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return measureDotPattern({ values: data, width: info.width, height: info.height });
}

const openRaw = ({ rgb, width, height }: Raster) =>
  sharp(rgb, { raw: { width, height, channels } });

/**
 * A picture of a screen that shows the scene: each of its pixels is three stripes with a gap below, `pitch` pixels of the
 * camera wide; the hand turns the camera, the lens blurs, the sensor is noisy, and the phone makes the picture smaller.
 */
async function photographScreen(
  shown: Raster,
  { pitch, turn, seed }: { pitch: number; turn: number; seed: number },
): Promise<Buffer> {
  const width = Math.round(shown.width * pitch * 0.9);
  const height = Math.round(shown.height * pitch * 0.9);
  const rgb = Buffer.alloc(width * height * channels);
  const cosine = Math.cos(turn);
  const sine = Math.sin(turn);
  const parts = [1 / 6, 3 / 6, 5 / 6];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = [0, 0, 0];
      for (const part of parts) {
        for (const other of parts) {
          const dx = x - width / 2 + part;
          const dy = y - height / 2 + other;
          const u = (cosine * dx + sine * dy) / pitch + shown.width / 2;
          const v = (cosine * dy - sine * dx) / pitch + shown.height / 2;
          const stripe = Math.floor((u % 1) * 3);
          if (v % 1 > 0.82 || ((u % 1) * 3) % 1 > 0.85) continue;
          const at = (Math.floor(v) * shown.width + Math.floor(u)) * channels + stripe;
          light[stripe] = (light[stripe] ?? 0) + 3.6 * ((shown.rgb[at] ?? 0) / 255) ** 2.2;
        }
      }
      for (const [channel, sum] of light.entries())
        rgb[(y * width + x) * channels + channel] = Math.min(255, 255 * (sum / 9) ** (1 / 2.2));
    }
  }
  const blurred = await openRaw({ rgb, width, height }).blur(0.55).raw().toBuffer();
  const random = seededRandom(seed);
  const noisy = blurred.map((value) =>
    Math.max(0, Math.min(255, value + (random() + random() - 1) * 6)),
  );
  return openRaw({ rgb: Buffer.from(noisy), width, height })
    .resize({ width: 1600, withoutEnlargement: true, kernel: 'mitchell' })
    .jpeg({ quality: 82 })
    .toBuffer();
}

describe('dots in a picture', () => {
  test.each<[string, SceneOptions, number, number]>([
    ['of a street', { seed: 1 }, 82, 1600],
    ['of a street, made smaller and saved coarsely', { seed: 2 }, 50, 1333],
    ['without noise, in falling light', { seed: 12, noise: 0, shade: 0.2 }, 82, 1600],
    ['out of focus, in little light', { seed: 4, noise: 10, blurSigma: 1.2, light: 0.6 }, 82, 1333],
    [
      'that the board fills',
      {
        seed: 3,
        corners: [
          [0.02, 0.05],
          [0.98, 0.02],
          [0.97, 0.96],
          [0.03, 0.93],
        ],
      },
      50,
      1333,
    ],
  ])('a picture %s has none', async (_, options, quality, width) => {
    const raster = await placeInScene(board, options);
    const jpeg = await openRaw(raster).resize({ width }).jpeg({ quality }).toBuffer();
    expect(await measure(jpeg)).toBeLessThan(dotPatternFrom / 2);
  });

  test.each([
    [1.3, 0.01],
    [2.08, 0.045],
  ])(
    'a picture of a screen has some, at %d pixels for one of the screen’s',
    async (pitch, turn) => {
      const shown = await placeInScene(board, { seed: 5, widthPx: 1000, heightPx: 750 });
      expect(
        await measure(await photographScreen(shown, { pitch, turn, seed: 5 })),
      ).toBeGreaterThan(dotPatternFrom);
    },
  );

  test('a picture without an even place has none', () => {
    const random = seededRandom(1);
    const values = Uint8Array.from({ length: 256 ** 2 }, (_, at) =>
      (at >> 4) % 2 === 0 ? 60 + random() * 9 : 200,
    );
    expect(measureDotPattern({ values, width: 256, height: 256 })).toBe(0);
    expect(measureDotPattern({ values: new Uint8Array(100), width: 10, height: 10 })).toBe(0);
  });
});
