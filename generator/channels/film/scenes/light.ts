import { between, easeBack, mix } from '../ease.ts';
import { type PhoneFigure, phone } from '../figures/phone.ts';
import { circle, rectangle } from '../outline.ts';
import { type FilmShape, shape } from '../shape.ts';
import type { Stage } from '../stage.ts';

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
