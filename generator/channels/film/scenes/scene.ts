import type { Shot } from '../../../../campaigns/film/film.ts';
import type { FilmShape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';

/** Lays a shot out once; what it gives is drawn at any second of the shot. */
export type Scene = (stage: Stage, kit: FilmKit, shot: Shot) => (seconds: number) => FilmShape[];

/** The shot's words in the film's language. */
export function listLines(shot: Shot, { language }: Pick<FilmKit, 'language'>): string[] {
  return shot.lines.map((line) => line[language]);
}
