import type { Ink, InkName } from '../ink/palette.ts';
import type { Node } from '../layout/node.ts';
import type { Artwork, Page } from './artwork.ts';
import { pamphlet } from './pamphlet.ts';
import { block } from './typeset.ts';

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
export const pamphletOneInk: Artwork = {
  ...pamphlet,
  id: 'pamphlet-one-ink',
  source: 'artwork/pamphlet-one-ink.ts',
  onDemand: true,
  pages: pamphlet.pages.map(inOneInk),
};

function inOneInk(page: Page): Page {
  return {
    ...page,
    tree: (kit) => recolour(page.tree(kit)),
    stamp: (slots, imprint, kit) =>
      page.stamp(slots, imprint, kit).map((shape) => ({ ...shape, ink: toOneInk(shape.ink) })),
  };
}

function toOneInk(ink: Ink): Ink {
  return typeof ink === 'string' ? toKey[ink] : ink;
}

/** A card behind a question is a line around it: white on white would be no card. */
function frame(card: Extract<Node, { kind: 'box' }>): Node {
  const { width, height, borderRadius } = card.style as Record<string, number>;
  if (width === undefined || height === undefined || borderRadius === undefined)
    throw new Error('Expected a card with width, height and round corners');
  const inner = {
    left: lineMm,
    top: lineMm,
    width: width - 2 * lineMm,
    height: height - 2 * lineMm,
  };
  return {
    ...card,
    ground: 'key',
    children: [block('paper', { ...inner, radius: borderRadius - lineMm }, 'card')],
  };
}

const lineMm = 0.5;

function recolour(node: Node): Node {
  switch (node.kind) {
    case 'box': {
      const { ground, children } = node;
      if (node.part === 'card' && children.length === 0) return frame(node);
      const own = ground === undefined ? {} : { ground: toKey[ground] };
      return { ...node, ...own, children: children.map(recolour) };
    }
    case 'text':
    case 'icon':
      return { ...node, ink: toKey[node.ink] };
    case 'emblem':
      return { ...node, inKey: true };
    case 'slot':
      return node;
  }
}
