import type { Ink, InkName } from '../ink/palette.ts';
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

/** A card is a line around it: white on white would be no card, and black is left to what is to be done. */
function frame(card: Extract<Node, { kind: 'box' }>): Node {
  const { width, height } = card.style;
  if (width === undefined || height === undefined)
    throw new Error('Expected a card with width and height');
  const corners = Object.entries(card.style)
    .filter(([name]) => name.endsWith('Radius'))
    .map(([name, value]) => [name, Math.max(0, Number(value) - lineMm)]);
  const inner = row({
    ...Object.fromEntries(corners),
    ...{ position: 'absolute', left: lineMm, top: lineMm, ground: 'paper', part: 'card' },
    ...{ width: width - 2 * lineMm, height: height - 2 * lineMm },
  });
  return { ...card, ground: 'key', children: [inner] };
}

const lineMm = 0.5;

function recolour(node: Node): Node {
  switch (node.kind) {
    case 'box': {
      const { ground, children } = node;
      if (node.part === 'card') return frame(node);
      const own = ground === undefined ? {} : { ground: toKey[ground] };
      return { ...node, ...own, children: children.map(recolour) };
    }
    case 'text':
    case 'icon':
      return { ...node, ink: node.part === 'answer' ? 'key' : toKey[node.ink] };
    case 'emblem':
      return { ...node, inKey: true };
    case 'slot':
      return node;
  }
}
