import { type Matrix, multiply } from '../../../layout/path.ts';
import { between, bounce, easeIn, easeInOut, easeOut, mix } from '../ease.ts';
import { moon, nightSky } from '../figures/buildings.ts';
import { icon } from '../figures/screens.ts';
import { rickshaw, road, townLights } from '../figures/street.ts';
import { circle, rectangle, ring, roundedRectangle } from '../outline.ts';
import { about, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { entering, listLines, nightLines, type Scene } from './scene.ts';

/** A phone falls off a rickshaw at night; the camera stays with it until its light goes out. */
export const lost: Scene = (stage, kit, shot) => {
  const { width, height } = stage;
  const street = planStreet(stage);
  const { ride, kerb } = street;
  const ground = nightSky(stage, kerb * 0.9);
  const town = [...townLights(width, kerb - 76 * ride), ...road(stage, kerb, ride)];
  const night = moon(
    width * { wide: 0.9, square: 0.87, tall: 0.84 }[stage.shape],
    height * { wide: 0.16, square: 0.46, tall: 0.46 }[stage.shape],
    66,
  );
  const lines = nightLines(stage, kit, listLines(shot, kit), {
    width: { wide: 0.84, square: 1, tall: 1 }[stage.shape],
    height: 0.34,
    ideal: { wide: 0.078, square: 0.13, tall: 0.16 }[stage.shape],
  });
  const fallen = fallingPhone(kit, street, shot.icons[0] as string);
  const darkness = shape('ground', 'key', rectangle({ x: 0, y: 0, width, height }));

  return (seconds) => {
    const camera = followPhone(stage, street, seconds);
    const vehicle = passingRickshaw(stage, street, seconds);
    const fade = 1 - easeIn(between(seconds, shot.seconds - 0.22, shot.seconds));
    return [
      ...ground,
      ...group(town, { matrix: camera }),
      ...night,
      ...group([...fallen(seconds), ...vehicle], { matrix: camera }),
      // The first frame is the picture by which a messenger shows the film.
      ...entering(lines, seconds, { from: -1, rise: 0 }),
      ...group([darkness], { opacity: (1 - fade) * 0.4 }),
    ];
  };
};

interface Street {
  /** Size of the rickshaw. */
  ride: number;
  kerb: number;
  /** Where the phone comes to lie. */
  rest: { x: number; y: number };
}

function planStreet({ width, height, shape: form }: Stage): Street {
  const ride = { wide: 1.25, square: 1.05, tall: 1.2 }[form];
  const kerb = height * { wide: 0.8, square: 0.8, tall: 0.72 }[form];
  const x = width * { wide: 0.56, square: 0.52, tall: 0.52 }[form];
  return { ride, kerb, rest: { x, y: kerb + 34 * ride } };
}

/** The camera comes closer and holds the phone where it lies. */
function followPhone({ width, height }: Stage, { rest }: Street, seconds: number): Matrix {
  const push = easeInOut(between(seconds, 1, 2.1));
  const look = { x: mix(width / 2, rest.x, push), y: mix(height / 2, rest.y, push) };
  const zoom = mix(1, 1.9, push);
  return multiply(
    move(mix(0, width / 2 - rest.x, push) * 0.6, mix(0, height * -0.055, push)),
    about(look.x, look.y, zoom),
  );
}

function passingRickshaw({ width }: Stage, { ride, kerb }: Street, seconds: number): FilmShape[] {
  if (seconds >= 1.9) return [];
  const drive = mix(-760 * ride, width + 420 * ride, between(seconds, -0.55, 1.75));
  const shake = Math.sin(seconds * 34) * 2.2 * ride;
  return group(rickshaw(drive / (330 * ride)), {
    matrix: [ride, 0, 0, ride, drive, kerb - 400 * ride + shake],
  });
}

/** The phone about its middle, and the light of its screen; somebody rings it twice. */
function fallingPhone(
  kit: FilmKit,
  { ride, rest }: Street,
  callIcon: string,
): (seconds: number) => FilmShape[] {
  const handset = lying(kit, 84 * ride, callIcon);
  const halo = [
    shape('glow', 'marigold', circle(0, 0, 118 * ride), 0.08),
    shape('glow', 'marigold', circle(0, 0, 86 * ride), 0.12),
  ];
  const wave = shape('call', 'marigold', ring(0, 0, 100, 5));
  return (seconds) => {
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
}

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
