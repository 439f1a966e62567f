import { multiply } from '../../../layout/path.ts';
import { circle, drawn, joined, rectangle, ring, roundedRectangle } from '../outline.ts';
import { about, type FilmShape, group, move, shape } from '../shape.ts';

/**
 * The road from edge to edge.
 * @param kerb where its upper edge is
 * @param unit size of what drives on it
 */
export function road(
  { width, height }: { width: number; height: number },
  kerb: number,
  unit: number,
): FilmShape[] {
  const surface = rectangle({
    x: -width,
    y: kerb - 70 * unit,
    width: 3 * width,
    height: 2 * height,
  });
  const edge = rectangle({
    x: -width,
    y: kerb - 76 * unit,
    width: 3 * width,
    height: 7 * unit,
  });
  const dashes = Array.from({ length: 26 }, (_, at) =>
    roundedRectangle(
      {
        x: -width + at * 240 * unit,
        y: kerb + 96 * unit,
        width: 120 * unit,
        height: 10 * unit,
      },
      5,
    ),
  );
  return [
    // Opaque, so that no star shines through it.
    shape('road', 'navy', surface),
    shape('road', 'key', surface, 0.62),
    shape('road', 'steel', edge, 0.7),
    shape('road', 'marigold', joined(dashes), 0.75),
  ];
}

/** Roofs at the horizon, a few windows awake. */
export function townLights(width: number, foot: number): FilmShape[] {
  const roofs: [number, number, number][] = [
    [-0.2, 0.2, 90],
    [0.02, 0.09, 130],
    [0.12, 0.06, 84],
    [0.2, 0.12, 108],
    [0.34, 0.05, 168],
    [0.41, 0.12, 92],
    [0.55, 0.08, 126],
    [0.64, 0.14, 78],
    [0.8, 0.06, 150],
    [0.88, 0.1, 104],
    [1, 0.2, 80],
  ];
  const awake: [number, number][] = [
    [0.05, 80],
    [0.23, 60],
    [0.355, 120],
    [0.37, 78],
    [0.59, 74],
    [0.82, 96],
    [0.91, 56],
  ];
  return [
    shape(
      'town',
      'navy',
      joined(
        roofs.map(([x, w, h]) =>
          rectangle({ x: x * width, y: foot - h, width: w * width, height: h }),
        ),
      ),
    ),
    shape(
      'town',
      'marigold',
      joined(
        awake.map(([x, y]) => rectangle({ x: x * width, y: foot - y, width: 14, height: 18 })),
      ),
      0.8,
    ),
  ];
}

/** An auto-rickshaw from the side, 600 wide, driving to the right; its wheels are on y = 400. */
export function rickshaw(turns: number): FilmShape[] {
  const turned = (x: number) =>
    group(wheel, { matrix: multiply(move(x, 348), about(0, 0, 1, turns * 2 * Math.PI)) });
  return [...bodywork, ...turned(124), ...turned(490), ...mudguards];
}

const wheel: FilmShape[] = [
  shape('rickshaw', 'key', circle(0, 0, 52)),
  shape('rickshaw', 'steel', ring(0, 0, 30, 8)),
  shape('rickshaw', 'steel', drawn('M-24 -4H24V4H-24ZM-4 -24H4V24H-4Z')),
];

const bodywork: FilmShape[] = [
  shape(
    'rickshaw',
    'marigold',
    drawn('M566 268L1120 214C1180 260 1190 350 1150 402L900 402Z'),
    0.16,
  ),
  // Seen through the open side: the seat, two people.
  shape('rickshaw', 'navy', drawn('M84 92H446L492 236H404L380 312H84Z')),
  shape(
    'rickshaw',
    'steel',
    drawn('M92 150C92 140 98 136 106 136H120C128 136 132 142 132 150L150 240H92Z'),
  ),
  shape(
    'rickshaw',
    'mist',
    joined([
      circle(184, 138, 27),
      drawn('M136 250C134 196 150 172 184 172C216 172 232 196 232 250Z'),
    ]),
  ),
  shape(
    'rickshaw',
    'mist',
    joined([
      circle(338, 142, 26),
      drawn(
        'M292 316C286 232 300 174 338 174C366 174 376 192 388 212L446 224C456 226 456 240 446 242L376 238L388 316Z',
      ),
    ]),
  ),
  shape('rickshaw', 'paper', drawn('M440 84L456 80L524 240L502 244Z')),
  shape(
    'rickshaw',
    'marigold',
    drawn(
      'M36 246V136C36 78 70 46 132 44H372C410 44 432 54 446 80L460 108H92C84 108 80 114 80 122V246Z',
    ),
  ),
  shape(
    'rickshaw',
    'paper',
    drawn(
      'M36 236H236C246 236 250 244 252 256L258 292C260 304 266 310 278 310H366C380 310 388 300 392 286L402 248C404 240 410 234 420 234H508C540 238 562 270 568 312L570 336H60C44 336 36 326 36 312Z',
    ),
  ),
  shape(
    'rickshaw',
    'marigold',
    drawn('M36 270H254L258 292H36ZM398 262H552C558 270 560 276 563 284H392Z'),
  ),
  shape('rickshaw', 'paper', circle(560, 268, 15)),
];

const mudguards: FilmShape[] = [
  shape(
    'rickshaw',
    'steel',
    drawn(
      'M56 336C58 300 88 282 124 282C160 282 190 300 194 336H176C172 314 150 300 124 300C98 300 76 314 72 336Z',
    ),
  ),
  shape(
    'rickshaw',
    'steel',
    drawn(
      'M424 336C428 300 458 282 490 282C526 282 556 300 562 336H544C538 314 516 300 490 300C464 300 446 314 442 336Z',
    ),
  ),
];
