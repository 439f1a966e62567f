import { createSearch } from '../../campaigns/directory/search.ts';

/** A zone or range with the ids of its districts. */
export interface Area {
  hi: string;
  en: string;
  districts: readonly string[];
}

/** Words that mean a zone or range; without one the districts of that name are meant. */
const areaWord = /(^|\s)(zone|range|जोन|ज़ोन|ज़ोन|परिक्षेत्र|रेंज)(\s|$)/i;
const leastScore = 0.8;

/** Finds zones and ranges, when the query says that it is for one, with the tolerance of the other search. */
export function findAreas(query: string, areas: readonly Area[]): Area[] {
  if (!areaWord.test(query)) return [];
  const search = createSearch({
    districts: areas.map(({ hi, en }, at) => ({ id: `area-${at}`, nameHi: hi, nameEn: en })),
    stations: [],
  });
  return search(query.replace('रेंज', 'परिक्षेत्र'), areas.length)
    .filter(({ score }) => score >= leastScore)
    .flatMap(({ id }) => areas[Number(id.slice('area-'.length))] ?? []);
}
