import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { Mark } from '../reader/content.ts';
import { covers, type Edges, grow, intersect, touches } from '../reader/geometry.ts';
import { quietModules } from '../render/code.ts';
import { type Deviation, onCodes, type Rule } from './rule.ts';

/** Grey from which a pixel of the quiet zone counts as white. */
const whiteGrey = 250;

/**
 * Four modules around each code are free (ISO/IEC 18004): nothing with ink is there above the white ground, nothing
 * at all is painted over the code, and the rendered pixels are white.
 */
export const quietZone: Rule = {
  id: 'quiet-zone',
  check(press) {
    return onCodes(press, ({ page, mark, clear, moduleMm, quietGrey }) => {
      const deviations: Deviation[] = [];
      const marks = press.pages[page]?.marks ?? [];
      // The edge of a ground may run along the zone's; a hundredth of a module is no mark in it.
      const zone = grow(clear, -moduleMm / 100);
      const at = marks.indexOf(mark);
      const ground = marks
        .slice(0, at)
        .findLastIndex((each) => isPaper(each) && covers(each.path, zone));
      for (const part of partsIn(marks.slice(ground + 1, at).filter(hasInk), zone)) {
        deviations.push({
          expected: phrases.freeModules(quietModules),
          found: phrases.part(part),
        });
      }
      for (const part of partsIn(marks.slice(at + 1), zone)) {
        deviations.push({ expected: phrases.nothingOverCode, found: phrases.part(part) });
      }
      if (quietGrey < whiteGrey) {
        deviations.push({
          expected: phrases.whiteQuietZone,
          found: phrases.grey(quietGrey),
        });
      }
      return deviations;
    });
  },
};

function partsIn(marks: readonly Mark[], zone: Edges): Set<string> {
  const over = marks.filter(
    ({ edges, path, paint }) =>
      intersect(edges, zone) !== undefined && (paint === 'stroke' || touches(path, zone)),
  );
  return new Set(over.map(({ part }) => part ?? 'an untagged mark'));
}

function isPaper({ paint, inks }: Mark): boolean {
  return paint === 'fill' && inks !== null && inks.every((ink) => ink === 0);
}

function hasInk({ inks }: Mark): boolean {
  return inks === null || inks.some((ink) => ink > 0);
}
