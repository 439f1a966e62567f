import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Social } from '../../../campaigns/channels/social/social.ts';
import { createKit, type Imprint, type Kit } from '../../artwork/artwork.ts';
import { type BuildingAt, emptyBuilding } from '../../artwork/building.ts';
import { demonstrationTag } from '../../artwork/demonstration-tag.ts';
import { wholeHeadline } from '../../artwork/headline.ts';
import { appTile } from '../../artwork/lockup.ts';
import { scanButton } from '../../artwork/phone.ts';
import { nameSlots, placeSignboard, type Signboard, stampNames } from '../../artwork/signboard.ts';
import { block, fitMm, lineAt, middleLine } from '../../artwork/typeset.ts';
import type { Box, Shape } from '../../layout/drawing.ts';
import { column, type Node } from '../../layout/node.ts';
import { layOut } from '../../layout/satori.ts';
import { arrowDown } from './picture.ts';
import { createCardRenderer } from './render-card.ts';

type Station = Social['station'];

/** Heights in thousandths of the card's width, from above. */
const at = {
  left: 36,
  top: 20,
  sign: 116,
  headline: 604,
  hook: 686,
  step: 762,
  chin: 882,
  bottom: 968,
};

/** The card is the station: the signboard says whose it is, and the step says where to press. */
function signOf({ px }: Station): Signboard {
  const u = px.width / 1000;
  const width = px.width - 2 * at.left * u;
  const board = { sign: 276, small: 36, ideal: 112 };
  const lies = placeSignboard({ left: at.left * u, top: 0, width, ...board });
  const top = at.sign * u - lies.house.sign.top;
  const sign = placeSignboard({ left: at.left * u, top, width, ...board });
  const house: BuildingAt = {
    ...sign.house,
    top: at.top * u,
    stepBottom: at.chin * u,
    bottom: at.bottom * u,
  };
  const name = { ...sign.name, minHeightMm: 62 * u, leastOfLongMm: 30 * u, gapMm: 10 * u };
  return { ...sign, house, name, fields: undefined };
}

/** Slots: `name`, `district`. */
export function stationCard(kit: Kit, station: Station): Node {
  const { px } = station;
  const u = px.width / 1000;
  const sign = signOf(station);
  const { house } = sign;
  const { copy } = kit.campaign;
  const { nodes, door } = emptyBuilding(kit, house);
  const middle = { x: px.width / 2, anchor: 'middle', weight: 800 } as const;
  const room = { widthMm: 0.9 * door.width, weight: 800 } as const;
  const stepTop = at.step * u;
  const inset = 26 * u;
  const left = door.left + inset;
  const right = door.left + door.width - inset;
  const top = door.top + inset;
  const height = at.headline * u - top;
  const app = 0.25 * door.width;
  const tile = height - 54 * u;
  // Who sends it, and how a link of theirs begins.
  const sender = `${kit.campaign.copy.state.hi} • ${kit.campaign.links.host.toLowerCase()}`;
  const freeMm = fitMm(kit, copy.free.hi, { heightMm: 42 * u, widthMm: app });
  return column({ ...px }, [
    block('marigold', { left: 0, top: 0, ...px }),
    ...demonstrationTag(kit, { left: house.left, top: 40 * u, height: 64 * u, width: 210 * u }),
    ...nodes,
    ...nameSlots(sign, sign.district),
    ...wholeHeadline(kit, {
      left,
      top,
      width: right - left - app - inset,
      roomMm: height,
      gapMm: 10 * u,
      mostMm: 120 * u,
    }),
    ...appTile(kit, { left: right - (app + tile) / 2, top, height: tile }),
    lineAt(kit, copy.free.hi, {
      x: right - app / 2,
      anchor: 'middle',
      baseline: top + height - 8 * u,
      heightMm: freeMm,
      ink: 'navy',
      part: 'free',
    }),
    ...hook(kit, { left, width: right - left, top: at.headline * u, bottom: at.hook * u }),
    middleLine(kit, station.emergency, {
      ...middle,
      top: at.hook * u,
      height: stepTop - at.hook * u,
      heightMm: fitMm(kit, station.emergency, { ...room, heightMm: 36 * u }),
      ink: 'navy',
      part: 'emergency',
    }),
    ...scanButton(kit, {
      left: door.left,
      width: door.width,
      top: stepTop,
      height: house.stepBottom - stepTop,
      heightMm: 64 * u,
      content: station.step,
      part: 'action',
    }),
    middleLine(kit, sender, {
      ...middle,
      top: house.stepBottom,
      height: house.bottom - house.stepBottom,
      heightMm: fitMm(kit, sender, { ...room, heightMm: 40 * u }),
      ink: 'paper',
      part: 'sender',
    }),
  ]);
}

/** The first question and its answer, so that the card has a reason to be pressed. */
function hook(kit: Kit, at: { left: number; width: number; top: number; bottom: number }): Node[] {
  const [first] = kit.campaign.copy.pamphlet.questions;
  if (first === undefined) return [];
  const text = `${first.ask.hi} ${first.answer.hi}`;
  const height = at.bottom - at.top;
  const heightMm = fitMm(kit, text, { heightMm: 0.5 * height, widthMm: at.width, weight: 800 });
  return [
    middleLine(kit, text, {
      x: at.left + at.width / 2,
      anchor: 'middle',
      top: at.top,
      height,
      heightMm,
      weight: 800,
      ink: 'red',
      part: 'hook',
    }),
  ];
}

export function stampStationCard(
  slots: ReadonlyMap<string, Box>,
  imprint: Imprint,
  kit: Kit,
  station: Station,
): Shape[] {
  const u = station.px.width / 1000;
  const y = ((at.step + at.chin) / 2) * u;
  // The link is under the card in the group.
  const arrows = [190, 810].map((x) => arrowDown({ x: x * u, y }, 78 * u));
  return [...stampNames(slots, imprint, kit, { sign: signOf(station) }), ...arrows];
}

/** Nothing that is read is nearer to the card's edge. */
const edgePx = 36;

/**
 * Lays the picture for stations' WhatsApp groups out, once for all of them.
 * @returns draws the one of a station as PNG; throws when something leaves the safe middle
 */
export async function openStationCard(
  campaign: Campaign,
  { station }: Social,
  tools: Parameters<typeof layOut>[2],
): Promise<(imprint: Imprint, name: string) => Buffer> {
  const kit = createKit(campaign, tools.fonts);
  const { px, maxBytes } = station;
  const format = { trimMm: px, bleedMm: 0, unitsPerMm: 1 };
  const layout = await layOut(stationCard(kit, station), format, tools);
  const safe = { width: px.width - 2 * edgePx, height: px.height - 2 * edgePx };
  const render = createCardRenderer(layout, { px, maxBytes, safe });
  return (imprint, name) => render(stampStationCard(layout.slots, imprint, kit, station), name)[0];
}
