import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { onPanels, type Rule } from './rule.ts';

/** Every mark carries the tag of a part of its side: nothing is there that no template put there. */
export const knownParts: Rule = {
  id: 'parts',
  check: (press) =>
    onPanels(press, ({ marks, side }) => {
      const known = press.expected.sides[side]?.parts;
      const strange = new Set(marks.map(({ part }) => part).filter((part) => !known?.has(part)));
      return [...strange].map((part) => ({
        expected: phrases.knownParts,
        found: part === null ? phrases.untagged : phrases.part(part),
      }));
    }),
};
