import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Social } from '../../../campaigns/channels/social/social.ts';
import { createKit, type Imprint, type Kit, type StampKit } from '../../artwork/artwork.ts';
import { type BoardAt, plainSign, wideFace } from '../../artwork/signed-face.ts';
import type { Box, Shape } from '../../layout/drawing.ts';
import type { Node } from '../../layout/node.ts';
import { layOut } from '../../layout/satori.ts';
import { encodeQr } from '../../qr/encode.ts';
import { createCardRenderer } from './render-card.ts';

type Px = Social['station']['px'];

/** The signboard on a phone's screen, where its smallest letters are read at arm's length. */
const board: BoardAt = { sign: 360, small: 36, ideal: 104, shirorekha: 66, link: 34 };
/** Width of the building, in heights of the card. */
const houseShare = 0.5;
const insetShare = 0.05;

/** The picture for a station's WhatsApp group: its board, on a square. */
function stationSide(px: Px) {
  const inset = insetShare * px.width;
  const right = px.width - inset;
  const { sign, tree } = wideFace(px, 0, {
    words: { left: 0, top: 0, right, bottom: 0.99 * px.height },
    house: {
      left: right - houseShare * px.height,
      top: inset,
      right,
      bottom: px.height - inset,
    },
    inset,
    hasServices: true,
    board,
  });
  return plainSign('', sign, tree);
}

/** Slots: `qr`, `name`, `district`, `link`. */
export function stationCard(kit: Kit, px: Px): Node {
  return stationSide(px).tree(kit);
}

export function stampStationCard(
  slots: ReadonlyMap<string, Box>,
  imprint: Imprint,
  kit: StampKit,
  px: Px,
): Shape[] {
  return stationSide(px).stamp(slots, imprint, kit);
}

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
