import type { SocialSurface } from '../../../campaigns/channels/social/social.ts';
import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { LaidOut, Shape } from '../../layout/drawing.ts';
import { LayoutError } from '../../layout/layout-error.ts';
import { subunits } from '../../layout/typeface.ts';
import { createPreviewer } from '../../preview/previewer.ts';

type Frame = Pick<SocialSurface, 'px' | 'safe' | 'maxBytes'>;

/** The whole card, then smaller ones. */
export type CardPictures = readonly [whole: Buffer, ...smaller: Buffer[]];

/** Width of the small picture on the page of cards. */
export const thumbnailPx = 360;

/**
 * Draws cards that share a layout: the whole one first, then one of each further width.
 * @throws when a text or code leaves the safe middle, or the file is too large
 */
export function createCardRenderer(
  layout: LaidOut,
  frame: Frame,
  widthsPx: readonly number[] = [],
): (stamped: readonly Shape[], name: string) => CardPictures {
  const previewer = createPreviewer(
    {
      format: { trimMm: frame.px, bleedMm: 0, safeMm: 0, unitsPerMm: 1 },
      previewWidthsPx: [frame.px.width, ...widthsPx],
    },
    layout,
  );
  return (stamped, name) => {
    const [out] = findOutside([...layout.shapes, ...stamped], frame);
    if (out !== undefined) {
      throw new LayoutError(
        phrases.withinMiddle(name, frame.safe),
        phrases.standsAt(out.part, out.edges),
      );
    }
    const [whole, ...smaller] = previewer.render(stamped).map(({ png }) => png);
    const bytes = whole?.length ?? 0;
    if (whole === undefined || bytes > frame.maxBytes)
      throw new LayoutError(`at most ${frame.maxBytes} bytes for ${name}`, `${bytes}`);
    return [whole, ...smaller];
  };
}

/** Texts and codes whose ink leaves the middle of the card, with their edges: left, top, right, bottom. */
export function findOutside(
  shapes: readonly Shape[],
  { px, safe }: Pick<Frame, 'px' | 'safe'>,
): { part: string; edges: number[] }[] {
  const x = (px.width - safe.width) / 2;
  const y = (px.height - safe.height) / 2;
  return shapes.flatMap((shape) => {
    const edges = measureEdges(shape);
    if (edges === undefined) return [];
    const [left, top, right, bottom] = edges;
    const inside =
      left >= x - 0.5 &&
      top >= y - 0.5 &&
      right <= x + safe.width + 0.5 &&
      bottom <= y + safe.height + 0.5;
    return inside ? [] : [{ part: shape.part, edges: edges.map(Math.round) }];
  });
}

type Edges = [left: number, top: number, right: number, bottom: number];

function measureEdges(shape: Shape): Edges | undefined {
  if (shape.kind === 'line') {
    const [a, , , , e, f] = shape.matrix;
    const { left, right, above, below } = shape.run.ink;
    const unit = a * subunits;
    return [e + left * unit, f - above * unit, e + right * unit, f + below * unit];
  }
  if (shape.kind === 'modules') {
    const [a, , , d, e, f] = shape.matrix;
    return [e, f, e + a * shape.qr.size, f + d * shape.qr.size];
  }
  return undefined;
}
