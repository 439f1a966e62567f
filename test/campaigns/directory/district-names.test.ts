import { expect, test } from 'vitest';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { districtFinder } from '../../../campaigns/directory/district-names.ts';

const { districts } = loadDirectory();
const find = districtFinder(districts);

test('a district is found by its id and names of today, whatever another one was called once', () => {
  for (const { id, nameHi, nameEn } of districts) {
    for (const name of [id, nameHi, nameEn]) expect(find(name), name).toBe(id);
  }
});

test.each(
  districts.flatMap(({ id, formerNames = [] }) => formerNames.map((name) => ({ id, name }))),
)('$name is $id', ({ id, name }) => {
  expect(find(` ${name.toUpperCase()} `)).toBe(id);
});

test.each([
  ['फ़ैज़ाबाद', 'ayodhya'],
  ['फैजाबाद', 'ayodhya'],
  ['इलाहाबाद', 'prayagraj'],
  ['Atlantis', undefined],
])('%s is %s', (name, id) => {
  expect(find(name)).toBe(id);
});
