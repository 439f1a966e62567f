import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Shape } from '../../../generator/layout/drawing.ts';
import { rectanglePath } from '../../../generator/layout/path.ts';
import { toOutlines } from '../../../generator/preview/base.ts';
import { drawSheet } from '../../../generator/preview/sheet.ts';
import { cacheSheets } from '../../../generator/run/sheet-cache-fs.ts';
import { openFolder } from '../../folders.ts';

const root = openFolder('sheets-');

const size = { width: 60, height: 40 };
const drawnAt = (x: number, screen = '#204080') => {
  const shape: Shape = {
    kind: 'outline',
    part: 'headline',
    ink: { cmyk: [0, 0, 0, 1], screen },
    path: rectanglePath(x, 5.3, 20, 20),
  };
  return toOutlines([shape], 1);
};
let folders = 0;
const newFolder = () => {
  folders += 1;
  return join(root, `${folders}`, 'sheets');
};

test('a kept sheet is the drawn one, and another drawing, ink or size is another sheet', () => {
  const folder = newFolder();
  const first = cacheSheets(folder);
  const second = cacheSheets(folder);
  const drawn = drawSheet(drawnAt(5.3), size);
  expect(first(drawnAt(5.3), size)).toEqual(drawn);
  const [name = ''] = readdirSync(folder);
  const bytes = readFileSync(join(folder, name));
  expect(second(drawnAt(5.3), size)).toEqual(drawn);
  expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);

  expect(second(drawnAt(7.1), size)).toEqual(drawSheet(drawnAt(7.1), size));
  expect(second(drawnAt(5.3, '#802040'), size)).toEqual(drawSheet(drawnAt(5.3, '#802040'), size));
  const tall = { width: 40, height: 60 };
  expect(second(drawnAt(5.3), tall)).toEqual(drawSheet(drawnAt(5.3), tall));
  expect(readdirSync(folder)).toHaveLength(4);
});

test('what is found is taken as it lies there', () => {
  const folder = newFolder();
  const draw = cacheSheets(folder);
  draw(drawnAt(5.3), size);
  draw(drawnAt(7.1), size);
  const [one = '', other = ''] = readdirSync(folder).map((name) => join(folder, name));
  const atOne = readFileSync(one);
  const atOther = readFileSync(other);
  writeFileSync(one, atOther);
  writeFileSync(other, atOne);
  expect(draw(drawnAt(5.3), size)).toEqual(drawSheet(drawnAt(7.1), size));
});

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
  ['empty', () => Buffer.alloc(0)],
  [
    'of other rows',
    (bytes: Buffer) =>
      Buffer.from(bytes.toString('latin1').replace(/"sha256":"../, '"sha256":"zz'), 'latin1'),
  ],
])('one that is %s is drawn again', (_, damage) => {
  const folder = newFolder();
  const draw = cacheSheets(folder);
  draw(drawnAt(5.3), size);
  const [name = ''] = readdirSync(folder);
  const path = join(folder, name);
  const whole = readFileSync(path);
  writeFileSync(path, damage(whole));
  expect(draw(drawnAt(5.3), size)).toEqual(drawSheet(drawnAt(5.3), size));
  expect(readFileSync(path).equals(whole)).toBe(true);
});

test('where the folder cannot be made, it is drawn all the same', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  expect(cacheSheets(join(file, 'sheets'))(drawnAt(5.3), size)).toEqual(
    drawSheet(drawnAt(5.3), size),
  );
});
