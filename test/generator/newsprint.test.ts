import sharp from 'sharp';
import { expect, test } from 'vitest';
import { listPapers } from '../../campaigns/channels/newspapers/newspapers.ts';
import { type Random, seededRandom } from '../../campaigns/tracker/random.ts';
import { adArtworks } from '../../generator/channels/newspapers/ad-artwork.ts';
import { paperImprint } from '../../generator/channels/newspapers/paper-imprint.ts';
import { type Rendered, readCodes, readCodesByZbar, renderPage } from './fixture.ts';
import { campaign, makePress, registry } from './press-room.ts';

const { newspapers } = campaign;
if (newspapers === undefined) throw new Error('Expected newspapers in the campaign');
/** Plates of newspapers, and a phone that sees the page as wide as its picture. */
const plateDpi = 600;
const screenLpi = 60;
const cameraDpi = 150;
/** Dots of half the area print a quarter larger (ISO 12647-3), ink is no black, paper no white, and both are uneven. */
const gainAtHalf = 0.26;
const paper = 200;
const ink = 62;
const unevenness = 14;

/** A side as coarse newsprint shows it to a phone. */
async function onNewsprint({ width, height, rgba }: Rendered, random: Random): Promise<Rendered> {
  const period = plateDpi / screenLpi;
  const wave = (value: number) => Math.cos((2 * Math.PI * value) / period);
  const sheet = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const [r = 0, g = 0, b = 0] = [rgba[at], rgba[at + 1], rgba[at + 2]];
      const tone = 1 - (0.299 * r + 0.587 * g + 0.114 * b) / 255;
      const printed = tone + 4 * gainAtHalf * tone * (1 - tone);
      const u = (x + y) * Math.SQRT1_2;
      const v = (x - y) * Math.SQRT1_2;
      const isInk = printed > 0.5 + (wave(u) + wave(v)) / 4.2;
      sheet[y * width + x] = (isInk ? ink : paper) + (random() - 0.5) * unevenness;
    }
  const size = Math.round((width * cameraDpi) / plateDpi);
  // Ink runs a twentieth of a millimetre into the paper.
  const { data, info } = await sharp(sheet, { raw: { width, height, channels: 1 } })
    .blur((0.05 * plateDpi) / 25.4)
    .resize({ width: size })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: data };
}

const cases = listPapers(newspapers)
  .filter(({ id }, at, all) => at === 0 || id === all.find((each) => each.language === 'ur')?.id)
  .flatMap((each) =>
    adArtworks(each, newspapers.ads)
      .filter(({ id }) => /^ad-(1x5|2x8)-/.test(id))
      .map((artwork) => ({ id: `${artwork.id} in ${each.id}`, artwork, each })),
  );

test.each(cases)('the code of $id is read from a 60-lpi newspaper', async ({ artwork, each }) => {
  const imprint = paperImprint(campaign, registry, each);
  const pdf = await makePress(artwork, imprint);
  const plate = await renderPage(
    pdf,
    0,
    Math.round((artwork.format.trimMm.width * plateDpi) / 25.4),
  );
  const seen = await onNewsprint(plate, seededRandom(60));
  expect(await readCodes(seen)).toEqual([imprint.url]);
  expect(readCodesByZbar(seen)).toEqual([imprint.url]);
});
