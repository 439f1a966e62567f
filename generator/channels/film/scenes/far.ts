import type { Matrix } from '../../../layout/path.ts';
import { between, easeOut, mix } from '../ease.ts';
import { house, houseWindow, moon, nightSky } from '../figures/buildings.ts';
import { menu } from '../figures/screens.ts';
import { fitted } from '../lettering.ts';
import { circle, drawn, roundedRectangle } from '../outline.ts';
import { about, bounds, clipped, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { arrival, arriving, findPost } from './arrival.ts';
import { entering, listLines, nightLines, type Scene } from './scene.ts';

/** Shares of the picture; the home's is its foot. */
const places = {
  wide: { home: { x: 0.07, y: 0.88, scale: 0.86 }, sky: 0.52, moon: { x: 0.91, y: 0.15 } },
  square: { home: { x: 0.06, y: 0.9, scale: 0.78 }, sky: 0.56, moon: { x: 0.88, y: 0.29 } },
  tall: { home: { x: 0.06, y: 0.9, scale: 0.94 }, sky: 0.56, moon: { x: 0.83, y: 0.11 } },
} as const;

/** The long way from a lit window to the station at the horizon; then it is the station that comes. */
export const far: Scene = (stage, kit, shot) => {
  const { width, height } = stage;
  const at = places[stage.shape];
  const home = { x: at.home.x * width, y: at.home.y * height, scale: at.home.scale };
  const homeAt = [home.scale, 0, 0, home.scale, home.x, home.y] as const;
  const ground = nightSky(stage, height * at.sky);
  const [ridge, ...hills] = hillsBelow(stage, at.sky);
  const night = moon(at.moon.x * width, at.moon.y * height, 64);
  const dots = wayFrom(
    { x: home.x + 190 * home.scale, y: home.y + 30 },
    findPost(stage),
    stage.shape === 'wide' ? width * 0.13 : width * 0.42,
  );
  const [question = '', ...help] = listLines(shot, kit);
  const lines = nightLines(stage, kit, [question], {
    width: stage.shape === 'wide' ? 0.78 : 1,
    height: 0.3,
    ideal: { wide: 0.07, square: 0.12, tall: 0.145 }[stage.shape],
  });
  const dwelling = group(house(), { matrix: homeAt });
  const plates = help.flatMap((text) => plate(stage, kit, text, lines));
  const { figure, light, station } = arriving(stage, kit);
  const windows = clipped(menu(kit, figure, shot.icons).draw(0), figure.glass);
  const camera = drawBack(home);

  return (since) => {
    const seconds = since - shot.seconds;
    const matrix = camera(since);
    const world = (shapes: readonly FilmShape[]) => group(shapes, { matrix });
    const sight = 0.5 + 0.5 * easeOut(between(since, 1.1, 1.5));
    const here = world([...light(seconds, sight), ...station(seconds, windows)]);
    const near = [...hills, ...dotsUntil(dots, since), ...dwelling];
    return [
      ...ground,
      ...night,
      ...world(ridge ? [ridge] : []),
      ...entering(plates, since, { from: 0.8, rise: 40, apart: 0, leave: shot.seconds - 0.9 }),
      // It sets off from behind its hill and comes over all that lies between.
      ...(seconds < arrival.off ? [...here, ...world(near)] : [...world(near), ...here]),
      ...entering(lines, since, { from: -0.1, rise: 40, leave: shot.seconds + arrival.off - 0.1 }),
    ];
  };
};

/** Words on a red plate below others: what has to be known before the app is. */
function plate(
  { least, safe }: Stage,
  kit: FilmKit,
  text: string,
  above: readonly FilmShape[],
): FilmShape[] {
  const y = Math.max(...above.map((line) => bounds(line).bottom)) + 0.5 * least;
  const how = { ink: 'paper', part: 'line' } as const;
  const words = fitted(kit.fonts, [text], { ...safe, ideal: 1.12 * least }, how);
  const pad = 0.5 * least;
  const box = { ...safe, y, width: words.width + 2 * pad, height: words.height + 2 * pad };
  return [
    shape('plate', 'red', roundedRectangle(box, 0.3 * least)),
    ...group(words.lines, { matrix: move(safe.x + pad, y + pad) }),
  ];
}

/** The camera draws back from the window, until the whole way is seen. */
function drawBack(home: { x: number; y: number; scale: number }): (seconds: number) => Matrix {
  const x = home.x + (houseWindow.x + houseWindow.width / 2) * home.scale;
  const y = home.y + (houseWindow.y + houseWindow.height / 2) * home.scale;
  return (seconds) => about(x, y, mix(1.5, 1, easeOut(between(seconds, 0, 1.4))));
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
  const step = between(seconds, 0.3, 1.3) * dots.length;
  return dots.flatMap((dot, index) => {
    const come = easeOut(Math.min(1, Math.max(0, step - index)));
    return come > 0 ? [{ ...dot, opacity: dot.opacity * come }] : [];
  });
}
