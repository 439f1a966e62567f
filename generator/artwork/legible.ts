import { letterClass, scriptNames } from '../../campaigns/typesetting/scripts.ts';

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
