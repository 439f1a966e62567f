import type { Campaign } from '../../campaigns/campaign.ts';
import { findEmblemFile, type Published } from '../../campaigns/published-fs.ts';
import { type Artwork, createKit, onStock, type Page } from '../artwork/artwork.ts';
import type { LaidOut } from '../layout/drawing.ts';
import { type Fonts, loadFonts } from '../layout/fonts-fs.ts';
import type { Path } from '../layout/path.ts';
import { loadPictures } from '../layout/pictures-fs.ts';
import { layOut, type Pictures } from '../layout/satori.ts';
import { planSheets } from '../print/imposition.ts';
import { printersMarks } from '../print/marks.ts';
import { coatedIntent, findCondition, findIntent } from '../print/output-intent-fs.ts';
import { type OutputIntent, type SharedPress, sharedPress } from '../print/press-file.ts';
import { slugLine, slugShared } from '../print/slug.ts';

/** The part of an artwork that all stations share, made once a run: its laid out sides and the press file's prefix. */
export interface SharedLayout {
  artwork: string;
  sides: readonly LaidOut[];
  press: SharedPress;
}

export interface Sources {
  fonts: Fonts;
  pictures: Pictures;
  intent: OutputIntent;
}

/** Fonts, pictures with the emblem of the installation, and the intent of coated stock. */
export function openSources(published: Published): Sources {
  return {
    fonts: loadFonts(),
    pictures: loadPictures(findEmblemFile(published)),
    intent: coatedIntent(),
  };
}

/** Lays artworks out; a side that several artworks share is laid out once. */
export async function layOutShared(
  artworks: readonly Artwork[],
  campaign: Campaign,
  sources: Sources,
): Promise<SharedLayout[]> {
  const kit = createKit(campaign, sources.fonts);
  const laid = new Map<Page, LaidOut>();
  const layouts: SharedLayout[] = [];
  for (const artwork of artworks) {
    const sides: LaidOut[] = [];
    for (const page of artwork.pages) {
      const side = laid.get(page) ?? (await layOut(page.tree(kit), artwork.format, sources));
      laid.set(page, side);
      sides.push({ ...side, shapes: onStock(artwork, side.shapes, campaign) });
    }
    layouts.push({
      artwork: artwork.id,
      sides,
      press: layPress(artwork, sides, campaign, sources),
    });
  }
  return layouts;
}

function layPress(
  artwork: Artwork,
  sides: readonly LaidOut[],
  campaign: Campaign,
  { fonts, intent }: Sources,
): SharedPress {
  const { trimMm, bleedMm } = artwork.format;
  const condition = findCondition(artwork, campaign);
  const sheets = planSheets(artwork).map((sheet) => {
    const slug = slugLine(slugShared(artwork, campaign, condition), sheet, {
      bleedMm,
      face: fonts.typeface(700),
      piece: 'shared',
    });
    const { cells, pages, marginMm } = sheet;
    const marks = artwork.placed === true ? [] : [...printersMarks(sheet, bleedMm), slug];
    return { trimMm: sheet.trimMm, bleedMm, marginMm, marks, cells, pages };
  });
  return sharedPress(
    sides.map(({ shapes }) => ({ trimMm, bleedMm, shapes })),
    sheets,
    { intent: findIntent(artwork, campaign, intent), letters: stampLetters(fonts) },
  );
}

/** Every station adds its link to type and its piece of the slug, in these letters. */
function stampLetters(fonts: Fonts): Path[] {
  const run = fonts.typeface(700).shape('abcdefghijklmnopqrstuvwxyz0123456789./|-QN');
  return run.glyphs.map(({ outline }) => outline);
}
