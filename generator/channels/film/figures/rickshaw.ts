import { multiply } from '../../../layout/path.ts';
import { circle, drawn, joined, ring } from '../outline.ts';
import { about, type FilmShape, group, move, shape } from '../shape.ts';

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
