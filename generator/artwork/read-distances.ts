import { type ReadDistance, type ReadPart, readParts } from '../../campaigns/manifest.ts';
import type { Node, TextNode } from '../layout/node.ts';
import { twoLineShare } from '../layout/text-fit.ts';
import type { Artwork, Kit } from './artwork.ts';
import { readableM } from './legible.ts';

/** From how far each text of an artwork is read, by the heights that it has and, of what a station adds, may have at least. */
export function listReadDistances(artwork: Artwork, kit: Kit): ReadDistance[] {
  const texts = artwork.pages.flatMap((page) => listTexts(page.tree(kit)));
  const distances = texts.map((node) => ({ part: node.part, metres: readsFrom(node, kit) }));
  const least = (of: readonly { metres: number }[]) => Math.min(...of.map(({ metres }) => metres));
  const { district } = artwork.limits.readFromM;
  const grid = artwork.pages.find(({ name }) => name !== undefined)?.name;
  const found = (part: ReadPart): ReadDistance[] => {
    if (part === 'smallest') return [{ part, metres: round(least(distances)), leastMetres: null }];
    if (part === 'name' && grid !== undefined) {
      const { idealHeightMm, minHeightMm } = grid;
      const metres = (heightMm: number) => round(readableM('क', heightMm));
      const leastMetres = metres(minHeightMm * twoLineShare);
      return [{ part, metres: metres(idealHeightMm), leastMetres }];
    }
    // Stamped, and held to this by preflight.
    if (part === 'district' && district !== undefined)
      return [{ part, metres: round(district), leastMetres: null }];
    const own = distances.filter((each) => each.part === part);
    return own.length === 0 ? [] : [{ part, metres: round(least(own)), leastMetres: null }];
  };
  return readParts.flatMap(found);
}

function listTexts(node: Node): TextNode[] {
  if (node.kind === 'text') return [node];
  return node.kind === 'box' ? node.children.flatMap(listTexts) : [];
}

function readsFrom({ text, sizeMm, weight }: TextNode, { fonts }: Kit): number {
  const { shirorekha, unitsPerEm } = fonts.typeface(weight);
  return readableM(text, (sizeMm * shirorekha) / unitsPerEm);
}

/** Down to tenths, from ten metres on to whole ones: nobody is promised more. */
function round(metres: number): number {
  return metres >= 10 ? Math.floor(metres) : Math.floor(metres * 10) / 10;
}
