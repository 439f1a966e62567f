import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Social } from '../../../campaigns/social/social.ts';
import { createKit, type Imprint } from '../../artwork/artwork.ts';
import { layOut } from '../../layout/satori.ts';
import { encodeQr } from '../../qr/encode.ts';
import { createCardRenderer } from './render-card.ts';
import { stampStationCard, stationCard } from './station-card.ts';

/** Nothing that is read is nearer to the card's edge. */
const edgePx = 36;

/**
 * Lays the picture for stations' WhatsApp groups out, once for all of them.
 * @returns draws the one of a station as PNG; throws when something leaves the safe middle
 */
export async function openStationCard(
  campaign: Campaign,
  { station: { px, maxBytes } }: Social,
  tools: Parameters<typeof layOut>[2],
): Promise<(imprint: Imprint, name: string) => Buffer> {
  const kit = createKit(campaign, tools.fonts);
  const format = { trimMm: px, bleedMm: 0, unitsPerMm: 1 };
  const layout = await layOut(stationCard(kit, px), format, tools);
  const safe = { width: px.width - 2 * edgePx, height: px.height - 2 * edgePx };
  const render = createCardRenderer(layout, { px, maxBytes, safe });
  return (imprint, name) => {
    const stamp = { ...kit, qr: encodeQr(imprint.url) };
    return render(stampStationCard(layout.slots, imprint, stamp, px), name)[0];
  };
}
