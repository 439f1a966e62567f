import type { Campaign } from '../campaigns/campaign.ts';
import { type Artwork, createKit } from './artwork/artwork.ts';
import type { LaidOut } from './layout/drawing.ts';
import type { Fonts } from './layout/fonts-fs.ts';
import { layOut, type Pictures } from './layout/satori.ts';
import { cropMarks, slugMarginMm } from './print/marks.ts';
import { type OutputIntent, type PressBase, pressBase } from './print/press-file.ts';
import { slugLine, slugPlaces, slugShared } from './print/slug.ts';

/** What all stations of an artwork share, made once a run: its laid out sides and the press file's prefix. */
export type ArtworkBase = {
  artwork: string;
  sides: readonly LaidOut[];
  press: PressBase;
};

export async function layArtworkBase(
  artwork: Artwork,
  campaign: Campaign,
  sources: { fonts: Fonts; pictures: Pictures; intent: OutputIntent },
): Promise<ArtworkBase> {
  const kit = createKit(campaign, sources.fonts);
  const { trimMm, bleedMm } = artwork.format;
  const slug = slugLine(slugShared(artwork, campaign), artwork.format, {
    face: sources.fonts.typeface(700),
    ...slugPlaces(artwork.format).shared,
  });
  const marks = [...cropMarks(artwork.format), slug];
  const sides: LaidOut[] = [];
  for (const page of artwork.pages) {
    sides.push(await layOut(page.tree(kit), artwork.format, sources));
  }
  const press = pressBase(
    sides.map(({ shapes }) => ({
      trimMm,
      bleedMm,
      marginMm: slugMarginMm(artwork.format),
      shapes: [...shapes, ...marks],
    })),
    sources.intent,
  );
  return { artwork: artwork.id, sides, press };
}
