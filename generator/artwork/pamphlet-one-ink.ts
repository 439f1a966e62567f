import type { InkName } from '../ink/palette.ts';
import { type Node, row } from '../layout/node.ts';
import type { Artwork, Page } from './artwork.ts';
import { pamphlet } from './pamphlet.ts';

/** Replacement of each ink where only key is printed: fields of colour stay white, so that a copier has little to fill. */
const toKey: Record<InkName, InkName> = {
  navy: 'key',
  red: 'key',
  marigold: 'paper',
  paper: 'paper',
  key: 'key',
  mist: 'paper',
  steel: 'key',
};

/** The pamphlet for photocopiers and one-colour presses: the same sides in key alone. */
export const pamphletOneInk: Artwork = asOneInk(pamphlet);

export function asOneInk(artwork: Artwork): Artwork {
  return {
    ...artwork,
    id: 'pamphlet-one-ink',
    source: 'artwork/pamphlet-one-ink.ts',
    onDemand: true,
    pages: artwork.pages.map(inOneInk),
  };
}

function inOneInk(page: Page): Page {
  return {
    ...page,
    tree: (kit) => recolour(page.tree(kit)),
    stamp: (slots, imprint, kit) =>
      page
        .stamp(slots, imprint, kit)
        // The address is on the building, which stays black.
        .map((shape) => ({ ...shape, ink: shape.part === 'link' ? shape.ink : 'key' })),
  };
}

/** A field of colour is white, with a rule where it begins under another and where another begins under it. */
function toRules(field: Extract<Node, { kind: 'box' }>): Node {
  const { top = 0, height = 0, left = 0, width = 0 } = field.style;
  const inset = marginMm - left;
  const rule = (at: number) =>
    row({
      position: 'absolute',
      left: inset,
      top: at,
      width: width - 2 * inset,
      height: field.ground === 'navy' ? footRuleMm : ruleMm,
      ground: 'key',
    });
  const ends = top + height < pamphlet.format.trimMm.height;
  const rules = [...(top > 0 ? [rule(0)] : []), ...(ends ? [rule(height)] : [])];
  return { ...field, ground: 'paper', children: rules };
}

const ruleMm = 0.4;
const footRuleMm = 1.1;
/** A copier prints nothing at the paper's edge. */
const marginMm = 8;

/** A card is a line around it, a heavy one where it was filled: only the button stays black. */
function frame(card: Extract<Node, { kind: 'box' }>): Node {
  const { width, height } = card.style;
  const lineMm = card.ground === 'paper' ? 0.4 : 0.8;
  if (width === undefined || height === undefined)
    throw new Error('Expected a card with width and height');
  const corners = Object.entries(card.style)
    .filter(([name]) => name.endsWith('Radius'))
    .map(([name, value]) => [name, Math.max(0, Number(value) - lineMm)]);
  const inner = row({
    ...Object.fromEntries(corners),
    position: 'absolute',
    left: lineMm,
    top: lineMm,
    ground: 'paper',
    part: 'card',
    width: width - 2 * lineMm,
    height: height - 2 * lineMm,
  });
  return { ...card, ground: 'key', children: [inner] };
}

/** Texts that are light on a field of colour. */
const onWhite: ReadonlySet<string> = new Set(['help-line', 'warning', 'answer']);

function recolour(node: Node): Node {
  switch (node.kind) {
    case 'box': {
      const { ground, children } = node;
      if (node.part === 'card') return frame(node);
      if (node.part === 'ground' && ground !== 'paper' && node.style.borderRadius === undefined)
        return toRules(node);
      const own = ground === undefined ? {} : { ground: toKey[ground] };
      return { ...node, ...own, children: children.map(recolour) };
    }
    case 'text':
    case 'icon':
      return { ...node, ink: onWhite.has(node.part) ? 'key' : toKey[node.ink] };
    case 'emblem':
      return { ...node, inKey: true };
    case 'slot':
      return node;
  }
}
