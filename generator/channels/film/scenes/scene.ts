import type { Shot } from '../../../../campaigns/channels/film/film.ts';
import { between, easeBack, easeIn, easeOut, mix } from '../ease.ts';
import { type PhoneFigure, phone } from '../figures/phone.ts';
import { fitted } from '../lettering.ts';
import { circle, rectangle } from '../outline.ts';
import { type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';

/** Lays a shot out once; what it gives is drawn at any second of the shot. */
export type Scene = (stage: Stage, kit: FilmKit, shot: Shot) => (seconds: number) => FilmShape[];

/** The shot's words in the film's language. */
export function listLines(shot: Shot, { language }: Pick<FilmKit, 'language'>): string[] {
  return shot.lines.map((line) => line[language]);
}

/** Words come up a little and clear, one line after the other, and stay where they are. */
export function entering(
  lines: readonly FilmShape[],
  seconds: number,
  {
    from,
    rise,
    apart = 0.14,
    leave,
  }: { from: number; rise: number; apart?: number; leave?: number },
): FilmShape[] {
  const gone = leave === undefined ? 0 : easeIn(between(seconds, leave, leave + 0.25));
  return lines.flatMap((line, at) => {
    const start = from + at * apart;
    const come = easeOut(between(seconds, start, start + 0.4));
    return group([line], { matrix: move(0, (1 - come) * rise), opacity: come * (1 - gone) });
  });
}

/**
 * The shot's words in white at the head of the night.
 * @param room shares of the safe width, of the picture's height, and for the letters of its width
 */
export function nightLines(
  { width, height, safe, shape }: Stage,
  kit: FilmKit,
  shot: Shot,
  room: { width: number; height: number; ideal: number },
): FilmShape[] {
  const words = fitted(
    kit.fonts,
    listLines(shot, kit),
    { width: safe.width * room.width, height: height * room.height, ideal: width * room.ideal },
    { ink: 'paper', part: 'line' },
  );
  return group(words.lines, {
    matrix: move(safe.x, safe.y + height * (shape === 'tall' ? 0.03 : 0.015)),
  });
}

/** Place of the phone in the shots after the night: always the same, so that the camera need not jump. */
export function standing(stage: Stage): { figure: PhoneFigure; x: number; y: number } {
  const { width, height } = stage;
  const figure = phone({ wide: 560, square: 430, tall: 700 }[stage.shape]);
  const x = {
    wide: width * 0.71 - figure.width / 2,
    square: (width - figure.width) / 2,
    tall: (width - figure.width) / 2,
  }[stage.shape];
  const y = { wide: 96, square: height * 0.315, tall: height * 0.335 }[stage.shape];
  return { figure, x, y };
}

/** Its upper edge as it rises into the light, seconds after the night: it comes before the picture is light alone. */
export function risingTop(stage: Stage, seconds: number): number {
  const rise = easeBack(between(seconds, -0.25, 0.58), 0.9);
  return mix(stage.height + 40, standing(stage).y, rise);
}

/** Where its upper edge is when it has sunk. */
export function lowTop({ height, shape: form }: Stage): number {
  return { wide: height * 0.7, square: height * 0.83, tall: height * 0.76 }[form];
}

/** The marigold ground with a paler round behind the phone. */
export function daylight(stage: Stage, middle: { x: number; y: number }): FilmShape[] {
  const { width, height } = stage;
  const radius = Math.min(width, height);
  return [
    shape('ground', 'marigold', rectangle({ x: 0, y: 0, width, height })),
    shape('sun', 'paper', circle(middle.x, middle.y, radius * 0.62), 0.13),
    shape('sun', 'paper', circle(middle.x, middle.y, radius * 0.44), 0.16),
  ];
}
