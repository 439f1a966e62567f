import { variableMark } from './variable-mark.ts';

/** A text as a phone takes links and numbers out of it, with the place of each of its units in the text itself. */
export interface FoldedText {
  text: string;
  /** Place in the text itself, in UTF-16 units, of a place in the folded one. */
  at: (index: number) => number;
}

/** Placeholder of a variable: part of no word, and no blank. */
export const variableSign = '\uFFFC';

const fullStops = /[\u3002\uFF0E\uFF61\u2024]/;
const digit = /\p{Nd}/u;

/** Digits of every script as 0–9, wide and mathematical letters as plain ones, each variable as one sign. */
export function foldText(text: string): FoldedText {
  const places: number[] = [];
  let folded = '';
  const add = (piece: string, at: number) => {
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) places.push(at);
  };
  let at = 0;
  const marks = [...text.matchAll(variableMark)];
  for (const { index, 0: mark } of marks) {
    foldPiece(text.slice(at, index), at, add);
    add(variableSign, index);
    at = index + mark.length;
  }
  foldPiece(text.slice(at), at, add);
  return { text: folded, at: (index) => places[index] ?? text.length };
}

function foldPiece(piece: string, from: number, add: (piece: string, at: number) => void): void {
  let at = from;
  for (const character of piece) {
    add(foldCharacter(character), at);
    at += character.length;
  }
}

/** One character: a digit of any script as 0–9, a wide or mathematical letter as the plain one. */
export function foldCharacter(character: string): string {
  if (character < '\u0080') return character;
  if (fullStops.test(character)) return '.';
  if (digit.test(character)) return String(digitValue(character));
  // A separate mark would change its place.
  return /\p{M}/u.test(character) ? character : character.normalize('NFKC');
}

/** Unicode lists decimal digits in unbroken rows of ten, each from zero. */
function digitValue(character: string): number {
  let value = 0;
  const code = character.codePointAt(0) ?? 0;
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

/** A pattern in Hindi that finds its words with either nasal sign and without the dots below, as people type them. */
export function anySpelling(pattern: string): string {
  return pattern.normalize('NFC').replaceAll(/\[[^[\]]*\]|[ँं]|़(?!\??\)?\?)/g, (found) => {
    if (found === '़') return '़?';
    if (!found.startsWith('[')) return '[ँं]';
    const letters = found.replaceAll('़', '').replace(/[ँं]/, 'ँं');
    return found.includes('़') ? `(?:${letters}़?)` : letters;
  });
}

/** Signs, and in the same order the letters that they stand for. */
const standIns = { signs: '01345@$!', letters: 'oieasasi' };
/** Letters one by one, with dots between, or blanks in Latin; words of one letter are common in Hindi. */
const apart =
  /(?<![\p{L}\p{M}\p{N}])(?:(?:[a-z][ .]{1,2}){2,30}[a-z]|(?:\p{L}\p{M}*\.){2,30}\p{L}\p{M}*)(?![\p{L}\p{M}\p{N}])/giu;

/** A text with its words as they are read where signs stand for letters, or letters stand apart; places stay. */
export function spellOut(text: string): string {
  return text
    .replaceAll(apart, (found) => found.replaceAll(/[ .]/g, '').padEnd(found.length))
    .replaceAll(
      /(?<=[a-z])[01345@$!](?=[a-z])/gi,
      (sign) => standIns.letters[standIns.signs.indexOf(sign)] ?? sign,
    );
}

/** Words found in what `spellOut` made of a text, as they are typed there. */
export function asTyped(text: string, found: string, at: number): string {
  if (!spellOut(text).startsWith(found, at)) return found;
  let end = at + found.length;
  for (const { index, 0: letters } of text.matchAll(apart)) {
    if (index < end && end < index + letters.length) end = index + letters.length;
  }
  return text.slice(at, end);
}

/** The text with everything between the places blanked out, so that nothing is found there twice. */
export function blankOut(text: string, ranges: readonly { from: number; to: number }[]): string {
  let blanked = text;
  for (const { from, to } of ranges) {
    blanked = blanked.slice(0, from) + ' '.repeat(to - from) + blanked.slice(to);
  }
  return blanked;
}
