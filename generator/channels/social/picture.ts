import type { ServiceGroup } from '../../../campaigns/campaign.ts';
import type { SocialPicture } from '../../../campaigns/channels/social/social.ts';
import type { InkName } from '../../ink/palette.ts';
import type { Box, Outline, Shape } from '../../layout/drawing.ts';
import { type Path, parsePath } from '../../layout/path.ts';
import type { Pictures } from '../../layout/satori.ts';
import { setLine, shapeAll } from '../../layout/text-fit.ts';
import type { Typeface } from '../../layout/typeface.ts';

/** Draws the picture on a card's phone, in the middle of its box: one large sign, and its action on the red disc. */
export function drawCardPicture(
  picture: SocialPicture,
  box: Box,
  {
    pictures,
    serviceGroups,
    face,
  }: {
    pictures: Pick<Pictures, 'icon'>;
    serviceGroups: readonly ServiceGroup[];
    /** For the question mark. */
    face: Typeface;
  },
): Shape[] {
  const { icon } = pictures;
  const size = Math.min(box.width, box.height);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (picture.kind === 'services') return services(serviceGroups, middle, size, icon);
  const badgeAt = { x: middle.x + 0.27 * size, y: middle.y + 0.26 * size };
  if (picture.kind === 'missing-phone') {
    return [...dashedPhone(middle, size), questionMark(middle, 0.44 * size, 'red', face)];
  }
  return [
    ...iconAt(
      icon(picture.icon),
      { x: middle.x - 0.03 * size, y: middle.y - 0.02 * size },
      0.86 * size,
      'navy',
    ),
    disc(badgeAt, 0.2 * size, 'paper'),
    disc(badgeAt, 0.17 * size, 'red'),
    badge(picture.badge, badgeAt, 0.2 * size, face),
  ];
}

/** Nine services of the app in three rows; the first of each group come first. */
function services(
  groups: readonly ServiceGroup[],
  middle: Point,
  size: number,
  icon: Pictures['icon'],
): Outline[] {
  const deepest = Math.max(...groups.map((group) => group.services.length));
  const inTurn = Array.from({ length: deepest }, (_, at) =>
    groups.flatMap((group) => group.services[at] ?? []),
  ).flat();
  const step = 0.31 * size;
  return inTurn.slice(0, 9).flatMap((service, at) => {
    const place = {
      x: middle.x + ((at % 3) - 1) * step,
      y: middle.y + (Math.floor(at / 3) - 1) * step,
    };
    const ground: InkName = at === 4 ? 'red' : 'navy';
    return [
      tile(place, 0.265 * size, ground),
      ...iconAt(icon(service.icon), place, 0.17 * size, at === 4 ? 'paper' : 'marigold'),
    ];
  });
}

interface Point {
  x: number;
  y: number;
}

function iconAt(path: Path, middle: Point, size: number, ink: InkName): Outline[] {
  const scale = size / 256;
  const xy = path.xy.map(
    (value, at) => (value - 128) * scale + (at % 2 === 0 ? middle.x : middle.y),
  );
  return [{ kind: 'outline', part: 'picture', ink, path: { ops: path.ops, xy } }];
}

type Badge = Extract<SocialPicture, { kind: 'icon' }>['badge'];

/** @param size height of the sign */
function badge(kind: Badge, middle: Point, size: number, face: Typeface): Shape {
  if (kind === 'question') return questionMark(middle, size, 'paper', face);
  return polygon(kind === 'check' ? tick : arrow, middle, size);
}

function polygon(
  points: readonly (readonly [number, number])[],
  middle: Point,
  size: number,
): Outline {
  const xy = points.flatMap(([x, y]) => [middle.x + x * size, middle.y + y * size]);
  const ops = `M${'L'.repeat(points.length - 1)}Z`;
  return { kind: 'outline', part: 'picture', ink: 'paper', path: { ops, xy } };
}

/** An arrow that points down. */
export function arrowDown(middle: Point, size: number): Outline {
  return polygon(arrow, middle, size);
}

/** In heights of the sign, from its middle. */
const tick = [
  [-0.52, 0.03],
  [-0.36, -0.13],
  [-0.14, 0.09],
  [0.36, -0.41],
  [0.52, -0.25],
  [-0.14, 0.41],
] as const;
const arrow = [
  [-0.11, -0.5],
  [0.11, -0.5],
  [0.11, 0.06],
  [0.33, -0.16],
  [0.48, -0.01],
  [0, 0.47],
  [-0.48, -0.01],
  [-0.33, -0.16],
  [-0.11, 0.06],
] as const;

function questionMark(middle: Point, height: number, ink: InkName, face: Typeface): Shape {
  const run = shapeAll(face, '?');
  const unit = height / (run.ink.above + run.ink.below);
  return setLine(run, {
    x: middle.x - ((run.ink.left + run.ink.right) / 2) * unit,
    baseline: middle.y + ((run.ink.above - run.ink.below) / 2) * unit,
    unitMm: unit,
    ink,
    part: 'picture',
  });
}

function disc({ x, y }: Point, radius: number, ink: InkName): Outline {
  const d = `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  return { kind: 'outline', part: 'picture', ink, path: parsePath(d) };
}

function tile(middle: Point, size: number, ink: InkName): Outline {
  const d = rounded(
    { x: middle.x - size / 2, y: middle.y - size / 2, width: size, height: size },
    0.22 * size,
  );
  return { kind: 'outline', part: 'picture', ink, path: parsePath(d) };
}

/** A phone that is not there: its edge in dashes. */
function dashedPhone(middle: Point, size: number): Outline[] {
  const height = 0.84 * size;
  const width = 0.5 * size;
  const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  const radius = 0.1 * size;
  const stroke = 0.034 * size;
  const along = edge(box, radius);
  const total = along.at(-1)?.at ?? 0;
  const count = 22;
  return Array.from({ length: count }, (_, dash): Outline => {
    const from = (dash * total) / count;
    return {
      kind: 'outline',
      part: 'picture',
      ink: 'navy',
      path: band(along, { from, to: from + (total / count) * 0.6 }, stroke),
    };
  });
}

type Step = Point & { at: number; nx: number; ny: number };

/** Points along a rounded box, clockwise, with the way that has been gone and the outward normal. */
function edge(box: Box, radius: number): Step[] {
  const corners = [
    { x: box.x + box.width - radius, y: box.y + radius, from: -90 },
    { x: box.x + box.width - radius, y: box.y + box.height - radius, from: 0 },
    { x: box.x + radius, y: box.y + box.height - radius, from: 90 },
    { x: box.x + radius, y: box.y + radius, from: 180 },
  ];
  const points = corners.flatMap(({ x, y, from }) =>
    Array.from({ length: 13 }, (_, step) => {
      const angle = ((from + step * 7.5) * Math.PI) / 180;
      const nx = Math.cos(angle);
      const ny = Math.sin(angle);
      return { x: x + radius * nx, y: y + radius * ny, nx, ny };
    }),
  );
  const closed = [...points, points[0] as (typeof points)[number]];
  let at = 0;
  return closed.map((point, index) => {
    const before = closed[index - 1];
    if (before !== undefined) at += Math.hypot(point.x - before.x, point.y - before.y);
    return { ...point, at };
  });
}

function band(
  along: readonly Step[],
  { from, to }: { from: number; to: number },
  stroke: number,
): Path {
  const middle = [
    pointAt(along, from),
    ...along.filter(({ at }) => at > from && at < to),
    pointAt(along, to),
  ];
  const outer = middle.map(({ x, y, nx, ny }) => [x + (nx * stroke) / 2, y + (ny * stroke) / 2]);
  const inner = middle.map(({ x, y, nx, ny }) => [x - (nx * stroke) / 2, y - (ny * stroke) / 2]);
  const ring = [...outer, ...inner.reverse()];
  return { ops: `M${'L'.repeat(ring.length - 1)}Z`, xy: ring.flat() };
}

function pointAt(along: readonly Step[], at: number): Step {
  const next = along.findIndex((step) => step.at >= at);
  const b = along[Math.max(0, next)] as Step;
  const a = along[Math.max(0, next - 1)] as Step;
  const share = b.at === a.at ? 0 : (at - a.at) / (b.at - a.at);
  const mix = (from: number, to: number) => from + (to - from) * share;
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), nx: mix(a.nx, b.nx), ny: mix(a.ny, b.ny), at };
}

function rounded({ x, y, width, height }: Box, r: number): string {
  return `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}
