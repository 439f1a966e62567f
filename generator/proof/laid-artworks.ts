import { createHash } from 'node:crypto';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Social } from '../../campaigns/channels/social/social.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { ArtworkProof, ProofPage } from '../../campaigns/print/proofs/proof.ts';
import { type Artwork, createKit, type Imprint, type Kit } from '../artwork/artwork.ts';
import { artworkById } from '../artwork/catalogue.ts';
import { platformLink } from '../channels/social/links.ts';
import { openPostCard } from '../channels/social/open-post-card.ts';
import { openStationCard } from '../channels/social/station-card.ts';
import { keepFew } from '../layout/keep-few.ts';
import { createExpected } from '../preflight/expected.ts';
import { createPreviewer, type Previewer } from '../preview/previewer.ts';
import { type DrawSheet, drawSheet } from '../preview/sheet.ts';
import { layOutShared, type Sources } from '../run/shared-layout.ts';
import { createStamper, type Stamper } from '../run/stamp.ts';
import { layoutFinding } from './findings.ts';

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
  const widths = keepFew<Previewer[]>(keptWidths);
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

/** Tells drafts apart that would be laid out differently. */
export function draftKey(campaign: Campaign, emblem: string): string {
  return createHash('sha256').update(JSON.stringify(campaign)).update(emblem).digest('base64');
}

/** Draws the cards of a campaign as they are sent. */
export type CardProver = (
  imprint: Imprint,
  registry: Pick<Registry, 'codeFor'>,
) => Promise<ArtworkProof>;

interface Size {
  width: number;
  height: number;
}
type Draw = (imprint: Imprint, registry: Pick<Registry, 'codeFor'>) => Buffer;
interface Card {
  side: ProofPage['side'];
  px: Size;
  open(): Promise<Draw>;
}

/** The picture for a station's group, and the first post in English: the words of the campaign that no board has. */
export function createCardProver(campaign: Campaign, tools: Sources): CardProver {
  const { social } = campaign;
  const cards = social === undefined ? [] : listCards(campaign, social, tools);
  const opened = cards.map(({ open }) => {
    let laid: Promise<Draw> | undefined;
    return () => {
      laid ??= open();
      return laid;
    };
  });
  return async (imprint, registry) => {
    const proof: ArtworkProof = {
      artwork: 'card',
      pages: [],
      name: null,
      fields: [],
      findings: [],
    };
    for (const [at, { side, px }] of cards.entries()) {
      try {
        const draw = await opened[at]?.();
        if (draw === undefined) continue;
        const png = draw(imprint, registry);
        proof.pages.push({ side, widthPx: px.width, heightPx: px.height, png });
      } catch (error) {
        proof.findings.push(layoutFinding(error, null));
      }
    }
    return proof;
  };
}

function listCards(campaign: Campaign, social: Social, tools: Sources): Card[] {
  const station: Card = {
    side: '',
    px: social.station.px,
    async open() {
      const draw = await openStationCard(campaign, social, tools);
      return (imprint) => draw(imprint, imprint.name);
    },
  };
  const [post] = social.posts;
  const surface = social.surfaces.find(({ shape }) => shape === 'square') ?? social.surfaces[0];
  const platform = social.platforms.find(({ id }) => id === surface?.platforms[0]);
  if (post === undefined || surface === undefined || platform === undefined) return [station];
  const english: Card = {
    side: 'post',
    px: surface.px,
    async open() {
      const draw = await openPostCard({ campaign, post, language: 'en' }, surface, tools);
      return (_imprint, registry) => {
        const [png] = draw(platformLink(campaign, registry, platform).url, post.id);
        return png;
      };
    },
  };
  return [station, english];
}
