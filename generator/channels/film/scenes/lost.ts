import { multiply } from '../../../layout/path.ts';
import { between, bounce, easeIn, easeInOut, easeOut, mix } from '../ease.ts';
import { moon, nightSky } from '../figures/night.ts';
import { rickshaw } from '../figures/rickshaw.ts';
import { icon } from '../figures/screens.ts';
import { fitted } from '../lettering.ts';
import { circle, joined, rectangle, ring, roundedRectangle } from '../outline.ts';
import { about, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit } from '../stage.ts';
import { entering } from './entrance.ts';
import { listLines, type Scene } from './scene.ts';

/** A phone falls off a rickshaw at night; the camera stays with it until its light goes out. */
export const lost: Scene = (stage, kit, shot) => {
  const { width, height, safe } = stage;
  const ride = { wide: 1.25, square: 1.05, tall: 1.2 }[stage.shape];
  const kerb = height * { wide: 0.8, square: 0.8, tall: 0.72 }[stage.shape];
  const rest = {
    x: width * { wide: 0.56, square: 0.52, tall: 0.52 }[stage.shape],
    y: kerb + 34 * ride,
  };
  const ground = nightSky(stage, kerb * 0.9);
  const surface = rectangle({
    x: -width,
    y: kerb - 70 * ride,
    width: 3 * width,
    height: 2 * height,
  });
  const road = [
    // Opaque, so that no star shines through it.
    shape('road', 'navy', surface),
    shape('road', 'key', surface, 0.62),
    shape(
      'road',
      'steel',
      rectangle({ x: -width, y: kerb - 76 * ride, width: 3 * width, height: 7 * ride }),
      0.7,
    ),
    shape(
      'road',
      'marigold',
      joined(
        Array.from({ length: 26 }, (_, at) =>
          roundedRectangle(
            {
              x: -width + at * 240 * ride,
              y: kerb + 96 * ride,
              width: 120 * ride,
              height: 10 * ride,
            },
            5,
          ),
        ),
      ),
      0.75,
    ),
  ];
  const far = townLights(width, kerb - 76 * ride);
  const night = moon(
    width * { wide: 0.9, square: 0.87, tall: 0.84 }[stage.shape],
    height * { wide: 0.16, square: 0.46, tall: 0.46 }[stage.shape],
    66,
  );
  const words = fitted(
    kit.fonts,
    listLines(shot, kit),
    {
      width: safe.width * { wide: 0.84, square: 1, tall: 1 }[stage.shape],
      height: height * 0.34,
      ideal: width * { wide: 0.078, square: 0.13, tall: 0.16 }[stage.shape],
    },
    { ink: 'paper', part: 'line' },
  );
  const lines = group(words.lines, {
    matrix: move(safe.x, safe.y + height * (stage.shape === 'tall' ? 0.03 : 0.015)),
  });
  const handset = lying(kit, 84 * ride, shot.icons[0] as string);
  const halo = [
    shape('glow', 'marigold', circle(0, 0, 118 * ride), 0.08),
    shape('glow', 'marigold', circle(0, 0, 86 * ride), 0.12),
  ];
  const wave = shape('call', 'marigold', ring(0, 0, 100, 5));

  /** The phone about its middle, and the light of its screen. */
  const fallen = (seconds: number): FilmShape[] => {
    const fall = between(seconds, 0.62, 1.3);
    if (fall <= 0) return [];
    const start = rest.y - 190 * ride;
    const x = mix(rest.x - 76 * ride, rest.x, easeOut(fall));
    const y = mix(start, rest.y - 24 * ride, bounce(fall));
    const turn = mix(-0.6, 1.24, easeOut(fall));
    const dark = between(seconds, 2.4, 2.62);
    const glow = between(seconds, 1.1, 1.5) * (1 - dark);
    const call = (start: number) => {
      const share = between(seconds, start, start + 0.75);
      const size = mix(0.72, 1.5, easeOut(share)) * ride;
      return share <= 0 || share >= 1
        ? []
        : group([wave], { matrix: [size, 0, 0, size, x, y], opacity: (1 - share) * 0.9 });
    };
    return [
      ...group(halo, { matrix: move(x, y), opacity: glow }),
      ...call(1.3),
      ...call(1.7),
      ...group(handset(dark), { matrix: multiply(move(x, y), about(0, 0, 1, turn)) }),
    ];
  };

  return (seconds) => {
    const drive = mix(-760 * ride, width + 420 * ride, between(seconds, -0.55, 1.75));
    const shake = Math.sin(seconds * 34) * 2.2 * ride;
    const push = easeInOut(between(seconds, 1, 2.1));
    const look = { x: mix(width / 2, rest.x, push), y: mix(height / 2, rest.y, push) };
    const zoom = mix(1, 1.9, push);
    // The camera comes closer and holds the phone where it lies.
    const camera = multiply(
      move(mix(0, width / 2 - rest.x, push) * 0.6, mix(0, height * -0.055, push)),
      about(look.x, look.y, zoom),
    );
    const vehicle =
      seconds < 1.9
        ? group(rickshaw(drive / (330 * ride)), {
            matrix: [ride, 0, 0, ride, drive, kerb - 400 * ride + shake],
          })
        : [];
    const fade = 1 - easeIn(between(seconds, shot.seconds - 0.22, shot.seconds));
    return [
      ...ground,
      ...group([...far, ...road], { matrix: camera }),
      ...night,
      ...group([...fallen(seconds), ...vehicle], { matrix: camera }),
      ...entering(lines, seconds, { from: 1.02, rise: 40 }),
      ...group([shape('ground', 'key', rectangle({ x: 0, y: 0, width, height }))], {
        opacity: (1 - fade) * 0.4,
      }),
    ];
  };
};

/** The phone that was lost, its middle in the origin: somebody rings it, until it goes dark. */
function lying(kit: FilmKit, width: number, callIcon: string): (dark: number) => FilmShape[] {
  const height = width * 1.92;
  const at = (inset: number, radius: number) =>
    roundedRectangle(
      {
        x: inset - width / 2,
        y: inset - height / 2,
        width: width - 2 * inset,
        height: height - 2 * inset,
      },
      radius,
    );
  const u = width / 100;
  const bezel = 9 * u;
  const body = [
    shape('phone', 'mist', at(-2.5 * u, 18 * u)),
    shape('phone', 'key', at(0, 16 * u)),
    shape('phone', 'marigold', at(bezel, 8 * u)),
  ];
  const call = [
    group([shape('phone', 'paper', circle(0, 0, 27 * u))], { matrix: move(0, -14 * u) }),
    group([icon(kit, callIcon, 36 * u, 'navy', 'phone')], { matrix: move(0, -14 * u) }),
    [
      shape(
        'phone',
        'navy',
        roundedRectangle({ x: -24 * u, y: 36 * u, width: 48 * u, height: 9 * u }, 4.5 * u),
      ),
    ],
  ].flat();
  const off = shape('phone', 'key', at(bezel, 8 * u));
  return (dark) => [...body, ...call, ...group([off], { opacity: 0.9 * dark })];
}

/** Roofs at the horizon, a few windows awake. */
function townLights(width: number, foot: number): FilmShape[] {
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
