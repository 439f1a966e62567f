import type { Campaign } from '../../campaigns/campaign.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { ArtworkProof, ProofPage } from '../../campaigns/proofs/proof.ts';
import type { Social } from '../../campaigns/social/social.ts';
import type { Imprint } from '../artwork/artwork.ts';
import { platformLink } from '../channels/social/links.ts';
import { openPostCard } from '../channels/social/open-post-card.ts';
import { openStationCard } from '../channels/social/open-station-card.ts';
import type { Sources } from '../run/shared-layout.ts';
import { layoutFinding } from './findings.ts';

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
