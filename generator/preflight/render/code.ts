import type { Mark } from '../reader/content.ts';
import { contours, type Edges, grow, measureEdges } from '../reader/geometry.ts';
import type { PressPage } from '../reader/page.ts';

/** ISO/IEC 18004:2015, 6.3.8. Not the generator's number, so that a fault there is found here. */
export const quietModules = 4;

/** A QR code as it is drawn on a side. */
export interface DrawnCode {
  readonly page: number;
  readonly mark: Mark;
  /** Around the modules, quiet zone not counted. */
  readonly edges: Edges;
  readonly moduleMm: number;
  /** With its quiet zone. */
  readonly clear: Edges;
}

/** A reader's result for the rendered code. */
export type ReadCode = DrawnCode & {
  /** At the reading resolution; undefined when nothing was read. */
  readonly sharp: string | undefined;
  /** The same after a blur of half a module. */
  readonly blurred: string | undefined;
  /** Darkest grey of the rendered quiet zone, 255 for white. */
  readonly quietGrey: number;
};

/** Finds the codes by their tag; the lowest bar of a code is one module high. */
export function findCodes(pages: readonly PressPage[]): DrawnCode[] {
  return pages.flatMap(({ marks }, page) =>
    marks
      .filter(({ part }) => part === 'qr')
      .map((mark) => {
        const bars = contours(mark.path).flatMap((path) => measureEdges(path) ?? []);
        const moduleMm = Math.min(...bars.map(({ top, bottom }) => bottom - top));
        return {
          page,
          mark,
          edges: mark.edges,
          moduleMm,
          clear: grow(mark.edges, quietModules * moduleMm),
        };
      }),
  );
}
