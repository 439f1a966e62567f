import type { Campaign } from '../../campaigns/campaign.ts';
import type { InkName } from '../ink/palette.ts';
import type { Shape } from '../layout/drawing.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import type { Weight } from '../layout/node.ts';
import { rectanglePath } from '../layout/path.ts';
import { setLine, shapeAll } from '../layout/text-fit.ts';
import { a4 } from '../print/paper-sizes.ts';

export interface TextAt {
  x: number;
  /** Position of the baseline. */
  y: number;
  points: number;
  weight?: Weight;
  ink?: InkName;
  align?: 'left' | 'right';
  /** The line is set narrower where it would be longer. */
  maxWidth?: number | undefined;
}

const pointMm = 25.4 / 72;

/** Collects the shapes of an office paper: a job ticket, a proof. Millimetres from the top left corner. */
export class OfficePage {
  readonly shapes: Shape[] = [];
  readonly #fonts: Fonts;

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  fill(ink: InkName, x: number, y: number, width: number, height: number): void {
    this.shapes.push({
      kind: 'outline',
      part: 'ground',
      ink,
      path: rectanglePath(x, y, width, height),
    });
  }

  /** An empty box to write or sign in, with what belongs there above its foot. */
  frame(x: number, y: number, width: number, height: number): void {
    const line = 0.25;
    this.fill('key', x, y, width, line);
    this.fill('key', x, y + height - line, width, line);
    this.fill('key', x, y, line, height);
    this.fill('key', x + width - line, y, line, height);
  }

  text(
    content: string,
    { x, y, points, weight = 500, ink = 'key', align = 'left', maxWidth }: TextAt,
  ): void {
    const face = this.#fonts.typeface(weight);
    const run = shapeAll(face, content);
    const wanted = (points * pointMm) / face.unitsPerEm;
    const unitMm = maxWidth === undefined ? wanted : Math.min(wanted, maxWidth / run.advance);
    const from = align === 'right' ? x - run.advance * unitMm : x;
    this.shapes.push(setLine(run, { x: from, baseline: y, unitMm, ink, part: 'text' }));
  }

  /** Boxes for the signatures that a proof needs before anything is printed. */
  signatures(
    titles: readonly string[],
    at: { x: number; y: number; width: number; height: number },
    foot = 'नाम, पदनाम, हस्ताक्षर, दिनांक',
  ): void {
    const gap = 4;
    const width = (at.width - gap * (titles.length - 1)) / titles.length;
    for (const [index, title] of titles.entries()) {
      const x = at.x + index * (width + gap);
      this.frame(x, at.y, width, at.height);
      this.text(title, {
        x: x + 2,
        y: at.y + 4.4,
        points: 8,
        weight: 700,
        ink: 'navy',
        maxWidth: width - 4,
      });
      this.text(foot, { x: x + 2, y: at.y + at.height - 2, points: 7, maxWidth: width - 4 });
    }
  }
}

/** A4 upright. */
export const ticketLeft = 12;
export const ticketRight = a4.width - 12;

/** The navy band at the head of each page of a job ticket. */
export function ticketHead(
  page: OfficePage,
  campaign: Campaign,
  head: { title: string; points: number; subtitle: string; maxWidth?: number },
): void {
  const { title, points, subtitle, maxWidth } = head;
  const right = { x: ticketRight, ink: 'paper', align: 'right' } as const;
  page.fill('navy', 0, 0, a4.width, 25);
  page.text(title, { x: ticketLeft, y: 12, points, weight: 800, ink: 'paper', maxWidth });
  page.text(subtitle, { x: ticketLeft, y: 20, points: 12, ink: 'marigold', maxWidth });
  page.text('JOB TICKET', { ...right, y: 12, points: 11 });
  page.text(`v${campaign.version}  ${campaign.versionDate}`, { ...right, y: 20, points: 9 });
}
