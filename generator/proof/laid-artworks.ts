import { createHash } from 'node:crypto';
import type { Campaign } from '../../campaigns/campaign.ts';
import { type Artwork, createKit, type Kit } from '../artwork/artwork.ts';
import { artworkById } from '../artwork/catalogue.ts';
import { createExpected } from '../preflight/expected.ts';
import { createPreviewer, type Previewer } from '../preview/previewer.ts';
import { layOutShared, type SharedLayout, type Sources } from '../run/shared-layout.ts';
import { createStamper, type Stamper } from '../run/stamp.ts';

/** An artwork as all stations share it, ready to take a station. */
export type LaidArtwork = {
  artwork: Artwork;
  stamper: Stamper;
  /** One a side. */
  previewers(widthPx: number): Previewer[];
};

/** The artworks of one campaign, each laid out when it is first asked for. */
export type LaidArtworks = {
  campaign: Campaign;
  kit: Kit;
  expect: ReturnType<typeof createExpected>;
  /** @throws when the campaign's words find no room in it */
  get(id: string): Promise<LaidArtwork>;
};

/** Widths of which the shared part of a side is kept as a picture. */
const keptWidths = 2;

export function createLaidArtworks(campaign: Campaign, sources: Sources): LaidArtworks {
  const laid = new Map<string, Promise<LaidArtwork>>();
  return {
    campaign,
    kit: createKit(campaign, sources.fonts),
    expect: createExpected(campaign, sources.fonts),
    get(id) {
      const kept = laid.get(id) ?? layOne(artworkById(id), campaign, sources);
      laid.set(id, kept);
      return kept;
    },
  };
}

async function layOne(
  artwork: Artwork,
  campaign: Campaign,
  sources: Sources,
): Promise<LaidArtwork> {
  const [layout] = await layOutShared([artwork], campaign, sources);
  if (layout === undefined) throw new Error(`Expected the layout of ${artwork.id}, got none`);
  const widths = createKept<Previewer[]>(keptWidths);
  return {
    artwork,
    stamper: createStamper(artwork, layout, { campaign, fonts: sources.fonts }),
    previewers: (widthPx) => widths.get(String(widthPx), () => openSides(artwork, layout, widthPx)),
  };
}

function openSides(artwork: Artwork, layout: SharedLayout, widthPx: number): Previewer[] {
  return layout.sides.map((side) =>
    createPreviewer({ ...artwork, previewWidthsPx: [widthPx] }, side),
  );
}

/** A few things by their keys; the one that was asked for longest ago makes room. */
export function createKept<Thing>(most: number): {
  get(key: string, make: () => Thing): Thing;
} {
  const kept = new Map<string, Thing>();
  return {
    get(key, make) {
      const thing = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, thing);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return thing;
    },
  };
}

/** Tells drafts apart that would be laid out differently. */
export function draftKey(draft: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(draft)).digest('base64');
}
