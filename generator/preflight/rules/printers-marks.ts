import { expectedPages, printersParts } from '../panel.ts';
import type { Mark } from '../reader/content.ts';
import { intersect } from '../reader/geometry.ts';
import { type Deviation, onPages, type Rule } from './rule.ts';

/**
 * Cut marks are on all plates, nothing strikes the slug, and an imposed sheet has register marks in every margin and a
 * colour bar.
 */
export const printersMarks: Rule = {
  id: 'printers-marks',
  check(press) {
    if (press.expected.artwork.placed === true) return noMarks(press);
    const sheets = expectedPages(press.expected);
    return onPages(press, ({ marks, trimMm }, index) => {
      const own = marks.filter(({ part }) => part === 'marks');
      const slugs = marks.filter(({ part }) => part === 'slug');
      const deviations: Deviation[] = [];
      const struck = slugs.some((slug) =>
        own.some((mark) => intersect(slug.edges, mark.edges) !== undefined),
      );
      if (struck)
        deviations.push({ expected: 'a slug clear of marks', found: 'a mark through it' });
      const onAll = own.filter(isOnAllPlates);
      const margins: [string, (mark: Mark) => boolean][] = [
        ['left', ({ edges }) => edges.right < 0],
        ['right', ({ edges }) => edges.left > trimMm.width],
        ['upper', ({ edges }) => edges.bottom < 0],
        ['lower', ({ edges }) => edges.top > trimMm.height],
      ];
      const isSheet = sheets[index]?.pages === 2;
      for (const [name, isThere] of margins) {
        const there = onAll.filter(isThere);
        const isWhole = isSheet ? there.some(isRound) : there.length > 0;
        if (!isWhole) {
          const what = isSheet ? 'a register mark' : 'cut marks';
          deviations.push({
            expected: `${what} on all plates in the ${name} margin`,
            found: 'none',
          });
        }
      }
      const inks = new Set(own.map((mark) => mark.inks?.join(' ')));
      if (isSheet && inks.size < patches)
        deviations.push({ expected: 'a colour bar', found: `marks in ${inks.size} inks` });
      return deviations;
    });
  },
};

/** A file that is placed into somebody else's page at its own size must have no marks. */
function noMarks(press: Parameters<Rule['check']>[0]): Deviation[] {
  return onPages(press, ({ marks }) =>
    marks.some(({ part }) => printersParts.has(part))
      ? [{ expected: 'no marks and no slug in a placed file', found: 'some' }]
      : [],
  );
}

/** Solids, half tones, overprints and the artwork's own inks, beside the marks' four plates. */
const patches = 12;

function isOnAllPlates({ inks }: Mark): boolean {
  return inks?.every((ink) => ink === 1) === true;
}

function isRound({ path }: Mark): boolean {
  return path.ops.includes('C');
}
