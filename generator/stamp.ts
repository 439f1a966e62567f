import { createHash } from 'node:crypto';
import type { Campaign } from '../campaigns/campaign.ts';
import { type Artwork, createKit, type Sign } from './artwork/artwork.ts';
import type { ArtworkBase } from './base.ts';
import type { Shape } from './layout/drawing.ts';
import type { Fonts } from './layout/fonts-fs.ts';
import { createPress, type PressFile } from './print/press-file.ts';
import { slugLine, slugStation } from './print/slug.ts';
import { encodeQr } from './qr/encode.ts';

/** Turns signs into press files and, for previews, into what stands on each side. */
export type Stamper = {
  /** What the station adds to each side. */
  shapes(sign: Sign): Shape[][];
  pressFile(sign: Sign, shapes: readonly (readonly Shape[])[]): PressFile;
};

export function createStamper(
  artwork: Artwork,
  base: ArtworkBase,
  { campaign, fonts }: { campaign: Campaign; fonts: Fonts },
): Stamper {
  const kit = createKit(campaign, fonts);
  const press = createPress(base.press);
  const { trimMm } = artwork.imposition ?? artwork.format;
  const place = { trimMm, bleedMm: artwork.format.bleedMm };
  const date = `${campaign.versionDate}T00:00:00+05:30`;
  return {
    shapes(sign) {
      const stampKit = { ...kit, qr: encodeQr(sign.url) };
      return artwork.pages.map((page, index) => page.stamp(slotsOf(base, index), sign, stampKit));
    },
    pressFile(sign, shapes) {
      const slug = slugLine(slugStation(sign), place, {
        face: fonts.typeface(700),
        piece: 'station',
      });
      const title = `${campaign.app.name} ${artwork.id}: ${sign.name}, ${sign.districtName}`;
      return press.stamp(
        { sides: shapes, slug: [slug] },
        {
          title,
          date,
          documentId: documentId([base.press.sha256, title, sign.district, sign.station, sign.url]),
        },
      );
    },
  };
}

function slotsOf(base: ArtworkBase, index: number): ArtworkBase['sides'][number]['slots'] {
  const side = base.sides[index];
  if (side === undefined)
    throw new Error(`Expected side ${index} of ${base.artwork}, got ${base.sides.length} sides`);
  return side.slots;
}

/** A UUID made from the content, so that equal files carry equal ids. */
export function documentId(content: readonly string[]): string {
  const hash = createHash('sha256').update(content.join('\n')).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
