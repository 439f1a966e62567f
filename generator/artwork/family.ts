import type { Box, Shape } from '../layout/drawing.ts';
import type { Node } from '../layout/node.ts';
import {
  type FieldRow,
  findGrid,
  type Imprint,
  type NameGrid,
  type StampKit,
  slotBox,
} from './artwork.ts';
import { setFields, stampFields } from './own-fields.ts';
import { stampLine, stampLink, stampName, stampQr } from './stamp.ts';
import { block } from './typeset.ts';

// What every upright, wide and small face of the kit has in common: a marigold field on a navy foot, and the station,
// its district, code and link that are stamped in.

/** The two fields, out to the bleed on all sides. */
export function ground(
  trimMm: { width: number; height: number },
  { bleedMm, footTop }: { bleedMm: number; footTop: number },
): Node[] {
  const whole = { left: -bleedMm, width: trimMm.width + 2 * bleedMm };
  return [
    block('marigold', { ...whole, top: -bleedMm, height: footTop + bleedMm }),
    block('navy', { ...whole, top: footTop, height: trimMm.height - footTop + bleedMm }),
  ];
}

/** Fills the slots `name`, `district`, `qr` and `link` of a face, and the row of what the station fills in. */
export function stampStation(
  slots: ReadonlyMap<string, Box>,
  imprint: Imprint,
  kit: StampKit,
  style: {
    grid: NameGrid;
    districtMm: number;
    districtAboveMm?: number;
    /** Lowest edge of the district's ink. */
    floorMm?: number;
    link: Parameters<typeof stampLink>[3];
    fields?: FieldRow;
  },
): Shape[] {
  const { districtMm, districtAboveMm, floorMm = Infinity, link, fields: row } = style;
  const fields = setFields(kit, row, { gridText: imprint.name, values: imprint.ownFields });
  const grid = fields?.grid ?? findGrid(style.grid, imprint.name);
  return [
    ...stampName(slotBox(slots, 'name'), imprint.name, kit, { grid, ink: 'paper' }),
    stampLine(slotBox(slots, 'district'), imprint.districtName, kit, {
      heightMm: districtMm,
      ...(districtAboveMm === undefined ? {} : { aboveMm: districtAboveMm }),
      floorMm,
      ink: 'marigold',
      part: 'district',
    }),
    stampQr(slotBox(slots, 'qr'), kit.qr),
    stampLink(slotBox(slots, 'link'), imprint, kit, link),
    ...stampFields(kit, fields?.texts ?? []),
  ];
}
