import type { Shot } from '../../../../campaigns/film/film.ts';
import { fitted } from '../lettering.ts';
import { type FilmShape, group, move } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { listLines } from './scene.ts';

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
