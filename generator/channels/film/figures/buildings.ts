import { circle, drawn, joined, rectangle, roundedRectangle } from '../outline.ts';
import { type FilmShape, group, move, shape } from '../shape.ts';
import type { Stage } from '../stage.ts';

/** The lit window in a house's own units. */
export const houseWindow = { x: 250, y: -196, width: 96, height: 96 } as const;

/** A house with one lit window and a neem tree, 520 wide; it is on y = 0. */
export function house(): FilmShape[] {
  const { x, y, width, height } = houseWindow;
  return [
    shape(
      'house',
      'key',
      joined([
        circle(500, -270, 92),
        circle(572, -214, 78),
        circle(436, -206, 70),
        rectangle({ x: 494, y: -210, width: 24, height: 210 }),
      ]),
      0.55,
    ),
    shape('house', 'marigold', circle(x + width / 2, y + height / 2, 200), 0.09),
    shape('house', 'steel', rectangle({ x: 0, y: -280, width: 440, height: 280 })),
    shape('house', 'navy', rectangle({ x: 330, y: -280, width: 110, height: 280 }), 0.28),
    shape('house', 'mist', rectangle({ x: -22, y: -312, width: 484, height: 34 })),
    shape(
      'house',
      'mist',
      joined(
        [0, 1, 2, 3, 4, 5].map((at) =>
          rectangle({ x: 10 + at * 80, y: -346, width: 20, height: 36 }),
        ),
      ),
    ),
    shape('house', 'mist', rectangle({ x: -22, y: -356, width: 484, height: 14 })),
    shape('house', 'navy', roundedRectangle({ x: 70, y: -176, width: 92, height: 190 }, 10)),
    shape(
      'house',
      'mist',
      rectangle({ x: x - 12, y: y - 12, width: width + 24, height: height + 24 }),
    ),
    shape('window', 'marigold', rectangle({ x, y, width, height })),
    shape(
      'house',
      'mist',
      joined([
        rectangle({ x: x + width / 2 - 4, y, width: 8, height }),
        rectangle({ x, y: y + height / 2 - 4, width, height: 8 }),
      ]),
    ),
    shape(
      'house',
      'mist',
      rectangle({ x: x - 22, y: y + height + 12, width: width + 44, height: 12 }),
    ),
    shape('house', 'key', drawn('M-120 0H680V14H-120Z'), 0.35),
  ];
}

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
