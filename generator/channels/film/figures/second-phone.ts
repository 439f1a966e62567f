import { between, easeBack, easeInOut, easeOut, mix } from '../ease.ts';
import { drawn, joined, mapped, roundedRectangle } from '../outline.ts';
import { about, clipped, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit } from '../stage.ts';
import { appHead, codeOutline, menu } from './screens.ts';

/** Seconds at which a hand brings another phone, its camera has the code, and the app is open on it. */
export const scanTimes = { comes: 1, found: 2.2, open: 2.6 } as const;

/**
 * Somebody's own phone, held up from below: its camera finds the code of the door, and the app opens on it.
 * @param at upper left corner of the phone once it is there
 */
export function secondPhone(
  kit: FilmKit,
  at: { x: number; y: number; width: number },
  icons: readonly string[],
): (seconds: number) => FilmShape[] {
  const u = at.width / 100;
  const box = (x: number, y: number, width: number, height: number, radius: number) =>
    roundedRectangle({ x: x * u, y: y * u, width: width * u, height: height * u }, radius * u);
  const screen = { x: 7 * u, y: 9 * u, width: 86 * u, height: 250 * u };
  const glass = box(7, 9, 86, 250, 8);
  const back = [
    shape('hand', 'marigold', box(-14, 116, 128, 300, 44)),
    shape('phone', 'mist', box(-3, -3, 106, 280, 17)),
    shape('phone', 'key', box(0, 0, 100, 280, 15)),
    shape('phone', 'paper', glass),
  ];
  const front = [
    ...[90, 121, 152].map((y) => shape('hand', 'marigold', box(78, y, 37, 26, 13))),
    ...group([shape('hand', 'marigold', box(-17, 84, 28, 100, 14))], {
      matrix: about(0, 170 * u, 1, 0.12),
    }),
  ];
  const seen = mapped(codeOutline(kit, 66 * u), move(-33 * u, -33 * u));
  const code = [shape('seen', 'key', seen)];
  const finder = [shape('finder', 'red', corners(u))];
  const app = [
    shape('phone', 'paper', glass),
    ...menu(kit, { screen, glass }, icons).draw(0),
    ...appHead(kit, { screen, glass }),
  ];
  const { comes, found, open } = scanTimes;
  return (seconds) => {
    const up = easeBack(between(seconds, comes, comes + 0.6), 0.9);
    const near = mix(0.6, 1, easeInOut(between(seconds, found - 0.5, found)));
    const grip = mix(1.14, 1, easeBack(between(seconds, found - 0.1, found + 0.2)));
    const shown = easeOut(between(seconds, open, open + 0.35));
    const middle = (scale: number) => [scale, 0, 0, scale, 50 * u, 50 * u] as const;
    const view = [
      ...group(code, { matrix: middle(near) }),
      ...group(finder, { matrix: middle(grip) }),
      ...group(app, { matrix: move(0, (1 - shown) * screen.height) }),
    ];
    return seconds <= comes
      ? []
      : group([...back, ...clipped(view, glass), ...front], {
          matrix: move(at.x, at.y + (1 - up) * 340 * u),
        });
  };
}

/** The four corners with which a camera frames what it has found, about their middle. */
function corners(u: number) {
  const one = drawn('M-34 -17v-9a8 8 0 0 1 8 -8h9v5h-9a3 3 0 0 0 -3 3v9z', [u, 0, 0, u, 0, 0]);
  const sides = [-1, 1].flatMap((x) => [-1, 1].map((y) => mapped(one, [x, 0, 0, y, 0, 0])));
  return joined(sides);
}
