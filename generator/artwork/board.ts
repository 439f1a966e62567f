import { boardServices, printedHelpLines } from '../../campaigns/campaign.ts';
import type { Box, Shape } from '../layout/drawing.ts';
import { column, emblem, icon, type Node, row, slot, text } from '../layout/node.ts';
import { type Artwork, type Imprint, type Kit, type StampKit, slotBox } from './artwork.ts';
import { limitsFor } from './limits.ts';
import { phone } from './phone.ts';
import { stampLink, stampName, stampQr } from './stamp.ts';

/** 8 ft × 5 ft as the letter's para 2 orders it. */
const trimMm = { width: 2438.4, height: 1524 };
const bleedMm = 10;
const safeMm = 50;

/** Where the navy field ends and the white scan column begins. */
const columnLeft = 1640;
const stripTop = 1150;
const footerTop = 1381;
const servicesTop = 462;
const left = 62;

/**
 * The station board, seen from 5 to 15 m: what (headline), how (QR on white), where (station strip); then
 * services, help lines and motto for those who stop.
 */
export const board: Artwork = {
  id: 'board',
  source: 'artwork/board.ts',
  channel: 'board',
  format: { trimMm, bleedMm, safeMm, unitsPerMm: 2 },
  previewWidthsPx: [480, 1440],
  rasterDpi: 100,
  pages: [{ id: '', tree, stamp }],
};

function tree(kit: Kit): Node {
  return column({ ...trimMm }, [
    ground('navy', {
      left: -bleedMm,
      top: -bleedMm,
      width: columnLeft + bleedMm,
      height: stripTop + bleedMm,
    }),
    ground('paper', {
      left: columnLeft,
      top: -bleedMm,
      width: trimMm.width - columnLeft + bleedMm,
      height: stripTop + bleedMm,
    }),
    brand(kit),
    headline(kit),
    services(kit),
    column({ position: 'absolute', left: 1204, top: 456 }, [phone(kit, 334)]),
    scanColumn(kit),
    ground('marigold', {
      left: -bleedMm,
      top: stripTop,
      width: trimMm.width + 2 * bleedMm,
      height: footerTop - stripTop,
    }),
    ground('navy', {
      left: -bleedMm,
      top: footerTop,
      width: trimMm.width + 2 * bleedMm,
      height: trimMm.height - footerTop + bleedMm,
    }),
    slot('strip', {
      position: 'absolute',
      left,
      top: stripTop,
      width: trimMm.width - 2 * left,
      height: footerTop - stripTop,
    }),
    footer(kit),
  ]);
}

function ground(
  ink: 'navy' | 'paper' | 'marigold',
  box: { left: number; top: number; width: number; height: number },
) {
  return row({ position: 'absolute', ...box, ground: ink, part: 'ground' });
}

function brand({ campaign, size }: Kit): Node {
  const { copy, app } = campaign;
  return row({ position: 'absolute', left, top: 58, height: 132, alignItems: 'center', gap: 30 }, [
    emblem({ width: 110, height: 132, part: 'emblem' }),
    text(app.name, { sizeMm: 176, weight: 800, ink: 'marigold', part: 'app', lineHeight: 0.9 }),
    row({ width: 5, height: 112, ground: 'steel', part: 'rule' }),
    column({ justifyContent: 'center' }, [
      text(copy.state.hi, {
        sizeMm: size(44, 800),
        weight: 800,
        ink: 'paper',
        part: 'owner',
        lineHeight: 1.2,
      }),
      text(copy.tagline.hi, { sizeMm: size(33), ink: 'paper', part: 'tagline', lineHeight: 1.2 }),
    ]),
  ]);
}

function headline({ campaign, size }: Kit): Node {
  return row({ position: 'absolute', left: left - 4, top: 204, width: columnLeft - left - 40 }, [
    text(campaign.copy.headline.hi, {
      sizeMm: size(133, 800),
      weight: 800,
      ink: 'paper',
      part: 'headline',
      lineHeight: 1.2,
    }),
  ]);
}

function services(kit: Kit): Node {
  const { campaign, size } = kit;
  const entries = boardServices(campaign);
  return column(
    {
      position: 'absolute',
      left,
      top: servicesTop,
      width: 1100,
      height: stripTop - servicesTop - 12,
      justifyContent: 'space-around',
    },
    entries.map((service) =>
      row({ alignItems: 'center', gap: 34, height: 106 }, [
        row(
          {
            width: 98,
            height: 98,
            borderRadius: 22,
            ground: 'marigold',
            part: 'service-icon',
            alignItems: 'center',
            justifyContent: 'center',
          },
          [icon(service.icon, { sizeMm: 72, ink: 'navy', part: 'service-icon' })],
        ),
        text(service.board.hi, {
          sizeMm: size(64),
          ink: 'paper',
          part: 'service',
          lineHeight: 1.05,
        }),
      ]),
    ),
  );
}

function scanColumn({ campaign, size }: Kit): Node {
  const { copy } = campaign;
  const width = trimMm.width - columnLeft;
  return column(
    {
      position: 'absolute',
      left: columnLeft,
      top: 0,
      width,
      height: stripTop,
      alignItems: 'center',
    },
    [
      row(
        {
          marginTop: 52,
          width: 688,
          height: 186,
          borderRadius: 34,
          ground: 'red',
          part: 'call',
          alignItems: 'center',
          justifyContent: 'center',
        },
        [
          text(copy.scan.hi, {
            sizeMm: size(102, 800),
            weight: 800,
            ink: 'paper',
            part: 'scan',
            lineHeight: 1,
            marginTop: 51,
          }),
        ],
      ),
      slot('qr', { width: 777, height: 777, marginTop: 4 }),
      text(copy.stores.hi, {
        sizeMm: size(35),
        ink: 'navy',
        part: 'stores',
        lineHeight: 1,
        marginTop: 9,
      }),
      slot('link', { width: 688, height: 54, marginTop: 5 }),
    ],
  );
}

function footer({ campaign, size }: Kit): Node {
  const { copy } = campaign;
  const lines = printedHelpLines(campaign).flatMap((line) => [
    text(line.number, {
      sizeMm: 108,
      weight: 800,
      ink: 'marigold',
      part: 'help-line',
      lineHeight: 1,
    }),
    text(line.name.hi, {
      sizeMm: size(34),
      ink: 'paper',
      part: 'help-line',
      lineHeight: 1,
      marginLeft: 16,
      marginRight: 44,
    }),
  ]);
  return row(
    {
      position: 'absolute',
      left,
      top: footerTop,
      width: trimMm.width - 2 * left,
      height: trimMm.height - safeMm - footerTop,
      alignItems: 'center',
      justifyContent: 'space-between',
    },
    [
      text(copy.motto.hi, {
        sizeMm: size(46, 800),
        weight: 800,
        ink: 'paper',
        part: 'motto',
        lineHeight: 1,
      }),
      row({ alignItems: 'center' }, lines),
    ],
  );
}

function stamp(slots: ReadonlyMap<string, Box>, imprint: Imprint, kit: StampKit): Shape[] {
  return [
    ...stampName(slotBox(slots, 'strip'), imprint, kit, {
      nameMm: { ideal: 112, least: limitsFor(board.format).heightsMm.name },
      districtMm: 62,
      gapMm: 70,
    }),
    stampQr(slotBox(slots, 'qr'), kit.qr),
    stampLink(slotBox(slots, 'link'), imprint, kit, 33),
  ];
}
