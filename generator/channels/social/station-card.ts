import { boardServices, type Campaign } from '../../../campaigns/campaign.ts';
import type { Social } from '../../../campaigns/channels/social/social.ts';
import {
  createKit,
  type Imprint,
  type Kit,
  type NameGrid,
  type StampKit,
  slotBox,
} from '../../artwork/artwork.ts';
import { ground } from '../../artwork/family.ts';
import { appLockup, policeLockup } from '../../artwork/lockup.ts';
import { stampLine, stampName, stampQr } from '../../artwork/stamp.ts';
import { lineAt } from '../../artwork/typeset.ts';
import type { Box, Shape } from '../../layout/drawing.ts';
import { column, type Node, slot } from '../../layout/node.ts';
import { layOut } from '../../layout/satori.ts';
import { encodeQr } from '../../qr/encode.ts';
import { addressLine } from './card.ts';
import { cardPhone } from './card-phone.ts';
import { fitLines } from './fit-lines.ts';
import { createCardRenderer } from './render-card.ts';

type Px = Social['station']['px'];

/** Drawn for 1080 px. */
const left = 58;
const screen = 436;
const phoneTop = 168;
const footTop = 800;
/** Baseline of district and address: a name on two lines keeps clear of them. */
const lowerBaseline = 1030;

function nameGrid(u: number): NameGrid {
  return {
    widthMm: (1080 - 2 * left) * u,
    shirorekhaMm: (footTop + 52) * u,
    aboveMm: 40 * u,
    belowMm: 108 * u,
    idealHeightMm: 84 * u,
    minHeightMm: 50 * u,
    gapMm: 8 * u,
  };
}

/**
 * The picture for a station's WhatsApp group: the board's words, the phone that is the code, and the station's name on the
 * foot. Slots: `qr`, `name`, `district`, `address`.
 */
export function stationCard(kit: Kit, px: Px): Node {
  const u = px.width / 1080;
  const right = px.width - left * u;
  const phoneLeft = right - screen * 1.056 * u;
  const width = phoneLeft - (left + 40) * u;
  const lockup = { top: 48 * u, height: 86 * u, ink: 'navy' } as const;
  const headline = fitLines(kit, kit.campaign.copy.headline.hi.replace(' ', '~'), {
    left: left * u,
    top: 192 * u,
    width,
    height: 290 * u,
    most: 132 * u,
    maxLines: 3,
    worthALine: 1.02,
    ink: 'navy',
    part: 'headline',
  });
  const services = boardServices(kit.campaign).map((service, at) =>
    lineAt(kit, service.board.hi, {
      x: left * u,
      baseline: (540 + at * 66) * u,
      heightMm: 35 * u,
      ink: 'key',
      part: 'service',
    }),
  );
  const line = { position: 'absolute', left: left * u, width: right - left * u } as const;
  return column({ ...px }, [
    ...ground(px, { bleedMm: 0, footTop: footTop * u }),
    ...policeLockup(kit, { left: left * u, ...lockup }),
    ...appLockup(kit, { left: right, ...lockup, anchor: 'right' }),
    ...headline.nodes,
    ...services,
    ...cardPhone(kit, {
      left: phoneLeft,
      top: phoneTop * u,
      width: screen * u,
      qr: true,
      hasPicture: false,
      below: 0,
      action: kit.campaign.copy.scan.hi,
    }),
    slot('name', { ...line, top: footTop * u, height: 200 * u }),
    slot('district', { ...line, width: 330 * u, top: (lowerBaseline - 40) * u, height: 40 * u }),
    slot('address', {
      ...line,
      left: (left + 350) * u,
      width: right - (left + 350) * u,
      top: (lowerBaseline - 38) * u,
      height: 38 * u,
    }),
  ]);
}

export function stampStationCard(
  slots: ReadonlyMap<string, Box>,
  imprint: Imprint,
  kit: StampKit,
  px: Px,
): Shape[] {
  return [
    ...stampName(slotBox(slots, 'name'), imprint.name, kit, {
      grid: nameGrid(px.width / 1080),
      ink: 'paper',
    }),
    stampLine(slotBox(slots, 'district'), imprint.districtName, kit, {
      heightMm: slotBox(slots, 'district').height * 0.85,
      floorMm: px.height - (36 * px.width) / 1080,
      ink: 'paper',
      part: 'district',
    }),
    addressLine(slotBox(slots, 'address'), imprint.url, kit, 'right'),
    stampQr(slotBox(slots, 'qr'), kit.qr),
  ];
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
