import { flag, type Node, row, slot } from '../layout/node.ts';
import type { Kit } from './artwork.ts';
import { policeEmblem } from './lockup.ts';
import { scanButton } from './phone.ts';
import { block } from './typeset.ts';

/** Edges in mm from the trim, or in any unit that its side is drawn in. */
export interface BuildingAt {
  /** Edges of the chhajja, the slab over the door. */
  left: number;
  right: number;
  /** Upper edge of the crest. */
  top: number;
  /** The parapet, which is the signboard. */
  sign: { top: number; bottom: number };
  /** The door: the code with its quiet zone. */
  code: { top: number; size: number };
  /** Lower edge of the step before the door. */
  stepBottom: number;
  bottom: number;
}

export type RoofAt = Pick<BuildingAt, 'left' | 'right' | 'top' | 'sign'>;

/** Widths of parts in thousandths of the chhajja. */
const grid = {
  eaves: 42,
  parapet: 15,
  frame: 15.5,
  corner: 68,
  crest: 300,
  shoulder: 560,
  key: 14,
};

/**
 * The phone that is the station: its upper edge is a flat roof with chhajja and a parapet in steps, which bears the
 * station's name; the code is its door, the button the step before it. One colour, so that it is one thing, and corners,
 * keys and speaker, so that it is still a phone. Where the campaign's idea is plain it is a phone alone, with the name on its head.
 */
export function building(kit: Kit, at: BuildingAt): Node[] {
  const { left, right, top, sign, code, stepBottom, bottom } = at;
  const isStation = kit.campaign.idea === 'station';
  const u = (right - left) / 1000;
  const middle = (left + right) / 2;
  const parapet = { left: left + grid.parapet * u, width: right - left - 2 * grid.parapet * u };
  const phone = isStation
    ? { left: left + grid.eaves * u, width: right - left - 2 * grid.eaves * u }
    : parapet;
  const screen = { left: phone.left + grid.frame * u, width: phone.width - 2 * grid.frame * u };
  const bodyTop = isStation ? sign.bottom : (top + sign.top) / 2;
  const codeBottom = code.top + code.size;
  const corner = grid.corner * u;
  const wall = (box: Parameters<typeof block>[1]) => block('navy', box, 'phone');
  const centred = (units: number) => ({ left: middle - (units * u) / 2, width: units * u });
  return [
    row({
      position: 'absolute',
      ...phone,
      top: bodyTop,
      height: bottom - bodyTop,
      ...(isStation ? {} : { borderTopLeftRadius: corner, borderTopRightRadius: corner }),
      borderBottomLeftRadius: corner,
      borderBottomRightRadius: corner,
      ground: 'navy',
      part: 'phone',
    }),
    ...[
      { top: code.top + 175 * u, height: 93 * u },
      { top: code.top + 300 * u, height: 155 * u },
    ].map((key) =>
      wall({
        ...key,
        left: phone.left + phone.width - 10 * u,
        width: (10 + grid.key) * u,
        radius: 8 * u,
      }),
    ),
    ...(isStation ? roof(at) : []),
    block(
      'marigold',
      { ...centred(120), top: code.top - 14 * u, height: 8 * u, radius: 4 * u },
      'phone',
    ),
    row({
      position: 'absolute',
      ...screen,
      top: code.top,
      height: stepBottom - code.top,
      borderTopLeftRadius: 19 * u,
      borderTopRightRadius: 19 * u,
      ground: 'paper',
      part: 'phone',
    }),
    slot('qr', {
      position: 'absolute',
      left: middle - code.size / 2,
      top: code.top,
      width: code.size,
      height: code.size,
    }),
    ...scanButton(kit, {
      ...screen,
      // What a press rounds leaves the code its clear space.
      top: codeBottom + 0.6 * u,
      height: stepBottom - codeBottom,
      heightMm: (stepBottom - codeBottom - 31 * u) / 1.85,
      urduShare: 0.765,
      content: (kit.campaign.copy.doorstep ?? kit.campaign.copy.scan).hi,
    }),
  ];
}

/** The parapet in steps with emblem and flag, and the slab over the door. */
export function roof({ left, right, top, sign }: RoofAt): Node[] {
  const u = (right - left) / 1000;
  const middle = (left + right) / 2;
  const rise = sign.top - top;
  const mast = right - 150 * u;
  const parapet = { left: left + grid.parapet * u, width: right - left - 2 * grid.parapet * u };
  const flagMm = { width: 75 * u, height: 50 * u };
  const wall = (box: Parameters<typeof block>[1]) => block('navy', box, 'phone');
  const centred = (units: number) => ({ left: middle - (units * u) / 2, width: units * u });
  return [
    wall({ ...centred(grid.crest), top, height: rise + u }),
    wall({ ...centred(grid.shoulder), top: top + 0.52 * rise, height: 0.48 * rise + u }),
    wall({ left: mast, top, width: 8 * u, height: rise + u }),
    row({ position: 'absolute', left: mast + 8 * u, top, ...flagMm }, [flag(flagMm)]),
    policeEmblem({ left: middle - 0.41 * 0.9 * rise, top: top + 0.07 * rise, height: 0.9 * rise }),
    wall({ ...parapet, top: sign.top, height: sign.bottom - sign.top }),
    wall({ left, top: sign.bottom, width: right - left, height: 23 * u, radius: 3 * u }),
    block('marigold', { ...parapet, top: sign.bottom - 2 * u, height: 6 * u }, 'phone'),
  ];
}
