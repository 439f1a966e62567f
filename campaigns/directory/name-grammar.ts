import { foldText } from '../press-notes/normalise.ts';
import type { NameFaultCode } from './name-check.ts';
import { soundKey } from './sound-key.ts';
import type { Station } from './station.ts';

// A station's name is its kind and a name, with at most one number, of a sector or a phase: no sentence about somebody.

/** जी.आर.पी. पं. दीन दयाल उपाध्याय जंक्शन are six. */
export const mostNameWords = 7;
const numbers = /[0-9०-९]+/g;
const longestNumber = 3;

const nameless = new Set(
  `पुत्र पुत्री पत्नी पति पिता माता बेटा बेटी पुत्रवधू बहू विधवा भाई बहन निवासी निवासिनी उर्फ वल्द आत्मज पीड़ित पीड़िता पीड़िताएँ आरोपी आरोपित अभियुक्त
   अभियुक्ता वादी वादिनी मृतक मृतका आवेदक आवेदिका गवाह वर्ष वर्षीय वर्षीया साल उम्र आयु नाबालिग बालिग किशोर किशोरी मोबाइल फ़ोन मो नंबर आधार दुष्कर्म बलात्कार
   रेप यौन अपहरण छेड़छाड़ हत्या
   son daughter wife husband father mother widow brother sister resident alias victim accused complainant deceased witness year years
   old aged age minor juvenile mobile phone number rape raped sexual kidnapped murder putra putri patni niwasi urf peedita pidita`
    .split(/\s+/)
    .map(fold),
);

/** The first rule of the grammar that a name breaks, or null. */
export function checkNameGrammar(name: string): NameFaultCode | null {
  if (name.split(/[ -]+/).length > mostNameWords) return 'name-words';
  const found = name.match(numbers) ?? [];
  if (found.length > 1 || found.some((number) => number.length > longestNumber))
    return 'name-number';
  const words = name.split(/[ .()-]+/);
  return words.some((word) => nameless.has(fold(word))) ? 'name-person' : null;
}

function fold(text: string): string {
  return foldText(text).text;
}

/**
 * Whether a new name only spells the earlier one otherwise: the same letters but for nukta, vowel signs, hyphens and spaces, or
 * what the directory's name in the other script sounds like.
 */
export function isSpelling(
  before: Pick<Station, 'nameHi' | 'nameEn'>,
  after: Pick<Station, 'nameHi' | 'nameEn'>,
): boolean {
  return (
    (bareLetters(before.nameHi) === bareLetters(after.nameHi) ||
      sound(before.nameEn) === sound(after.nameHi)) &&
    [before.nameEn, before.nameHi].some((name) => sound(name) === sound(after.nameEn))
  );
}

/** Letters and figures as they are compared: without nukta, vowel signs, hyphens and spaces. */
export function bareLetters(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}

function sound(name: string): string {
  return soundKey(name.replace(/[^\p{L}\p{M}\p{N}]/gu, ''));
}
