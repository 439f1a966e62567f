import type { Campaign } from '../../../campaigns/campaign.ts';
import type {
  SocialLanguage,
  SocialPost,
  SocialSurface,
} from '../../../campaigns/channels/social/social.ts';
import { createKit, slotBox } from '../../artwork/artwork.ts';
import { stampQr } from '../../artwork/stamp.ts';
import { layOut } from '../../layout/satori.ts';
import { encodeQr } from '../../qr/encode.ts';
import { addressLine, card } from './card.ts';
import { drawCardPicture } from './picture.ts';
import { type CardPictures, createCardRenderer, thumbnailPx } from './render-card.ts';

/** The surface by whose picture the page shows a post: the one with the largest sign. */
export const shownBy = 'portrait';

interface Spoken {
  campaign: Campaign;
  post: SocialPost;
  language: SocialLanguage;
}

/**
 * Lays a post's card out for a surface, once for its platforms.
 * @returns draws the one with a platform's address, and a small one where the page shows posts by this surface
 */
export async function openPostCard(
  { campaign, post, language }: Spoken,
  surface: SocialSurface,
  tools: Parameters<typeof layOut>[2],
): Promise<(url: string, name: string) => CardPictures> {
  const kit = createKit(spokenIn(campaign, language), tools.fonts);
  const words = {
    headline: post.headline[language],
    answer: post.answer[language],
    action: post.action[language],
  };
  const layout = await layOut(
    card(kit, surface, { post, words }),
    { trimMm: surface.px, bleedMm: 0, unitsPerMm: 1 },
    tools,
  );
  const sign = drawCardPicture(post.picture, slotBox(layout.slots, 'picture'), {
    pictures: tools.pictures,
    serviceGroups: campaign.serviceGroups,
    face: tools.fonts.typeface(800),
  });
  const widths = surface.id === shownBy ? [thumbnailPx] : [];
  const render = createCardRenderer(
    { ...layout, shapes: [...layout.shapes, ...sign] },
    surface,
    widths,
  );
  return (url, name) =>
    render(
      [
        addressLine(slotBox(layout.slots, 'address'), url, kit),
        ...(surface.qr ? [stampQr(slotBox(layout.slots, 'qr'), encodeQr(url))] : []),
      ],
      name,
    );
}

/**
 * The campaign as the templates of print read it, which take the Hindi side of every text: for an English card the
 * English one is there.
 */
export function spokenIn(campaign: Campaign, language: SocialLanguage): Campaign {
  if (language === 'hi') return campaign;
  const { app, copy } = campaign;
  return { ...campaign, app: { ...app, nameHi: app.name }, copy: turned(copy) };
}

function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  if ('hi' in value && 'en' in value) return { ...value, hi: value.en };
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, turned(inner)]),
  ) as T;
}
