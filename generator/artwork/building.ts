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

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type BuildingPart = Box & {
  ink: 'navy' | 'marigold' | 'paper';
  radius?: number;
  /** Only these corners are round. */
  round?: 'top' | 'bottom';
};

/** The phone with its door from the ground upwards, on paper and in the film; a plain one has no roof. */
export function wallParts(
  { left, right, top, sign, code, stepBottom, bottom }: BuildingAt,
  isStation = true,
): { parts: BuildingPart[]; door: BuildingPart } {
  const u = (right - left) / 1000;
  const inset = (isStation ? grid.eaves : grid.parapet) * u;
  const phone = { left: left + inset, width: right - left - 2 * inset };
  // Under the line of the chhajja, on which the walls lie.
  const bodyTop = isStation ? sign.bottom + 8 * u : (top + sign.top) / 2;
  const key = {
    left: phone.left + phone.width - 10 * u,
    width: (10 + grid.key) * u,
    radius: 8 * u,
  };
  const door: BuildingPart = {
    ink: 'paper',
    left: phone.left + grid.frame * u,
    width: phone.width - 2 * grid.frame * u,
    top: code.top,
    height: stepBottom - code.top,
    radius: 19 * u,
    round: 'top',
  };
  const parts: BuildingPart[] = [
    {
      ink: 'navy',
      ...phone,
      top: bodyTop,
      height: bottom - bodyTop,
      radius: grid.corner * u,
      ...(isStation && { round: 'bottom' as const }),
    },
    { ink: 'navy', ...key, top: code.top + 175 * u, height: 93 * u },
    // A low wall has one key.
    ...(code.top + 475 * u > bottom
      ? []
      : [{ ink: 'navy', ...key, top: code.top + 300 * u, height: 155 * u } as const]),
    {
      ink: 'marigold',
      left: (left + right) / 2 - 60 * u,
      width: 120 * u,
      top: code.top - 14 * u,
      height: 6 * u,
      radius: 3 * u,
    },
    door,
  ];
  return { parts, door };
}

/** The parapet in steps with emblem and flag, and the slab over the door. */
export function roofParts({ left, right, top, sign }: RoofAt): {
  parts: BuildingPart[];
  flag: Box;
  emblem: Box;
} {
  const u = (right - left) / 1000;
  const middle = (left + right) / 2;
  const rise = sign.top - top;
  const mast = right - 60 * u - 1.29 * rise;
  const parapet = { left: left + grid.parapet * u, width: right - left - 2 * grid.parapet * u };
  const centred = (units: number) => ({ left: middle - (units * u) / 2, width: units * u });
  const navy = { ink: 'navy' } as const;
  const flagHeight = 0.86 * rise;
  /** It stands out over the crest and hangs down onto the signboard. */
  const tall = 1.13 * rise;
  return {
    flag: { left: mast + 8 * u, top, width: 1.5 * flagHeight, height: flagHeight },
    emblem: { left: middle - 0.41 * tall, top, width: 0.82 * tall, height: tall },
    parts: [
      { ...navy, ...centred(grid.crest), top: top + 0.42 * rise, height: 0.58 * rise + u },
      { ...navy, ...centred(grid.shoulder), top: top + 0.72 * rise, height: 0.28 * rise + u },
      { ...navy, left: mast, top, width: 8 * u, height: rise + u },
      { ...navy, ...parapet, top: sign.top, height: sign.bottom - sign.top },
      { ...navy, left, top: sign.bottom, width: right - left, height: 19 * u, radius: 3 * u },
      { ink: 'marigold', ...parapet, top: sign.bottom - 2 * u, height: 6 * u },
    ],
  };
}

export function roof(at: RoofAt): Node[] {
  const { parts, flag: flagAt, emblem } = roofParts(at);
  return [
    ...parts.map(partNode),
    row({ position: 'absolute', ...flagAt }, [flag(flagAt)]),
    policeEmblem(emblem),
  ];
}

/**
 * The phone that is the station: its upper edge is a flat roof with chhajja and a parapet in steps, which bears the
 * station's name; the code is its door, the button the step before it. One colour, so that it is one thing, and corners,
 * keys and speaker, so that it is still a phone. Where the campaign's idea is plain it is a phone alone, with the name on its head.
 */
export function building(kit: Kit, at: BuildingAt, part = 'scan'): Node[] {
  const { code, stepBottom } = at;
  const u = (at.right - at.left) / 1000;
  const codeBottom = code.top + code.size;
  const { nodes, door } = emptyBuilding(kit, at);
  return [
    ...nodes,
    slot('qr', {
      position: 'absolute',
      left: (at.left + at.right - code.size) / 2,
      top: code.top,
      width: code.size,
      height: code.size,
    }),
    ...scanButton(kit, {
      left: door.left,
      width: door.width,
      // What a press rounds leaves the code its clear space.
      top: codeBottom + 0.6 * u,
      height: stepBottom - codeBottom,
      heightMm: (stepBottom - codeBottom - 31 * u) / 1.85,
      urduShare: 0.77,
      part,
      content: (kit.campaign.copy.doorstep ?? kit.campaign.copy.scan).hi,
    }),
  ];
}

/** Walls, door and roof with nothing on them. */
export function emptyBuilding(kit: Kit, at: BuildingAt): { nodes: Node[]; door: BuildingPart } {
  const isStation = kit.campaign.idea === 'station';
  const { parts, door } = wallParts(at, isStation);
  return { nodes: [...(isStation ? roof(at) : []), ...parts.map(partNode)], door };
}

function partNode({ ink, round, radius = 0, ...box }: BuildingPart): Node {
  if (round === undefined) return block(ink, { ...box, ...(radius > 0 && { radius }) }, 'phone');
  const corners =
    round === 'top'
      ? { borderTopLeftRadius: radius, borderTopRightRadius: radius }
      : { borderBottomLeftRadius: radius, borderBottomRightRadius: radius };
  return row({ position: 'absolute', ...box, ...corners, ground: ink, part: 'phone' });
}
