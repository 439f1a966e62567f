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

/** Each query with the place that it is typed for; a row has a place and its queries. */
function byQuery(rows: [place: string, ...queries: string[]][]) {
  return rows.flatMap(([place, ...queries]) => queries.map((query) => [query, place] as const));
}

/** What a public relations officer types, and the place that is meant: it must be first. */
const first = byQuery([
  // as written
  ['lucknow/hazratganj', 'हजरतगंज', 'Hazratganj', 'थाना हजरतगंज', 'hazratganj police station'],
  ['lucknow', 'लखनऊ', 'Lucknow'],
  ['sitapur', 'जनपद सीतापुर'],
  ['hardoi', 'zila hardoi'],
  ['amethi/bhale-sultan-shaheed-smarak', 'भाले सुल्तान शहीद स्मारक'],
  // beginnings
  ['gorakhpur', 'gorakhp'],
  ['muzaffarnagar', 'मुजफ'],
  ['siddharthnagar', 'siddharth'],
  ['amethi/bhale-sultan-shaheed-smarak', 'bhale sul'],
  ['ghaziabad/indrapuram', 'indirap'],
  // typing errors
  ['lucknow/hazratganj', 'hazratgnj', 'hazartganj', 'hzratganj'],
  ['gorakhpur', 'gorkahpur'],
  ['muzaffarnagar', 'muzafarnagar'],
  ['ghaziabad', 'ghazibad'],
  ['bulandshahr', 'bulandshehar'],
  ['shravasti', 'shravsti'],
  ['pratapgarh', 'pratapgad'],
  ['lucknow', 'लखनउ'],
  ['ghaziabad/indrapuram', 'इंदरापुरम'],
  // two scripts, one name
  ['lucknow', 'lakhnau', 'lakhnaoo', 'laknow'],
  ['kanpur-nagar', 'kaanpur nagar'],
  ['bareilly', 'bareli'],
  ['rae-bareli', 'raybareli', 'rae bareli', 'राय बरेली'],
  ['lucknow/hazratganj', 'hajratganj', 'hazrat ganj', 'हज़रतगंज', 'हजरतगन्ज'],
  ['ghaziabad', 'ग़ाज़ियाबाद'],
  ['fatehpur', 'फ़तेहपुर', 'फतेहपूर'],
  ['azamgarh', 'आज़मगढ़', 'आजमगढ'],
  ['aligarh', 'अलिगढ़', 'aligadh'],
  ['hapur', 'hapud'],
  ['jhansi', 'झांसी', 'झाँसी'],
  ['banda', 'बांदा', 'बान्दा'],
  ['sambhal', 'संभल', 'सम्भल', 'sanbhal'],
  ['etawah', 'etawa', 'itawah'],
  ['deoria', 'devariya'],
  ['budaun', 'badayun'],
  ['varanasi', 'vaaranasi', 'waranasi'],
  ['shahjahanpur', 'shahjahaanpur', 'sahjahanpur'],
  // a station and its district
  ['agra/kotwali', 'kotwali agra', 'kotvali agra', 'agra kotwali'],
  ['meerut/kotwali', 'कोतवाली मेरठ'],
  ['lucknow/chowk', 'chowk lucknow', 'chauk lucknow', 'चौक लखनऊ', 'lucknow chok'],
  ['moradabad/civil-lines', 'civil lines moradabad'],
  ['etawah/civil-lines', 'सिविल लाइन इटावा'],
  ['rampur/mahila-thana', 'mahila thana rampur'],
  ['basti/mahila-thana', 'महिला थाना बस्ती'],
  ['sitapur/kotwali-dehat', 'kotwali dehat sitapur'],
  ['varanasi/cantt', 'cantt varanasi'],
  ['mau/cyber-police-station', 'cyber thana mau'],
  ['gonda/kotwali-nagar', 'कोतवाली नगर गोण्डा', 'kotwali nagar gonda'],
  ['bareilly/cantt', 'cantt bareli'],
  // special stations
  ['lucknow/grp-charbagh-lucknow', 'grp charbagh', 'जीआरपी चारबाग'],
  ['jalaun/grp-orai', 'g.r.p. orai'],
  ['agra/grp-agra-fort', 'railway agra fort'],
  ['agra/tourism', 'tourist thana agra', 'पर्यटन आगरा', 'touri agra', 'touism agra'],
  ['basti/mahila-thana', 'महिलाथाना बस्ती'],
  ['etah/mahila-thana', 'mahilathana etah'],
  ['shamli/thana-bhawan', 'थाना भवन', 'thana bhawan', 'थानाभवन'],
  ['gautam-buddha-nagar/noida-sector-20', 'sector 20', 'सेक्टर २०'],
  ['gautam-buddha-nagar/sector-126', 'sector126'],
  ['bareilly/collector-bukganj', 'c b ganj', 'सी.बी. गंज'],
  ['lucknow/babu-banarasi-das-bbd', 'bbd'],
  ['lucknow/p-g-i', 'पी.जी.आई.'],
  // former names
  ['prayagraj', 'allahabad', 'इलाहाबाद'],
  ['ayodhya', 'faizabad'],
  ['gautam-buddha-nagar', 'noida'],
  ['varanasi', 'banaras'],
]);

/** Names that several places carry: the one meant must be among the first three. */
const firstThree = byQuery([
  ['jalaun/kotwali-orai', 'orai'],
  ['ballia/rasra', 'rasra', 'रसड़ा'],
  ['kushinagar/kotwali-padrauna', 'padrauna'],
  ['mau/rampur', 'rampur'],
  ['kanpur-nagar', 'kanpur'],
  ['farrukhabad/fatehgarh-kotwali', 'फतेहगढ़'],
  ['lucknow/hazratganj', 'हजर'],
  ['lakhimpur-kheri', 'खीरी'],
  ['lucknow/gomtinagar', 'gomti nagar'],
  ['lucknow/mahila-thana', 'mahila lucknow'],
  ['etawah/sefai', 'sefai', 'saifai'],
]);

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
      directory.districts.map(({ id, nameEn, nameHi, formerNames }) => {
        return { id, nameEn, nameHi, ...(formerNames && { formerNames }) };
      }),
    );
    expect(stations).toEqual(
      directory.stations.map(({ district, id, kind, nameEn, nameHi }) => {
        return { district, id, kind, nameEn, nameHi };
      }),
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
