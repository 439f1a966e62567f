import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFolder } from '../fixture.ts';
import { generateSample, type Sample } from '../preflight/sample.ts';

let sample: Sample;

beforeAll(async () => {
  sample = await generateSample('lucknow/hazratganj', 'tent');
});

afterAll(() => removeFolder(sample.folder));

/** Where the sides of a sheet may lay down ink, in mm from the paper's upper left corner, read out of the file alone. */
function findInked(pdf: string) {
  const side = /q (-?1) 0 0 -?1 (\S+) (\S+) cm (\S+) (\S+) (\S+) (\S+) re W n \/Side[01] Do/g;
  return [...pdf.matchAll(side)].map(([, ...figures]) => {
    const [way = 1, x = 0, y = 0, left = 0, top = 0, width = 0, height = 0] = figures.map(Number);
    const xs = [x + way * left, x + way * (left + width)];
    const ys = [y + way * top, y + way * (top + height)];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
}

// A4 in three thirds of 99 mm: ink passes the cut edges of the paper by 3 mm, and no fold.
test('a folded sheet bleeds at its cuts and ends at its folds, the side on its head too', () => {
  const { bytes } = sample.file('lucknow/hazratganj/lucknow-hazratganj-tent.pdf');
  const onItsHead = [-3, -3, 210 + 3, 99];
  const upright = [-3, 99, 210 + 3, 2 * 99];
  expect(findInked(bytes.toString('latin1'))).toEqual([onItsHead, upright]);
});
