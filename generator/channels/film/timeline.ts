import {
  type Film,
  filmSeconds,
  type Shot,
  type ShotKind,
  shotTimes,
} from '../../../campaigns/channels/film/film.ts';
import type { FilmShapeSize } from './deliveries.ts';
import { code } from './scenes/code.ts';
import { far } from './scenes/far.ts';
import { lost } from './scenes/lost.ts';
import { receipt } from './scenes/receipt.ts';
import type { Scene } from './scenes/scene.ts';
import { taps } from './scenes/taps.ts';
import type { FilmShape } from './shape.ts';
import { type FilmKit, type Stage, stageFor } from './stage.ts';

const scenes: Record<ShotKind, Scene> = { lost, far, taps, receipt, code };

export interface TimedShot {
  readonly shot: Shot;
  readonly from: number;
  readonly to: number;
}

export interface Timeline {
  readonly stage: Stage;
  readonly seconds: number;
  readonly shots: readonly TimedShot[];
  /**
   * Shapes in the picture at a second, from the ground upwards.
   * @param seconds 0 to just below `seconds`; before and after, the first and the last picture
   */
  at(seconds: number): FilmShape[];
}

/** Lays every shot out once for a shape of picture. Pure: the same film gives the same shapes. */
export function buildTimeline(
  film: Film,
  size: FilmShapeSize,
  kit: FilmKit,
  { captions = false }: { captions?: boolean } = {},
): Timeline {
  const stage = stageFor(size, captions);
  const shots = shotTimes(film);
  const drawings = shots.map(({ shot }) => scenes[shot.kind](stage, kit, shot));
  return {
    stage,
    seconds: filmSeconds(film),
    shots,
    at(seconds) {
      const found = shots.findIndex(({ to }) => seconds < to - 1e-9);
      const at = found === -1 ? shots.length - 1 : found;
      const { from, to } = shots[at] as TimedShot;
      return (drawings[at] as ReturnType<Scene>)(Math.min(Math.max(0, seconds - from), to - from));
    },
  };
}
