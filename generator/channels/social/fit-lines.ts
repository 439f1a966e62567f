import { untied } from '../../../campaigns/channels/social/post-words.ts';
import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { Kit } from '../../artwork/artwork.ts';
import { inkUnits, lineAt } from '../../artwork/typeset.ts';
import type { InkName } from '../../ink/palette.ts';
import { LayoutError } from '../../layout/layout-error.ts';
import type { Node, Weight } from '../../layout/node.ts';

export interface LinesBox {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Letters are no higher than this. */
  most: number;
  maxLines: number;
  /** Between the inks of two lines, in heights of a letter. */
  gap?: number;
  /** Least factor by which another line must enlarge the letters to be worth it. */
  worthALine?: number;
  weight?: Weight;
  ink: InkName;
  part: string;
}

/** `bottom`: of the last line's ink. */
export interface FittedLines {
  nodes: Node[];
  bottom: number;
}

/**
 * A text in a box, broken at the spaces that make its letters largest. All lines have one pitch, so that their
 * shirorekhas keep a rhythm.
 */
export function fitLines(kit: Kit, text: string, box: LinesBox): FittedLines {
  const { left, top, width, height, most, maxLines, gap = 0.14, worthALine = 1.06 } = box;
  const { weight = 800, ink, part } = box;
  let best: { lines: readonly string[]; size: number; pitch: number; widest: number } | undefined;
  for (const lines of breaks(text.split(' '), maxLines)) {
    const inks = lines.map((line) => inkUnits(kit, line, weight));
    const pitch =
      lines.length === 1
        ? 0
        : Math.max(
            leastPitch,
            ...inks.slice(1).map((own, at) => (inks[at]?.below ?? 0) + gap + own.above),
          );
    const whole = (inks[0]?.above ?? 0) + pitch * (lines.length - 1) + (inks.at(-1)?.below ?? 0);
    const size = Math.min(most, height / whole, ...inks.map((own) => width / own.width));
    const widest = Math.max(...inks.map((own) => own.width));
    // Fewer lines where it makes little difference, then lines of like width.
    const isLarger =
      size > (best?.size ?? 0) * (lines.length === best?.lines.length ? 1.02 : worthALine);
    const isEvener =
      best !== undefined &&
      size > best.size * 0.98 &&
      lines.length === best.lines.length &&
      widest < best.widest;
    if (best === undefined || isLarger || isEvener) best = { lines, size, pitch, widest };
  }
  if (best === undefined) throw new LayoutError('words for `text`', phrases.quoted(text));
  const { lines, size, pitch } = best;
  const above = inkUnits(kit, lines[0] ?? '', weight).above * size;
  const below = inkUnits(kit, lines.at(-1) ?? '', weight).below * size;
  return {
    nodes: lines.map((line, at) =>
      lineAt(kit, line, {
        x: left,
        baseline: top + above + at * pitch * size,
        heightMm: size,
        weight,
        ink,
        part,
      }),
    ),
    bottom: top + above + pitch * size * (lines.length - 1) + below,
  };
}

/** From baseline to baseline in heights of a letter, where nothing hangs below a Latin line. */
const leastPitch = 1.5;

/** All ways to set words on at most `most` lines, the fewest first. */
function breaks(words: readonly string[], most: number): string[][] {
  const found: string[][] = [[words.map(untied).join(' ')]];
  if (most === 1) return found;
  for (let at = 1; at < words.length; at += 1) {
    const first = words.slice(0, at).map(untied).join(' ');
    for (const rest of breaks(words.slice(at), most - 1)) found.push([first, ...rest]);
  }
  return found.sort((a, b) => a.length - b.length);
}
