import { type Matrix, multiply, type Path } from '../../../layout/path.ts';
import { between, easeIn, easeInOut, easeOut, mix } from '../ease.ts';
import { house, houseWindow, moon, nightSky, station } from '../figures/buildings.ts';
import { appHead } from '../figures/screens.ts';
import { circle, drawn, mapped, rectangle } from '../outline.ts';
import { about, type FilmShape, group, move, shape } from '../shape.ts';
import type { Stage } from '../stage.ts';
import { entering, nightLines, risingTop, type Scene, standing } from './scene.ts';

/** Shares of the picture; a building's are its foot. */
const places = {
  wide: {
    home: { x: 0.07, y: 0.88, scale: 0.94 },
    post: { x: 0.845, y: 0.5, scale: 0.34 },
    sky: 0.52,
    moon: { x: 0.91, y: 0.15 },
  },
  square: {
    home: { x: 0.06, y: 0.9, scale: 0.78 },
    post: { x: 0.77, y: 0.545, scale: 0.34 },
    sky: 0.56,
    moon: { x: 0.15, y: 0.42 },
  },
  tall: {
    home: { x: 0.06, y: 0.88, scale: 0.94 },
    post: { x: 0.73, y: 0.47, scale: 0.42 },
    sky: 0.5,
    moon: { x: 0.17, y: 0.42 },
  },
} as const;

/** The long way from a lit window to the station; then the window's light floods the picture. */
export const far: Scene = (stage, kit, shot) => {
  const { width, height } = stage;
  const at = places[stage.shape];
  const home = { x: at.home.x * width, y: at.home.y * height, scale: at.home.scale };
  const post = { x: at.post.x * width, y: at.post.y * height, scale: at.post.scale };
  const ground = nightSky(stage, height * at.sky);
  const hills = hillsBelow(stage, at.sky);
  const night = moon(at.moon.x * width, at.moon.y * height, 64);
  const homeAt = [home.scale, 0, 0, home.scale, home.x, home.y] as const;
  const window = mapped(rectangle(houseWindow), homeAt);
  const light = [shape('light', 'marigold', window)];
  const dots = wayFrom(
    { x: home.x + 190 * home.scale, y: home.y + 30 },
    { x: post.x + 210 * post.scale, y: post.y + 6 },
    stage.shape === 'wide' ? width * 0.13 : width * 0.42,
  );
  const lines = nightLines(stage, kit, shot, {
    width: stage.shape === 'wide' ? 0.78 : 1,
    height: 0.3,
    ideal: { wide: 0.07, square: 0.12, tall: 0.145 }[stage.shape],
  });
  const goal = group(station(kit.pictures), {
    matrix: [post.scale, 0, 0, post.scale, post.x, post.y],
  });
  const dwelling = group(house(), { matrix: homeAt });
  const dive = shot.seconds - 0.62;
  const next = standing(stage);
  // Its name is read in the next shot.
  const phone = [...next.figure.shapes, ...appHead(kit, next.figure, stage.least)].map(
    ({ text: _, ...entry }) => entry,
  );
  const camera = diveInto(stage, home, { from: dive, to: shot.seconds });

  return (seconds) => {
    const into = between(seconds, dive, shot.seconds);
    const matrix = camera(seconds);
    const sight = easeOut(between(seconds, 1.35, 1.85));
    const world: FilmShape[] = [
      ...hills,
      ...group(goal, { opacity: 0.25 + 0.75 * sight }),
      ...dotsUntil(dots, seconds),
      ...dwelling,
    ];
    return [
      ...ground,
      ...night,
      ...group(world, { matrix }),
      ...(into > 0 ? group(light, { matrix, opacity: Math.min(1, into * 3) }) : []),
      ...seenThrough(window, matrix, {
        shapes: phone,
        at: move(next.x, risingTop(stage, seconds - shot.seconds)),
      }),
      ...entering(lines, seconds, { from: -0.1, rise: 40, leave: dive - 0.05 }),
    ];
  };
};

/** Shapes of the next shot, in the window's light. */
function seenThrough(
  window: Path,
  camera: Matrix,
  { shapes, at }: { shapes: readonly FilmShape[]; at: Matrix },
): FilmShape[] {
  return group(shapes, { matrix: at }).map((entry) => ({
    ...entry,
    clip: { path: window, matrix: camera },
  }));
}

/** The camera draws back from the window at first, and at the end dives into it. */
function diveInto(
  { width, height }: Stage,
  home: { x: number; y: number; scale: number },
  dive: { from: number; to: number },
): (seconds: number) => Matrix {
  const window = {
    x: home.x + (houseWindow.x + houseWindow.width / 2) * home.scale,
    y: home.y + (houseWindow.y + houseWindow.height / 2) * home.scale,
  };
  /** At this size the window covers the picture from any place in it. */
  const whole = (2.4 * Math.max(width, height)) / (houseWindow.width * home.scale);
  return (seconds) => {
    const back = easeOut(between(seconds, 0, 1.5));
    const grow = whole ** easeIn(between(seconds, dive.from, dive.to));
    const drift = easeInOut(between(seconds, dive.from, dive.to - 0.1));
    return multiply(
      move((width / 2 - window.x) * drift, (height / 2 - window.y) * drift),
      about(window.x, window.y, mix(1.5, 1, back) * grow),
    );
  };
}

function hillsBelow(stage: Stage, sky: number): FilmShape[] {
  return [
    shape('hill', 'steel', hill(stage, sky, [0.04, -0.02, 0.05, 0.01]), 0.22),
    shape('hill', 'navy', hill(stage, sky + 0.1, [0.05, 0.03, -0.04, 0.02]), 0.9),
    shape('hill', 'key', hill(stage, sky + 0.22, [0.07, -0.01, 0.03, 0.02]), 0.36),
  ];
}

/** A ridge from edge to edge: heights are shares of the picture over its line. */
function hill(
  { width, height }: { width: number; height: number },
  line: number,
  rises: readonly number[],
) {
  const [a = 0, b = 0, c = 0, d = 0] = rises.map((rise) => (line - rise) * height);
  const far = 3 * height;
  return drawn(
    `M${-width} ${a}C${-width * 0.4} ${a} ${-width * 0.1} ${b} ${width * 0.2} ${a}S${width * 0.55} ${b} ${width * 0.7} ${c}S${width * 1.1} ${d} ${width * 1.4} ${d}L${2 * width} ${d}V${far}H${-width}Z`,
  );
}

/** The way as dots that grow small towards its end, in two bends. */
function wayFrom(
  from: { x: number; y: number },
  to: { x: number; y: number },
  bend: number,
): FilmShape[] {
  const count = 30;
  return Array.from({ length: count }, (_, index) => {
    // Steps grow shorter with distance, as on a road that one looks along.
    const t = 1 - (1 - index / (count - 1)) ** 1.35;
    const sway = Math.sin(t * 1.7 * Math.PI) * bend * (1 - t);
    const x = mix(from.x, to.x, t) + sway;
    const y = mix(from.y, to.y, t ** 0.82);
    return shape('way', 'marigold', circle(x, y, mix(13, 3, t)), mix(1, 0.8, t));
  });
}

/** The dots that have come up to a second. */
function dotsUntil(dots: readonly FilmShape[], seconds: number): FilmShape[] {
  const step = between(seconds, 0.35, 1.75) * dots.length;
  return dots.flatMap((dot, index) => {
    const come = easeOut(Math.min(1, Math.max(0, step - index)));
    return come > 0 ? [{ ...dot, opacity: dot.opacity * come }] : [];
  });
}
