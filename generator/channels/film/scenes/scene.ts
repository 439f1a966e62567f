import type { Shot } from '../../../../campaigns/channels/film/film.ts';
import { between, easeIn, easeOut } from '../ease.ts';
import { type StationFigure, scaleBuilding, stationFigure } from '../figures/station.ts';
import { fitted } from '../lettering.ts';
import { circle, rectangle } from '../outline.ts';
import { type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { planFor } from './code-plan.ts';

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
 * Words in white at the head of the night.
 * @param room shares of the safe width, of the picture's height, and for the letters of its width
 */
export function nightLines(
  { width, height, safe, shape }: Stage,
  kit: FilmKit,
  lines: readonly string[],
  room: { width: number; height: number; ideal: number },
): FilmShape[] {
  const words = fitted(
    kit.fonts,
    lines,
    { width: safe.width * room.width, height: height * room.height, ideal: width * room.ideal },
    { ink: 'paper', part: 'line' },
  );
  return group(words.lines, {
    matrix: move(safe.x, safe.y + height * (shape === 'tall' ? 0.03 : 0.015)),
  });
}

/** Place of the station, which is the phone, in the shots after the night: always the same, so that the camera need not jump. */
export function standing(
  stage: Stage,
  kit: FilmKit,
): { figure: StationFigure; x: number; y: number } {
  const { width, height } = stage;
  const wide = { wide: 580, square: 450, tall: 730 }[stage.shape];
  const figure = stationFigure(kit, scaleBuilding(planFor(stage).house, wide, 1.3 * wide));
  const middle = stage.shape === 'wide' ? width * 0.715 : width / 2;
  const y = { wide: 84, square: height * 0.315, tall: height * 0.325 }[stage.shape];
  return { figure, x: middle - wide / 2, y };
}

/** Where its upper edge is when it has sunk. */
export function lowTop({ height, shape: form }: Stage): number {
  return { wide: height * 0.7, square: height * 0.765, tall: height * 0.76 }[form];
}

/** The marigold ground with a paler round behind the phone, which may still be growing. */
export function daylight(
  { width, height }: Stage,
  { x, y }: { x: number; y: number },
): (grown?: number) => FilmShape[] {
  const radius = Math.min(width, height);
  const ground = shape('ground', 'marigold', rectangle({ x: 0, y: 0, width, height }));
  const suns = [
    shape('sun', 'paper', circle(0, 0, radius * 0.62), 0.13),
    shape('sun', 'paper', circle(0, 0, radius * 0.44), 0.16),
  ];
  return (grown = 1) => [ground, ...group(suns, { matrix: [grown, 0, 0, grown, x, y] })];
}
