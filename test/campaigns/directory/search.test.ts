import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { createSearch } from '../../../campaigns/directory/search.ts';
import { packSearch, unpackSearch } from '../../../campaigns/directory/search-index.ts';

const directory = loadDirectory();
const search = createSearch(directory);
const found = (query: string, limit?: number) =>
  search(query, limit).map((hit) =>
    hit.kind === 'district' ? hit.id : `${hit.district}/${hit.id}`,
  );

/** What a public relations officer types, and the place that is meant: it must stand first. */
const first: [query: string, place: string][] = [
  // as written
  ['हजरतगंज', 'lucknow/hazratganj'],
  ['Hazratganj', 'lucknow/hazratganj'],
  ['लखनऊ', 'lucknow'],
  ['Lucknow', 'lucknow'],
  ['थाना हजरतगंज', 'lucknow/hazratganj'],
  ['hazratganj police station', 'lucknow/hazratganj'],
  ['जनपद सीतापुर', 'sitapur'],
  ['zila hardoi', 'hardoi'],
  ['भाले सुल्तान शहीद स्मारक', 'amethi/bhale-sultan-shaheed-smarak'],
  // beginnings
  ['gorakhp', 'gorakhpur'],
  ['मुजफ', 'muzaffarnagar'],
  ['siddharth', 'siddharthnagar'],
  ['bhale sul', 'amethi/bhale-sultan-shaheed-smarak'],
  ['indirap', 'ghaziabad/indrapuram'],
  // typing errors
  ['hazratgnj', 'lucknow/hazratganj'],
  ['hazartganj', 'lucknow/hazratganj'],
  ['hzratganj', 'lucknow/hazratganj'],
  ['gorkahpur', 'gorakhpur'],
  ['muzafarnagar', 'muzaffarnagar'],
  ['ghazibad', 'ghaziabad'],
  ['bulandshehar', 'bulandshahr'],
  ['shravsti', 'shravasti'],
  ['pratapgad', 'pratapgarh'],
  ['लखनउ', 'lucknow'],
  ['इंदरापुरम', 'ghaziabad/indrapuram'],
  // two scripts, one name
  ['lakhnau', 'lucknow'],
  ['lakhnaoo', 'lucknow'],
  ['laknow', 'lucknow'],
  ['kaanpur nagar', 'kanpur-nagar'],
  ['bareli', 'bareilly'],
  ['raybareli', 'rae-bareli'],
  ['rae bareli', 'rae-bareli'],
  ['राय बरेली', 'rae-bareli'],
  ['hajratganj', 'lucknow/hazratganj'],
  ['hazrat ganj', 'lucknow/hazratganj'],
  ['हज़रतगंज', 'lucknow/hazratganj'],
  ['हजरतगन्ज', 'lucknow/hazratganj'],
  ['ग़ाज़ियाबाद', 'ghaziabad'],
  ['फ़तेहपुर', 'fatehpur'],
  ['फतेहपूर', 'fatehpur'],
  ['आज़मगढ़', 'azamgarh'],
  ['आजमगढ', 'azamgarh'],
  ['अलिगढ़', 'aligarh'],
  ['aligadh', 'aligarh'],
  ['hapud', 'hapur'],
  ['झांसी', 'jhansi'],
  ['झाँसी', 'jhansi'],
  ['बांदा', 'banda'],
  ['बान्दा', 'banda'],
  ['संभल', 'sambhal'],
  ['सम्भल', 'sambhal'],
  ['sanbhal', 'sambhal'],
  ['etawa', 'etawah'],
  ['itawah', 'etawah'],
  ['devariya', 'deoria'],
  ['badayun', 'budaun'],
  ['vaaranasi', 'varanasi'],
  ['waranasi', 'varanasi'],
  ['shahjahaanpur', 'shahjahanpur'],
  ['sahjahanpur', 'shahjahanpur'],
  // a station and its district
  ['kotwali agra', 'agra/kotwali'],
  ['kotvali agra', 'agra/kotwali'],
  ['agra kotwali', 'agra/kotwali'],
  ['कोतवाली मेरठ', 'meerut/kotwali'],
  ['chowk lucknow', 'lucknow/chowk'],
  ['chauk lucknow', 'lucknow/chowk'],
  ['चौक लखनऊ', 'lucknow/chowk'],
  ['lucknow chok', 'lucknow/chowk'],
  ['civil lines moradabad', 'moradabad/civil-lines'],
  ['सिविल लाइन इटावा', 'etawah/civil-lines'],
  ['mahila thana rampur', 'rampur/mahila-thana'],
  ['महिला थाना बस्ती', 'basti/mahila-thana'],
  ['kotwali dehat sitapur', 'sitapur/kotwali-dehat'],
  ['cantt varanasi', 'varanasi/cantt'],
  ['cyber thana mau', 'mau/cyber-police-station'],
  ['कोतवाली नगर गोण्डा', 'gonda/kotwali-nagar'],
  ['kotwali nagar gonda', 'gonda/kotwali-nagar'],
  ['cantt bareli', 'bareilly/cantt'],
  // special stations
  ['grp charbagh', 'lucknow/grp-charbagh-lucknow'],
  ['जीआरपी चारबाग', 'lucknow/grp-charbagh-lucknow'],
  ['g.r.p. orai', 'jalaun/grp-orai'],
  ['railway agra fort', 'agra/grp-agra-fort'],
  ['tourist thana agra', 'agra/tourism'],
  ['पर्यटन आगरा', 'agra/tourism'],
  ['touri agra', 'agra/tourism'],
  ['touism agra', 'agra/tourism'],
  ['महिलाथाना बस्ती', 'basti/mahila-thana'],
  ['mahilathana etah', 'etah/mahila-thana'],
  ['थाना भवन', 'shamli/thana-bhawan'],
  ['thana bhawan', 'shamli/thana-bhawan'],
  ['थानाभवन', 'shamli/thana-bhawan'],
  ['sector 20', 'gautam-buddha-nagar/noida-sector-20'],
  ['सेक्टर २०', 'gautam-buddha-nagar/noida-sector-20'],
  ['sector126', 'gautam-buddha-nagar/sector-126'],
  ['c b ganj', 'bareilly/collector-bukganj'],
  ['सी.बी. गंज', 'bareilly/collector-bukganj'],
  ['bbd', 'lucknow/babu-banarasi-das-bbd'],
  ['पी.जी.आई.', 'lucknow/p-g-i'],
  // former names
  ['allahabad', 'prayagraj'],
  ['इलाहाबाद', 'prayagraj'],
  ['faizabad', 'ayodhya'],
  ['noida', 'gautam-buddha-nagar'],
  ['banaras', 'varanasi'],
];

/** Names that several places carry: the one meant must be among the first three. */
const firstThree: [query: string, place: string][] = [
  ['orai', 'jalaun/kotwali-orai'],
  ['rasra', 'ballia/rasra'],
  ['रसड़ा', 'ballia/rasra'],
  ['padrauna', 'kushinagar/kotwali-padrauna'],
  ['rampur', 'mau/rampur'],
  ['kanpur', 'kanpur-nagar'],
  ['फतेहगढ़', 'farrukhabad/fatehgarh-kotwali'],
  ['हजर', 'lucknow/hazratganj'],
  ['खीरी', 'lakhimpur-kheri'],
  ['gomti nagar', 'lucknow/gomtinagar'],
  ['mahila lucknow', 'lucknow/mahila-thana'],
  ['sefai', 'etawah/sefai'],
  ['saifai', 'etawah/sefai'],
];

describe('search', () => {
  it.each(first)('answers "%s" with %s first', (query, place) => {
    expect(found(query)[0]).toBe(place);
  });

  it.each(firstThree)('answers "%s" with %s among the first three', (query, place) => {
    expect(found(query, 3)).toContain(place);
  });

  it.each(['hi', 'en'] as const)(
    'finds every station by its whole name and district in %s',
    (language) => {
      const field = language === 'hi' ? 'nameHi' : 'nameEn';
      const districts = new Map(directory.districts.map((district) => [district.id, district]));
      const missed = directory.stations.filter((station) => {
        const query = `${station[field]} ${districts.get(station.district)?.[field]}`;
        return !found(query, 3).includes(`${station.district}/${station.id}`);
      });
      expect(missed.map((station) => `${station.district}/${station.id}`)).toEqual([]);
    },
  );

  it('lists the stations of a district below it', () => {
    const [head, ...rest] = search('शामली', 30);
    expect(head?.kind).toBe('district');
    expect(rest.filter((hit) => hit.district === 'shamli').length).toBeGreaterThanOrEqual(10);
  });

  it('ranks by falling score and never twice the same place', () => {
    const hits = search('kotwali', 50);
    expect(hits).toHaveLength(50);
    expect(hits.map(({ score }) => score)).toEqual(
      hits.map(({ score }) => score).sort((a, b) => b - a),
    );
    expect(new Set(found('kotwali', 50)).size).toBe(50);
  });

  it.each(['', '   ', '…', '|||', '\u200d', 'ं', 'qxzqxzqxz', '7777777'])(
    'finds nothing for "%s"',
    (query) => {
      expect(search(query)).toEqual([]);
    },
  );

  it('bears a query of any length', () => {
    expect(search('कोतवाली '.repeat(10_000)).length).toBeLessThanOrEqual(10);
  });
});

describe('the search index that a page downloads', () => {
  const packed = packSearch(directory);

  it('gives back every district and station', () => {
    const { districts, stations } = unpackSearch(packed);
    expect(districts).toEqual(
      directory.districts.map(({ id, nameEn, nameHi, formerNames }) => ({
        id,
        nameEn,
        nameHi,
        ...(formerNames && { formerNames }),
      })),
    );
    expect(stations).toEqual(
      directory.stations.map(({ district, id, kind, nameEn, nameHi }) => ({
        district,
        id,
        kind,
        nameEn,
        nameHi,
      })),
    );
  });

  it('stays under 75 kB before compression', () => {
    expect(Buffer.byteLength(packed)).toBeLessThan(75_000);
  });

  it('answers as the whole directory does', () => {
    const packedSearch = createSearch(unpackSearch(packed));
    for (const [query] of first) expect(packedSearch(query)).toEqual(search(query));
  });
});
