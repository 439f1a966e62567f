import { alphabet, codeLength, normalizeCode, parseCode } from './short-code.ts';

/** Symbols behind a blast's code that say to which class of its recipients a link went. */
export const markLength = 2;

/** Used in previews, tests and the measure of a text; no class has it, so that trying a link does not count. */
export const sampleMark = alphabet.slice(-1).repeat(markLength);

/** A code and its mark, from what follows `/q/`; the mark is empty where none is there. */
export function splitClassLink(typed: string): { code: string; mark: string } {
  const symbols = normalizeCode(typed);
  const code = symbols.slice(0, codeLength);
  const mark = symbols.slice(codeLength);
  const isMark = mark.length === markLength && [...mark].every((one) => alphabet.includes(one));
  return isMark && parseCode(code).kind === 'valid' ? { code, mark } : { code: typed, mark: '' };
}
