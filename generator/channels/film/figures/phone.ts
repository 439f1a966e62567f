import type { Path } from '../../../layout/path.ts';
import { roundedRectangle } from '../outline.ts';
import { type FilmShape, shape } from '../shape.ts';
import type { Area } from '../stage.ts';

/** Measured in thousandths of the phone's width, as the phone of the board is. */
export const phoneFigure = { height: 1660, frame: 24, radius: 108, ear: 58 } as const;

export interface PhoneFigure {
  /** The empty phone, its top left corner in the origin. */
  shapes: FilmShape[];
  width: number;
  height: number;
  screen: Area;
  /** Edge of the screen, to cut off what runs past it. */
  glass: Path;
}

export function phone(width: number): PhoneFigure {
  const u = width / 1000;
  const { frame, radius } = phoneFigure;
  const height = phoneFigure.height * u;
  const screen = {
    x: frame * u,
    y: frame * u,
    width: width - 2 * frame * u,
    height: height - 2 * frame * u,
  };
  const glass = roundedRectangle(screen, (radius - frame) * u);
  const key = (top: number, tall: number) =>
    roundedRectangle({ x: width - 12 * u, y: top * u, width: 24 * u, height: tall * u }, 8 * u);
  return {
    width,
    height,
    screen,
    glass,
    shapes: [
      shape('phone', 'key', key(330, 120)),
      shape('phone', 'key', key(500, 220)),
      shape('phone', 'key', roundedRectangle({ x: 0, y: 0, width, height }, radius * u)),
      shape('phone', 'paper', glass),
      shape('phone', 'key', earpiece(width)),
    ],
  };
}

/** Where the phone speaks. */
export function earpiece(width: number): Path {
  const u = width / 1000;
  const { frame } = phoneFigure;
  return roundedRectangle(
    { x: 410 * u, y: (frame + 16) * u, width: 180 * u, height: 22 * u },
    11 * u,
  );
}
