/**
 * Characters that nobody sees and that change what others read: controls, turns of the reading direction, invisible
 * fillers. Joiners stay, which Indian scripts need, and selectors of a letter's shape.
 */
const hidden =
  /[\p{Cc}\p{Bidi_Control}\u2028\u2029]|(?!\u200c|\u200d|[\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/u;
const unseen = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Text on one line, without a character that nobody sees. */
export function isLine(text: string): boolean {
  return !hidden.test(text);
}

/** The same on several lines. */
export function isParagraph(text: string): boolean {
  return isLine(text.replace(/\r\n|[\n\t]/g, ' '));
}

/** Whether there is nothing to be seen of a text. */
export function isBlank(text: string): boolean {
  return unseen.test(text);
}

/** Text on one line, without what `isLine` refuses. */
export function toLine(text: string): string {
  return [...text].filter((character) => isLine(character)).join('');
}

const letters = new Intl.Segmenter('hi', { granularity: 'grapheme' });
/** Letters as they are read: with its signs each is one. */
export const countLetters = (text: string) => [...letters.segment(text)].length;
