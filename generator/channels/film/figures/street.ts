import { joined, rectangle, roundedRectangle } from '../outline.ts';
import { type FilmShape, shape } from '../shape.ts';

/**
 * The road from edge to edge.
 * @param kerb where its upper edge is
 * @param unit size of what drives on it
 */
export function road(
  { width, height }: { width: number; height: number },
  kerb: number,
  unit: number,
): FilmShape[] {
  const surface = rectangle({
    x: -width,
    y: kerb - 70 * unit,
    width: 3 * width,
    height: 2 * height,
  });
  const edge = rectangle({
    x: -width,
    y: kerb - 76 * unit,
    width: 3 * width,
    height: 7 * unit,
  });
  const dashes = Array.from({ length: 26 }, (_, at) =>
    roundedRectangle(
      {
        x: -width + at * 240 * unit,
        y: kerb + 96 * unit,
        width: 120 * unit,
        height: 10 * unit,
      },
      5,
    ),
  );
  return [
    // Opaque, so that no star shines through it.
    shape('road', 'navy', surface),
    shape('road', 'key', surface, 0.62),
    shape('road', 'steel', edge, 0.7),
    shape('road', 'marigold', joined(dashes), 0.75),
  ];
}

/** Roofs at the horizon, a few windows awake. */
export function townLights(width: number, foot: number): FilmShape[] {
  const roofs: [number, number, number][] = [
    [-0.2, 0.2, 90],
    [0.02, 0.09, 130],
    [0.12, 0.06, 84],
    [0.2, 0.12, 108],
    [0.34, 0.05, 168],
    [0.41, 0.12, 92],
    [0.55, 0.08, 126],
    [0.64, 0.14, 78],
    [0.8, 0.06, 150],
    [0.88, 0.1, 104],
    [1, 0.2, 80],
  ];
  const awake: [number, number][] = [
    [0.05, 80],
    [0.23, 60],
    [0.355, 120],
    [0.37, 78],
    [0.59, 74],
    [0.82, 96],
    [0.91, 56],
  ];
  return [
    shape(
      'town',
      'navy',
      joined(
        roofs.map(([x, w, h]) =>
          rectangle({ x: x * width, y: foot - h, width: w * width, height: h }),
        ),
      ),
    ),
    shape(
      'town',
      'marigold',
      joined(
        awake.map(([x, y]) => rectangle({ x: x * width, y: foot - y, width: 14, height: 18 })),
      ),
      0.8,
    ),
  ];
}
