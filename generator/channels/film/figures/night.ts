import { circle, drawn, joined, rectangle } from '../outline.ts';
import { type FilmShape, group, move, shape } from '../shape.ts';
import type { Stage } from '../stage.ts';

/** Places of the stars, in shares of the sky, and their sizes: by hand, so that none is behind words. */
const stars = [
  [0.05, 0.5, 3],
  [0.13, 0.83, 2],
  [0.27, 0.66, 3],
  [0.38, 0.9, 2],
  [0.47, 0.58, 2],
  [0.55, 0.8, 3],
  [0.63, 0.5, 2],
  [0.7, 0.72, 2],
  [0.83, 0.55, 3],
  [0.92, 0.82, 2],
  [0.96, 0.44, 2],
  [0.76, 0.9, 2],
] as const;

/** The sky from edge to edge; `depth` is the height of the horizon. */
export function nightSky({ width, height }: Stage, depth: number): FilmShape[] {
  const points = stars.map(([x, y, radius]) => circle(x * width, y * depth, radius));
  return [
    shape(
      'ground',
      'navy',
      rectangle({ x: -width, y: -height, width: 3 * width, height: 3 * height }),
    ),
    shape(
      'ground',
      'key',
      rectangle({ x: -width, y: -height, width: 3 * width, height: 3 * height }),
      0.34,
    ),
    shape('stars', 'mist', joined(points), 0.6),
  ];
}

/** A sickle, its middle in the origin. */
export function moon(x: number, y: number, radius: number): FilmShape[] {
  const sickle = drawn('M-28 -96A100 100 0 1 0 96 28A78 78 0 0 1 -28 -96Z', [
    radius / 100,
    0,
    0,
    radius / 100,
    0,
    0,
  ]);
  return group(
    [
      shape('moon', 'marigold', circle(0, 0, radius * 1.9), 0.07),
      shape('moon', 'marigold', sickle),
    ],
    {
      matrix: move(x, y),
    },
  );
}
