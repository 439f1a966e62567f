import { planSheets } from '../print/imposition.ts';
import type { Expected } from './expected.ts';
import type { Reading } from './outline/reading.ts';
import type { Mark } from './reader/content.ts';
import { type Edges, intersect, mapPath, touches } from './reader/geometry.ts';
import type { PressPage } from './reader/page.ts';

/** One side where it is on a page: the whole page, or a cell of an imposed sheet. */
export interface Panel {
  /** Counted from 0. */
  readonly page: number;
  readonly side: number;
  /** Its own trim, from the page's. */
  readonly trim: Edges;
  /** How far it prints beyond its trim: nothing where a neighbour shares the cut. */
  readonly bleed: Edges;
  readonly marks: readonly Mark[];
}

export type ReadPanel = Panel & { readonly readings: readonly Reading[] };

/** Parts outside the trim, for the printer. */
export const printersParts: ReadonlySet<string | null> = new Set(['marks', 'slug']);

/** Sheets of the artwork page by page: their trim and cells. */
export function expectedPages({ artwork }: Pick<Expected, 'artwork'>) {
  return planSheets(artwork).flatMap((sheet) => Array<typeof sheet>(sheet.pages).fill(sheet));
}

/** Shares the marks of each page out to the sides that should be there. */
export function makePanels(pages: readonly PressPage[], expected: Expected): Panel[] {
  const { width, height } = expected.artwork.format.trimMm;
  const sheets = expectedPages(expected);
  return pages.flatMap(({ marks }, page) =>
    (sheets[page]?.cells ?? []).map(({ side, x, y, turned, bleed }) => {
      const trim = { left: x, top: y, right: x + width, bottom: y + height };
      const [over, under] = turned ? [bleed.bottom, bleed.top] : [bleed.top, bleed.bottom];
      const reach = {
        left: trim.left - bleed.left,
        top: trim.top - over,
        right: trim.right + bleed.right,
        bottom: trim.bottom + under,
      };
      const alone = sheets[page]?.cells.length === 1;
      const own = marks.filter(
        (mark) => !printersParts.has(mark.part) && (alone || isMiddleIn(mark.edges, reach)),
      );
      return { page, side, trim, bleed, marks: turned ? own.map((mark) => turn(mark, trim)) : own };
    }),
  );
}

/** A mark of a side that stands on its head, as it is on its feet. */
function turn(mark: Mark, { left, top, right, bottom }: Edges): Mark {
  const path = mapPath(mark.path, [-1, 0, 0, -1, left + right, top + bottom]);
  const { edges } = mark;
  return {
    ...mark,
    path,
    edges: {
      left: left + right - edges.right,
      top: top + bottom - edges.bottom,
      right: left + right - edges.left,
      bottom: top + bottom - edges.top,
    },
  };
}

/** Whether the middle of a mark lies in a box. */
export function isMiddleIn({ left, top, right, bottom }: Edges, box: Edges): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/** The last fill that is painted under the middle of a box. */
export function groundUnder(
  painted: readonly Mark[],
  { left, top, right, bottom }: Edges,
): Mark | undefined {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  const middle = { left: x - 0.01, top: y - 0.01, right: x + 0.01, bottom: y + 0.01 };
  return painted.findLast(
    (mark) =>
      mark.paint === 'fill' &&
      intersect(mark.edges, middle) !== undefined &&
      touches(mark.path, middle),
  );
}
