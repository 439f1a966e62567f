import { createHash } from 'node:crypto';
import type { Campaign } from '../../campaigns/campaign.ts';
import { type Artwork, createKit, type Kit } from '../artwork/artwork.ts';
import { artworkById } from '../artwork/catalogue.ts';
import { createExpected } from '../preflight/expected.ts';
import { createPreviewer, type Previewer } from '../preview/previewer.ts';
import { type DrawSheet, drawSheet } from '../preview/sheet.ts';
import { layOutShared, type Sources } from '../run/shared-layout.ts';
import { createStamper, type Stamper } from '../run/stamp.ts';
import { type CardProver, createCardProver } from './card-proof.ts';

/** An artwork as all stations share it, ready to take a station. */
export interface LaidArtwork {
  artwork: Artwork;
  stamper: Stamper;
  /** One a side. */
  previewers(widthPx: number): Previewer[];
}

/** The artworks of one campaign, each laid out when it is first asked for. */
export interface LaidArtworks {
  campaign: Campaign;
  kit: Kit;
  expect: ReturnType<typeof createExpected>;
  /** @throws when the campaign's words find no room in it */
  get(id: string): Promise<LaidArtwork>;
  cards: CardProver;
}

/** Widths of which the shared part of a side is kept as a picture. */
const keptWidths = 2;

/** @param draw draws what all stations share: of a draft, each for the first time */
export function createLaidArtworks(
  campaign: Campaign,
  sources: Sources,
  draw: DrawSheet = drawSheet,
): LaidArtworks {
  const laid = new Map<string, Promise<LaidArtwork>>();
  return {
    campaign,
    kit: createKit(campaign, sources.fonts),
    expect: createExpected(campaign, sources.fonts),
    cards: createCardProver(campaign, sources),
    get(id) {
      const kept = laid.get(id) ?? layOne(artworkById(id, campaign), campaign, sources, draw);
      laid.set(id, kept);
      return kept;
    },
  };
}

async function layOne(
  artwork: Artwork,
  campaign: Campaign,
  sources: Sources,
  draw: DrawSheet,
): Promise<LaidArtwork> {
  const [layout] = await layOutShared([artwork], campaign, sources);
  if (layout === undefined) throw new Error(`Expected the layout of ${artwork.id}, got none`);
  const widths = createKept<Previewer[]>(keptWidths);
  return {
    artwork,
    stamper: createStamper(artwork, layout, { campaign, fonts: sources.fonts }),
    previewers: (widthPx) =>
      widths.get(String(widthPx), () =>
        layout.sides.map((side) =>
          createPreviewer({ ...artwork, previewWidthsPx: [widthPx] }, side, draw),
        ),
      ),
  };
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
export function draftKey(campaign: Campaign, emblem: string): string {
  return createHash('sha256').update(JSON.stringify(campaign)).update(emblem).digest('base64');
}
