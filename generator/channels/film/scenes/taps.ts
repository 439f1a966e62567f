import { between, easeBack, easeIn, easeInOut, easeOut, mix } from '../ease.ts';
import { appHead, finger, form, menu, type Spot, sendButton } from '../figures/screens.ts';
import type { StationFigure } from '../figures/station.ts';
import { letter } from '../lettering.ts';
import { roundedRectangle } from '../outline.ts';
import { clipped, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { arrival, arriving } from './arrival.ts';
import { daylight, listLines, type Scene, standing } from './scene.ts';

/** Seconds of the three taps; the words come with them. */
export const tapTimes = [0.75, 1.35, 1.95] as const;

/** The station's roof lands and it is a phone; three taps, and a word at each. */
export const taps: Scene = (stage, kit, shot) => {
  const { figure, x, y } = standing(stage, kit);
  const middle = { x: x + figure.width / 2, y: y + figure.width * 0.85 };
  const ground = daylight(stage, middle);
  const { screen, pointer } = tappedScreen(kit, figure, stage.least, shot.icons);
  const arrived = arriving(stage, kit);
  const words = steps(stage, kit, listLines(shot, kit));
  const leave = shot.seconds - 0.22;

  return (seconds) => {
    const stay = 1 - easeIn(between(seconds, leave, shot.seconds));
    return [
      ...ground(easeOut(between(seconds, arrival.roof, arrival.roof + 0.45))),
      ...words.flatMap((word, at) => {
        const time = tapTimes[at] as number;
        const come = easeBack(between(seconds, time, time + 0.3));
        const grow = mix(0.6, 1, come);
        return group(group(word.shapes, { matrix: [grow, 0, 0, grow, word.x, word.y] }), {
          opacity: between(seconds, time, time + 0.12) * stay,
        });
      }),
      ...arrived.station(seconds, screen(seconds)),
      ...group(pointer(seconds), { matrix: move(x, y) }),
    ];
  };
};

/** The phone's screen, which changes at each tap of the finger, and the finger. */
function tappedScreen(
  kit: FilmKit,
  figure: StationFigure,
  least: number,
  icons: readonly string[],
) {
  const [
    fileIcon = '',
    phoneIcon = '',
    badgeIcon = '',
    keyIcon = '',
    handIcon = '',
    plane = '',
    done = '',
  ] = icons;
  const tiles = menu(kit, figure, [fileIcon, phoneIcon, badgeIcon, keyIcon]);
  const page = form(kit, figure, phoneIcon);
  const button = sendButton(kit, figure, { plane, done });
  const head = appHead(kit, figure, least);
  const hand = finger(kit, handIcon, figure.screen.width * 0.38);
  const spots = [tiles.spot, page.spot, button.spot] as const;
  const blank = shape('screen', 'paper', roundedRectangle(figure.screen, 0));

  const screen = (seconds: number): FilmShape[] => {
    const open = easeInOut(between(seconds, tapTimes[0] + 0.12, tapTimes[0] + 0.46));
    const filled = between(seconds, tapTimes[1] + 0.08, tapTimes[2] - 0.05);
    const pressed = press(seconds, tapTimes[2]);
    const sent = between(seconds, tapTimes[2] + 0.08, tapTimes[2] + 0.6);
    const far = figure.screen.width;
    const down = easeOut(between(seconds, arrival.roof, arrival.roof + 0.25));
    return clipped(
      [
        ...group(tiles.draw(press(seconds, tapTimes[0])), {
          matrix: move(-far * 0.35 * open, 0),
          opacity: 1 - open,
        }),
        ...group([blank, ...page.draw(filled), ...button.draw(pressed, sent)], {
          matrix: move(far * (1 - open), 0),
        }),
        // From under the signboard, once the roof is on.
        ...group(head, {
          matrix: move(0, -figure.screen.width * 0.3 * (1 - down)),
        }),
      ],
      figure.glass,
    );
  };
  const pointer = (seconds: number) => pointing(hand, spots, figure.width, seconds);
  return { screen, pointer };
}

/** The finger on its way from tap to tap, and the rings under it. */
function pointing(
  hand: ReturnType<typeof finger>,
  spots: readonly [Spot, Spot, Spot],
  phoneWidth: number,
  seconds: number,
): FilmShape[] {
  const [first, , third] = tapTimes;
  const out = { x: phoneWidth * 0.9, y: phoneWidth * 1.5 };
  const legs = [
    { from: out, to: spots[0], start: first - 0.45, end: first - 0.06 },
    { from: spots[0], to: spots[1], start: first + 0.35, end: first + 0.65 },
    { from: spots[1], to: spots[2], start: third - 0.4, end: third - 0.06 },
  ];
  let at: Spot = out;
  for (const { from, to, start, end } of legs) {
    if (seconds < start) break;
    const share = easeInOut(between(seconds, start, end));
    at = { x: mix(from.x, to.x, share), y: mix(from.y, to.y, share) };
  }
  const dip = Math.max(...tapTimes.map((time) => press(seconds, time)));
  const seen =
    easeOut(between(seconds, first - 0.45, first - 0.25)) *
    (1 - easeIn(between(seconds, third + 0.45, third + 0.75)));
  return [
    ...tapTimes.flatMap((time, index) =>
      hand.ripple(spots[index] as Spot, between(seconds, time, time + 0.45)),
    ),
    ...hand.hand(at, dip, seen),
  ];
}

/** Down and up again around a tap. */
function press(seconds: number, time: number): number {
  return between(seconds, time - 0.08, time) * (1 - between(seconds, time + 0.06, time + 0.2));
}

/** The three words: under one another beside the phone, or in a row above it. */
function steps(stage: Stage, kit: FilmKit, lines: readonly string[]) {
  const { safe } = stage;
  const wide = stage.shape === 'wide';
  const unit = lines.map((line) =>
    letter(kit.fonts, line, { height: 1, ink: 'navy', part: 'line' }),
  );
  const widest = Math.max(...unit.map(({ width }) => width));
  const room = wide ? safe.width * 0.44 : (safe.width - 2 * safe.width * 0.05) / 3;
  const height = Math.min(wide ? stage.height * 0.15 : stage.width * 0.16, room / widest);
  return lines.map((line, at) => {
    const { shape: word } = letter(kit.fonts, line, {
      height,
      ink: 'navy',
      part: 'line',
      anchor: wide ? 'left' : 'middle',
    });
    const x = wide ? safe.x : safe.x + safe.width * ((2 * at + 1) / 6);
    const y = wide
      ? stage.height * (stage.captionRoom ? 0.47 : 0.5) +
        height * (0.5 + (at - 1) * (stage.captionRoom ? 1.62 : 2.02))
      : safe.y + stage.height * 0.15;
    return { shapes: [word], x, y };
  });
}
