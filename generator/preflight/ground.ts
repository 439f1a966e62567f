import type { Mark } from './reader/content.ts';
import { type Edges, intersect, touches } from './reader/geometry.ts';

/** The last fill that is painted under the middle of a box. */
export function groundUnder(
  painted: readonly Mark[],
  { left, top, right, bottom }: Edges,
): Mark | undefined {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  const middle = { left: x - 0.01, top: y - 0.01, right: x + 0.01, bottom: y + 0.01 };
  return painted.findLast(
    (mark) =>
      mark.paint === 'fill' &&
      intersect(mark.edges, middle) !== undefined &&
      touches(mark.path, middle),
  );
}
