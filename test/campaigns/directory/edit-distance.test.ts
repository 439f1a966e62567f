import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits } from '../../../campaigns/directory/edit-distance.ts';

/** The textbook recursion, slow and plain, against which the fast one is held. */
function plainDistance(from: string, to: string): number {
  if (from === '' || to === '') return from.length + to.length;
  const same = from.at(-1) === to.at(-1);
  let best = Math.min(
    plainDistance(from.slice(0, -1), to) + 1,
    plainDistance(from, to.slice(0, -1)) + 1,
    plainDistance(from.slice(0, -1), to.slice(0, -1)) + (same ? 0 : 1),
  );
  if (from.length > 1 && to.length > 1 && from.at(-1) === to.at(-2) && from.at(-2) === to.at(-1)) {
    best = Math.min(best, plainDistance(from.slice(0, -2), to.slice(0, -2)) + 1);
  }
  return best;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('edit distance', () => {
  it.each([
    ['kutuli', 'kutuli', 0],
    ['kutuli', 'kutli', 1],
    ['kutuli', 'ktuuli', 1],
    ['hjrtgnj', 'hjtrgnj', 1],
    ['', 'ab', 2],
    ['abc', 'xyz', 3],
  ])('counts from %s to %s %i', (from, to, count) => {
    expect(edits(from, to, 3).whole).toBe(count);
  });

  it('counts as the plain recursion does, up to the most that is asked for', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 4 }), (from, to, most) => {
        expect(edits(from, to, most).whole).toBe(Math.min(plainDistance(from, to), most + 1));
      }),
    );
  });

  it('measures a beginning against the nearest beginning of the other word', () => {
    fc.assert(
      fc.property(word, word, (from, to) => {
        const starts = Array.from({ length: to.length + 1 }, (_, end) => to.slice(0, end));
        const nearest = Math.min(...starts.map((start) => plainDistance(from, start)));
        expect(edits(from, to, 3).start).toBe(Math.min(nearest, 4));
      }),
    );
  });
});
