import type { Path } from '../../../layout/path.ts';
import { darkRuns, quietModules } from '../../../qr/qr-code.ts';
import { between, easeOut, mix } from '../ease.ts';
import { letter } from '../lettering.ts';
import { circle, growingBar, joined, mapped, rectangle, roundedRectangle } from '../outline.ts';
import { clipped, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit } from '../stage.ts';
import { grown, type StationFigure } from './station.ts';

export type Screen = Pick<StationFigure, 'screen' | 'glass'>;

/** The app's own head on a phone's screen; its letters are at least `least` pixels high, or a sign that nobody has to read. */
export function appHead(kit: FilmKit, { screen, glass }: Screen, least?: number): FilmShape[] {
  const u = screen.width / 952;
  const bar = rectangle(grown({ ...screen, height: headHeight * u }));
  const letters = Math.max(118 * u, least ?? 0);
  const name = letter(kit.fonts, kit.campaign.app.name, {
    height: letters,
    ink: 'marigold',
    part: 'app',
    anchor: 'middle',
    sign: least === undefined,
  });
  const baseline = screen.y + (headHeight * u + letters) / 2;
  return [
    ...clipped([shape('head', 'navy', bar)], glass),
    ...group([name.shape], { matrix: move(screen.x + screen.width / 2, baseline) }),
  ];
}

/** As all of the screen in 952nds of its width. */
const headHeight = 220;

/** The code with its quiet zone in a square at the origin. */
export function codeOutline({ qr }: FilmKit, size: number): Path {
  const module = size / (qr.size + 2 * quietModules);
  return joined(
    darkRuns(qr).map(({ y, from, to }) =>
      rectangle({
        x: (from + quietModules) * module,
        y: (y + quietModules) * module,
        width: (to - from) * module,
        height: module,
      }),
    ),
  );
}

/** A filled icon about its middle. */
export function icon(
  kit: FilmKit,
  name: string,
  size: number,
  ink: FilmShape['ink'],
  part = 'icon',
): FilmShape {
  const scale = size / 256;
  return shape(
    part,
    ink,
    mapped(kit.pictures.icon(name), [scale, 0, 0, scale, -size / 2, -size / 2]),
  );
}

export interface Spot {
  x: number;
  y: number;
}

/** Four services as tiles; the second is the one that is looked for. Where its middle is comes back too. */
export function menu(kit: FilmKit, { screen }: Screen, icons: readonly string[]) {
  const u = screen.width / 952;
  const side = 400 * u;
  const tile = (at: number) => ({
    x: screen.x + (54 + (at % 2) * 444) * u,
    y: screen.y + (280 + Math.floor(at / 2) * 444) * u,
  });
  const spot: Spot = { x: tile(1).x + side / 2, y: tile(1).y + side / 2 };
  const square = roundedRectangle(
    { x: -side / 2, y: -side / 2, width: side, height: side },
    70 * u,
  );
  const tiles = icons
    .slice(0, 4)
    .map((name, at) => [
      shape('tile', at === 1 ? 'marigold' : 'mist', square),
      icon(kit, name, 216 * u, 'navy'),
    ]);
  const draw = (pressed: number): FilmShape[] =>
    tiles.flatMap((body, at) => {
      const { x, y } = tile(at);
      const grow = at === 1 ? 1 - 0.07 * pressed : 1;
      return group(body, { matrix: [grow, 0, 0, grow, x + side / 2, y + side / 2] });
    });
  return { draw, spot };
}

/** A form whose lines fill one after the other. */
export function form(kit: FilmKit, figure: StationFigure, name: string) {
  const { screen } = figure;
  const u = screen.width / 952;
  const left = screen.x + 60 * u;
  const wide = screen.width - 120 * u;
  const top = screen.y + 258 * u;
  const field = (at: number) => ({
    x: left,
    y: top + (300 + at * 196) * u,
    width: wide,
    height: 142 * u,
  });
  const lengths = [0.78, 0.56, 0.68];
  const spot: Spot = { x: left + wide * 0.62, y: field(0).y + 71 * u };
  const still = [
    ...group([shape('disc', 'mist', circle(0, 0, 118 * u)), icon(kit, name, 150 * u, 'navy')], {
      matrix: move(left + wide / 2, top + 134 * u),
    }),
    ...lengths.map((_, at) => shape('field', 'mist', roundedRectangle(field(at), 36 * u))),
  ];
  const bar = growingBar(34 * u);
  const draw = (filled: number): FilmShape[] => [
    ...still,
    ...lengths.flatMap((length, at) => {
      const box = field(at);
      const typed = easeOut(between(filled * lengths.length, at, at + 1));
      if (typed === 0) return [];
      const line = shape('typed', 'navy', bar(mix(34, length * 760, typed) * u));
      return group([line], { matrix: move(box.x + 44 * u, box.y + box.height / 2) });
    }),
  ];
  return { draw, spot };
}

/** The red button: its paper plane flies off when it is pressed, and a tick comes in its place. */
export function sendButton(
  kit: FilmKit,
  figure: StationFigure,
  { plane, done }: { plane: string; done: string },
) {
  const { screen } = figure;
  const u = screen.width / 952;
  const box = {
    x: screen.x + 60 * u,
    y: screen.y + 1146 * u,
    width: screen.width - 120 * u,
    height: 190 * u,
  };
  const spot: Spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const { width: wide, height: tall } = box;
  const face = shape(
    'button',
    'red',
    roundedRectangle({ x: -wide / 2, y: -tall / 2, width: wide, height: tall }, 60 * u),
  );
  const flying = icon(kit, plane, 128 * u, 'paper');
  const tick = icon(kit, done, 120 * u, 'paper');
  const draw = (pressed: number, sent: number): FilmShape[] => {
    const grow = 1 - 0.05 * pressed;
    return [
      ...group([face], { matrix: [grow, 0, 0, grow, spot.x, spot.y] }),
      ...group([flying], {
        matrix: move(spot.x + sent ** 2 * 620 * u, spot.y - sent ** 2 * 420 * u),
        opacity: 1 - sent ** 3,
      }),
      ...group([tick], {
        matrix: move(spot.x, spot.y),
        opacity: between(sent, 0.7, 1),
      }),
    ];
  };
  return { draw, spot };
}

/** The finger that taps: it dips, and a ring runs out under it. */
export function finger(kit: FilmKit, name: string, size: number) {
  const outline = icon(kit, name, size, 'navy', 'hand');
  const rim = icon(kit, name, size * 1.13, 'paper', 'hand');
  // The tip of the pointing hand is at 43 % of its width, near its upper edge.
  const spot = shape('ripple', 'red', circle(0, 0, 1), 0.34);
  const tip = { x: size * 0.055, y: size * 0.43 };
  return {
    hand(at: Spot, dip: number, opacity: number): FilmShape[] {
      const grow = 1 - 0.1 * dip;
      const body = [{ ...rim, matrix: [1, 0, 0, 1, 0, size * 0.006] as const }, outline];
      return group(body, {
        matrix: [grow, 0, 0, grow, at.x + tip.x * grow, at.y + tip.y * grow],
        opacity,
      });
    },
    ripple(at: Spot, share: number): FilmShape[] {
      if (share <= 0 || share >= 1) return [];
      const radius = mix(size * 0.1, size * 0.42, easeOut(share));
      return group([spot], { matrix: [radius, 0, 0, radius, at.x, at.y], opacity: 1 - share });
    },
  };
}
