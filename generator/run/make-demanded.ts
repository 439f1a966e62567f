import type { Campaign } from '../../campaigns/campaign.ts';
import { type DemandedKind, demandedPath } from '../../campaigns/print/paths.ts';
import { artworkById } from '../artwork/catalogue.ts';
import type { Shape } from '../layout/drawing.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { findIntent } from '../print/output-intent-fs.ts';
import type { OutputIntent } from '../print/press-file.ts';
import type { StationTarget, StationWork } from './job.ts';
import type { SharedLayout } from './shared-layout.ts';

export interface DemandedContext {
  campaign: Campaign;
  fonts: Fonts;
  intent: OutputIntent;
  layout: SharedLayout;
  /** Shapes that the station adds to each side. */
  stamped: readonly (readonly Shape[])[];
}

/** Makes a file that was asked for; what draws it is loaded only then. */
export async function makeDemanded(
  { imprint, artwork: id }: StationWork,
  { path, kind }: StationTarget & { kind: DemandedKind },
  context: DemandedContext,
): Promise<Uint8Array> {
  const artwork = artworkById(id, context.campaign);
  const sides = artwork.pages.map((_, index) => [
    ...(context.layout.sides[index]?.shapes ?? []),
    ...(context.stamped[index] ?? []),
  ]);
  if (kind === 'proof') {
    const { makeProof } = await import('../print/proof.ts');
    return makeProof(context, { artwork, imprint, sides });
  }
  const at = artwork.pages.findIndex((page) => demandedPath(imprint, id, page.id, kind) === path);
  const shapes = sides[at] ?? [];
  if (kind === 'rgb') {
    const { renderRgbJpeg } = await import('../raster/rgb-jpeg.ts');
    return renderRgbJpeg(shapes, artwork);
  }
  const { renderRaster } = await import('../raster/raster.ts');
  const { profile } = findIntent(artwork, context.campaign, context.intent);
  return renderRaster(shapes, artwork, { format: kind, profile });
}
