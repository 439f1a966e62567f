import { expect, test } from 'vitest';
import { palette as inks } from '../../generator/ink/palette.ts';
import { palette } from '../../site/styles/palette-fs.ts';

test('the pages show the colours that the board has', () => {
  const screens = Object.fromEntries(
    Object.entries(inks).map(([name, { screen }]) => [name, screen.toLowerCase()]),
  );
  expect(palette).toEqual(screens);
});
