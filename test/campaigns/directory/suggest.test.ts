import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { suggest } from '../../../campaigns/directory/suggest.ts';

const directory = loadDirectory();
const { districts } = directory;

describe('a suggestion for an unknown id', () => {
  it.each([
    ['lucknw', 'lucknow'],
    ['Lucknow', 'lucknow'],
    ['lakhnau', 'lucknow'],
    ['लखनऊ', 'lucknow'],
    ['gorkhpur', 'gorakhpur'],
    ['rai-bareli', 'rae-bareli'],
    ['raebareli', 'rae-bareli'],
    ['gautambuddhanagar', 'gautam-buddha-nagar'],
    ['siddharth', 'siddharthnagar'],
    ['सिद्धार्थ नगर', 'siddharthnagar'],
    ['aligadh', 'aligarh'],
  ])('takes %s for %s', (typed, expected) => {
    expect(suggest(typed, districts)[0]).toBe(expected);
  });

  it.each([
    ['lucknow', 'hazrat-ganj', 'hazratganj'],
    ['lucknow', 'hazratgnj', 'hazratganj'],
    ['lucknow', 'chauk', 'chowk'],
    ['lucknow', 'गोमती नगर', 'gomtinagar'],
    ['agra', 'kotvali', 'kotwali'],
    ['agra', 'grp-agra-cant', 'grp-agra-cantt'],
  ])('takes %s/%s for %s', (district, typed, expected) => {
    expect(suggest(typed, stationsOf(directory, district))[0]).toBe(expected);
  });

  it.each(['', '  ', '---', 'qqqqqqqqqq', 'x'.repeat(5000)])('says nothing for "%s"', (typed) => {
    expect(suggest(typed, districts)).toEqual([]);
  });

  it('gives three at most, nearest first', () => {
    const met = suggest('balrampr', districts);
    expect(met[0]).toBe('balrampur');
    expect(met.length).toBeLessThanOrEqual(3);
  });
});
