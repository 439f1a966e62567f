import type { SvgPathCommand } from 'harfbuzzjs';
import { type Script, scriptRow } from './scripts.ts';

/** How far ink grows on every side where a family lacks the weight, in font units. */
export function heavierBy(script: Script, weight: number): number {
  const { heaviest, heavier = 0 } = scriptRow(script).font;
  return weight > heaviest ? heavier : 0;
}

type Point = readonly [x: number, y: number];

/** An outline that is this much larger on every side. TrueType's contours have their ink at the right. */
export function makeHeavier(commands: readonly SvgPathCommand[], by: number): SvgPathCommand[] {
  if (by === 0) return [...commands];
  const contours: SvgPathCommand[][] = [];
  for (const command of commands) {
    if (command.type === 'M') contours.push([]);
    contours.at(-1)?.push(command);
  }
  return contours.flatMap((contour) => grow(contour, by));
}

function grow(contour: readonly SvgPathCommand[], by: number): SvgPathCommand[] {
  const points = contour.flatMap(({ values }) =>
    values.flatMap((x, at): Point[] => (at % 2 === 0 ? [[x, values[at + 1] ?? 0]] : [])),
  );
  const grown = points.flatMap(([x, y], at) => {
    const [inX, inY] = direction(points, at, -1);
    const [outX, outY] = direction(points, at, 1);
    const share = by / Math.max(sharpest, 1 + inX * outX + inY * outY);
    return [Math.round(x - (inY + outY) * share), Math.round(y + (inX + outX) * share)];
  });
  let used = 0;
  return contour.map(({ type, values }) => {
    const from = used;
    used += values.length;
    return { type, values: grown.slice(from, used) };
  });
}

/** No corner is moved farther than twice what a line is. */
const sharpest = 0.5;

/** The unit vector from the point before, or to the next one that lies elsewhere. */
function direction(points: readonly Point[], at: number, step: 1 | -1): Point {
  const [x, y] = points[at] as Point;
  for (let off = 1; off < points.length; off += 1) {
    const [toX, toY] = points.at((at + step * off) % points.length) as Point;
    const length = Math.hypot(toX - x, toY - y);
    if (length > 0) return [(step * (toX - x)) / length, (step * (toY - y)) / length];
  }
  return [0, 0];
}
