import satori from 'satori';
import sharp from 'sharp';
import { emblem } from './emblem-fs.ts';
import { palette } from './styles/palette-fs.ts';
import { drawWordmark, pictureFonts } from './wordmark-fs.ts';

interface LinkPreview {
  app: string;
  headline: string;
  owner: string;
  strip: string;
}
interface Element {
  type: 'div';
  key: null;
  props: { style: object; children?: string | Element[] };
}

const size = { width: 1200, height: 630 };
const margin = 80;
const emblemPx = 180;
const largestNamePx = 150;
const wordmarkPx = 100;
const colours = 16;

/** A board in small, 1200 × 630 pixels: name, headline, and the marigold strip. */
export async function drawLinkPreview({
  app,
  headline,
  owner,
  strip,
}: LinkPreview): Promise<Uint8Array<ArrayBuffer>> {
  // A long name stays beside the emblem.
  const wordmark = await drawWordmark(app);
  const room = size.width - 2 * margin - emblemPx;
  const namePx = Math.min(largestNamePx, (room / wordmark.width) * wordmarkPx);
  const svg = await satori(
    box(
      {
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        backgroundColor: palette.navy,
        fontFamily: 'Mukta',
      },
      [
        box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center', padding: '0 80px' }, [
          box({ fontSize: 34, color: palette.paper, fontWeight: 500 }, owner),
          box({ fontSize: namePx, color: palette.marigold, fontWeight: 800, lineHeight: 1.1 }, app),
          box({ fontSize: 92, color: palette.paper, fontWeight: 800, lineHeight: 1.35 }, headline),
        ]),
        box(
          {
            alignItems: 'center',
            height: 110,
            padding: '0 80px',
            backgroundColor: palette.marigold,
            color: palette.navy,
            fontSize: 46,
            fontWeight: 800,
          },
          strip,
        ),
      ],
    ) as Parameters<typeof satori>[0],
    { ...size, fonts: [...pictureFonts] },
  );
  const mark = await sharp(Buffer.from(emblem)).resize({ height: 200 }).png().toBuffer();
  const picture = sharp(Buffer.from(svg)).composite([
    { input: mark, left: size.width - margin - emblemPx, top: margin / 2 },
  ]);
  return copyBytes(await picture.png({ palette: true, colours }).toBuffer());
}

/** The emblem on a navy square, for home screens. */
export async function drawIcon(side: number): Promise<Uint8Array<ArrayBuffer>> {
  const mark = await sharp(Buffer.from(emblem))
    .resize({ height: Math.round(side * 0.72) })
    .png()
    .toBuffer();
  const square = sharp({
    create: { width: side, height: side, channels: 3, background: palette.navy },
  });
  return copyBytes(
    await square
      .composite([{ input: mark }])
      .png({ palette: true, colours })
      .toBuffer(),
  );
}

function copyBytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(buffer);
}

function box(style: object, children: string | Element[]): Element {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } };
}
