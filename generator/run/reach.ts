import type { Line, Shape } from '../layout/drawing.ts';
import { subunits } from '../layout/typeface.ts';

/** Measures of a station's lines on an artwork, by their names: the lower, the nearer to a limit of preflight. */
export type Reach = Readonly<Record<string, number>>;

/** Measures the lines of a file from its drawing; lines of one part on one line and on two are of two kinds. */
export function measureReach(sides: readonly (readonly Shape[])[]): Reach {
  const reach: Record<string, number> = {};
  const note = (measure: string, value: number) => {
    reach[measure] = Math.min(reach[measure] ?? Infinity, Math.round(value * 1000) / 1000);
  };
  for (const [side, shapes] of sides.entries()) {
    const lines = shapes.filter((shape) => shape.kind === 'line').map(toInked);
    for (const { part, size, ...edges } of lines) {
      const kind = `${side} ${part} ${lines.filter((line) => line.part === part).length}`;
      note(`${kind} size`, size);
      note(`${kind} left`, edges.left);
      note(`${kind} top`, edges.top);
      note(`${kind} right`, -edges.right);
      note(`${kind} bottom`, -edges.bottom);
    }
    for (const a of lines)
      for (const b of lines) {
        if (a.left < b.right && b.left < a.right && a.top < b.top)
          note(`${side} under`, b.top - a.bottom);
        if (a.top < b.bottom && b.top < a.bottom && a.left < b.left)
          note(`${side} beside`, b.left - a.right);
      }
  }
  return reach;
}

function toInked({ part, run, matrix }: Line) {
  const [a, , , , x, baseline] = matrix;
  const unit = a * subunits;
  const { left, right, above, below } = run.ink;
  return {
    part,
    size: unit,
    left: x + left * unit,
    right: x + right * unit,
    top: baseline - above * unit,
    bottom: baseline + below * unit,
  };
}

/** The files at the end of any measure; what has none was not measured, and is at one. */
export function pickEnds<File extends { reach?: Reach | undefined }>(
  files: readonly File[],
): File[] {
  const ends = new Map<string, { value: number; file: File }>();
  for (const file of files)
    for (const [measure, value] of Object.entries(file.reach ?? {})) {
      const known = ends.get(measure);
      if (known === undefined || value < known.value) ends.set(measure, { value, file });
    }
  const picked = new Set([...ends.values()].map(({ file }) => file));
  return files.filter((file) => file.reach === undefined || picked.has(file));
}
