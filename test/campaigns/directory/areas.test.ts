import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { districtNamed, rangeName, zoneName } from '../../../campaigns/directory/areas.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';

describe('zones and ranges', () => {
  const { districts } = loadDirectory();
  const { areas } = loadCampaign('up-cop');
  const { zones, ranges } = areas;

  it('have a name for each one that a district stands in, and no other', () => {
    expect(new Set(Object.keys(zones))).toEqual(new Set(districts.map(({ zone }) => zone)));
    expect(new Set(Object.keys(ranges))).toEqual(new Set(districts.map(({ range }) => range)));
  });

  it('are named in both languages', () => {
    expect(zoneName(areas, 'lucknow')).toEqual({ hi: 'लखनऊ जोन', en: 'Lucknow Zone' });
    expect(rangeName(areas, 'chitrakoot-dham')).toEqual({
      hi: 'चित्रकूटधाम परिक्षेत्र',
      en: 'Chitrakoot Dham Range',
    });
    for (const { hi } of Object.values(zones)) expect(hi).toMatch(/^[\u0900-\u097F]+ जोन$/);
    for (const { hi } of Object.values(ranges)) expect(hi).toMatch(/^[\u0900-\u097F]+ परिक्षेत्र$/);
  });

  it('name a district as its offices are named', () => {
    expect(districtNamed(areas, { nameHi: 'आगरा', nameEn: 'Agra' })).toEqual({
      hi: 'जनपद आगरा',
      en: 'Agra district',
    });
  });

  it.each(['', 'delhi', 'toString'])('refuse the id "%s"', (id) => {
    expect(() => zoneName(areas, id)).toThrow(`for \`zone\`, got "${id}"`);
    expect(() => rangeName(areas, id)).toThrow(`for \`range\`, got "${id}"`);
  });
});
