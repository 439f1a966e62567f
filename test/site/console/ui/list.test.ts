import { expect, test } from 'vitest';
import { matches } from '../../../../campaigns/directory/word-match.ts';

test.each([
  ['', true],
  ['कानपुर', true],
  ['कानपूर', true],
  ['kanpur', true],
  ['kanpur dehat', true],
  ['kanp', true],
  ['लखनऊ', false],
  ['nagar', false],
])('a list finds कानपुर देहात by %j: %j', (query, found) => {
  expect(matches(query, ['कानपुर देहात', 'Kanpur Dehat'])).toBe(found);
});

test('a name is found in the script it is not written in', () => {
  expect(matches('hazratganj', ['हजरतगंज'])).toBe(true);
  expect(matches('हज़रतगंज', ['Hazratganj'])).toBe(true);
});
