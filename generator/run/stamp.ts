import type { Campaign } from '../../campaigns/campaign.ts';
import { zonedText } from '../../campaigns/tracker/clock.ts';
import { type Artwork, createKit, type Imprint, onStock } from '../artwork/artwork.ts';
import type { Shape } from '../layout/drawing.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { planSheets } from '../print/imposition.ts';
import { createPress, type PressFile } from '../print/press-file.ts';
import { slugLine, slugStation } from '../print/slug.ts';
import { documentId } from '../print/xmp.ts';
import { encodeQr } from '../qr/encode.ts';
import type { SharedLayout } from './shared-layout.ts';

/** Turns imprints into press files and, for previews, into what is on each side. */
export interface Stamper {
  /** Shapes that the station adds to each side. */
  shapes(imprint: Imprint): Shape[][];
  pressFile(imprint: Imprint, shapes: readonly (readonly Shape[])[]): PressFile;
}

export function createStamper(
  artwork: Artwork,
  layout: SharedLayout,
  { campaign, fonts }: { campaign: Campaign; fonts: Fonts },
): Stamper {
  const kit = createKit(campaign, fonts);
  const press = createPress(layout.press);
  const [sheet] = planSheets(artwork);
  if (sheet === undefined) throw new Error(`Expected a sheet of ${artwork.id}, got none`);
  const date = zonedText(campaign.versionDate);
  return {
    shapes(imprint) {
      const stampKit = { ...kit, qr: encodeQr(imprint.url) };
      return artwork.pages.map((page, index) =>
        onStock(artwork, page.stamp(findSlots(layout, index), imprint, stampKit), campaign),
      );
    },
    pressFile(imprint, shapes) {
      const slug = slugLine(slugStation(imprint), sheet, {
        bleedMm: artwork.format.bleedMm,
        face: fonts.typeface(700),
        piece: 'station',
      });
      const title = `${campaign.app.name} ${artwork.id}: ${imprint.name}, ${imprint.districtName}`;
      return press.stamp(
        { sides: shapes, slug: artwork.placed === true ? [] : [slug] },
        {
          title,
          date,
          documentId: documentId([
            layout.press.sha256,
            title,
            imprint.district,
            imprint.station,
            imprint.url,
            ...(imprint.ownFields === undefined ? [] : [JSON.stringify(imprint.ownFields)]),
          ]),
        },
      );
    },
  };
}

function findSlots(layout: SharedLayout, index: number): SharedLayout['sides'][number]['slots'] {
  const side = layout.sides[index];
  if (side === undefined)
    throw new Error(
      `Expected side ${index} of ${layout.artwork}, got ${layout.sides.length} sides`,
    );
  return side.slots;
}
