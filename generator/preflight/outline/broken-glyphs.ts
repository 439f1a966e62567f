import type { Path } from '../../layout/path.ts';
import type { Mark } from '../reader/content.ts';
import { contours, type Edges, measureEdges, unite } from '../reader/geometry.ts';
import type { ReadFont } from './letters.ts';

/** A glyph that says that shaping failed. */
export interface BrokenGlyph {
  readonly name: string;
  readonly outlines: readonly Edges[];
}

/**
 * The dotted circle, which HarfBuzz puts under a matra without a letter, and .notdef, which stands for an imprint that the
 * font lacks. Both have so many outlines that nothing else looks like them.
 */
export function brokenGlyphs(font: ReadFont): BrokenGlyph[] {
  return [
    { name: 'dotted circle (U+25CC)', outlines: toBoxes(font.glyph(font.numberOf('\u25CC'))) },
    { name: '.notdef', outlines: toBoxes(font.glyph(0)) },
  ];
}

/** Share of the glyph's height by which an outline may be elsewhere: what rounding does to small letters. */
const tolerance = 0.02;

/** Names of the broken glyphs that a mark draws, at whatever size. A code's modules are no letters. */
export function findBroken(mark: Mark, glyphs: readonly BrokenGlyph[]): string[] {
  if (mark.part === 'qr') return [];
  const found = contours(mark.path).flatMap((path) => measureEdges(path) ?? []);
  const names = new Set<string>();
  for (const { name, outlines } of glyphs) {
    for (let from = 0; from + outlines.length <= found.length; from += 1) {
      if (isSame(found.slice(from, from + outlines.length), outlines)) names.add(name);
    }
  }
  return [...names];
}

function isSame(found: readonly Edges[], wanted: readonly Edges[]): boolean {
  const a = unite(found);
  const b = unite(wanted);
  if (a === undefined || b === undefined) return false;
  const scale = (a.bottom - a.top) / (b.bottom - b.top);
  const limit = tolerance * (a.bottom - a.top);
  return found.every((edges, index) => {
    const other = wanted[index] as Edges;
    return (
      Math.abs(edges.left - a.left - (other.left - b.left) * scale) <= limit &&
      Math.abs(edges.right - a.left - (other.right - b.left) * scale) <= limit &&
      Math.abs(edges.top - a.top - (other.top - b.top) * scale) <= limit &&
      Math.abs(edges.bottom - a.top - (other.bottom - b.top) * scale) <= limit
    );
  });
}

/** Boxes of a glyph's outlines, y downwards as on a page. */
function toBoxes(glyph: Path): Edges[] {
  return contours(glyph).flatMap((path) => {
    const edges = measureEdges(path);
    if (edges === undefined) return [];
    const { left, top, right, bottom } = edges;
    return [{ left, right, top: -bottom, bottom: -top }];
  });
}
