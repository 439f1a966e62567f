import { letterClass, scriptNames } from '../../campaigns/languages/typesetting/scripts.ts';
import { type ReadDistance, type ReadPart, readParts } from '../../campaigns/manifest.ts';
import type { Node, TextNode } from '../layout/node.ts';
import { leastOfLong } from '../layout/text-fit.ts';
import type { Artwork, Kit } from './artwork.ts';

/** Least visual angle of a letter's height (NUREG-0700 rev. 3, 12.1.1: 15 minutes of arc, 20 preferred). */
const leastMinutes = 15;

/** Devanagari asks for larger letters than Latin at one distance (Indian J Ophthalmol 2018;66:641); so do its sisters here. */
const sizeOfScript = 1.32;

const indianLetters = new RegExp(`[${letterClass(scriptNames)}]`, 'u');

/** Height of a text's letters in those of Devanagari that are read as well; numbers alone are as high as these. */
export function scriptShare(text: string): number {
  const isIndian = indianLetters.test(text);
  return !isIndian && /\p{Script=Latin}/u.test(text) ? 1 / sizeOfScript : 1;
}

/** Height that a metre of distance asks for; letters are measured from baseline to shirorekha or of a capital. */
function mmPerMetre(text: string): number {
  const ofDevanagari = 1000 * Math.tan(((leastMinutes / 60) * Math.PI) / 180) * sizeOfScript;
  return ofDevanagari * scriptShare(text);
}

/** Least height of a text that is to be read from so far. */
export function legibleMm(text: string, metres: number): number {
  return metres * mmPerMetre(text);
}

/** From how far a text of this height is read. */
export function readableM(text: string, heightMm: number): number {
  return heightMm / mmPerMetre(text);
}

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
      const metres = (heightMm: number) => round(readableM('क', heightMm));
      const leastMetres = metres(leastOfLong(grid, 2));
      return [{ part, metres: metres(grid.idealHeightMm), leastMetres }];
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
