import {
  type ActivityKind,
  activityForms,
  activityKinds,
} from '../../../campaigns/activities/activity-kinds.ts';
import { searchWords } from '../../../campaigns/directory/search-words.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { meets, type SpokenWords, spokenWords } from '../../../campaigns/directory/word-match.ts';

/** One word of a search: text of an entry, or the name of a district, station or kind. */
export interface WordMeaning {
  text: string;
  districts: string[];
  /** `district/station` */
  stations: string[];
  kinds: ActivityKind[];
}

const mostWords = 6;
/** Names recur from search to search; a corrected one is a new text. */
const spoken = new Map<string, SpokenWords>();

/** Finds districts, stations and kinds by their names in both languages, as they are written or as they sound. */
export function findMeanings(query: string, { districts, stations }: Directory): WordMeaning[] {
  return searchWords(query)
    .slice(0, mostWords)
    .map((text) => ({
      text,
      districts: districts.filter((each) => names(text, each)).map(({ id }) => id),
      stations: stations
        .filter((each) => names(text, each))
        .map(({ district, id }) => `${district}/${id}`),
      kinds: activityKinds.filter((kind) => {
        const { hi, en } = activityForms[kind].title;
        return names(text, { nameHi: hi, nameEn: en });
      }),
    }));
}

function names(word: string, { nameHi, nameEn }: { nameHi: string; nameEn: string }): boolean {
  return meets(word, toSpoken(nameHi)) || meets(word, toSpoken(nameEn));
}

function toSpoken(name: string): SpokenWords {
  const known = spoken.get(name) ?? spokenWords(name);
  spoken.set(name, known);
  return known;
}

/** `district/` and `district/station` in the order of their names in a language; the whole state first. */
export function placesInOrder({ districts, stations }: Directory, language: 'hi' | 'en'): string[] {
  const { collator, name } = namesIn(language);
  const byDistrict = Map.groupBy(stations, ({ district }) => district);
  return [
    '/',
    ...districtsInOrder({ districts }, language).flatMap((id) => [
      `${id}/`,
      ...(byDistrict.get(id) ?? [])
        .toSorted((a, b) => collator.compare(a[name], b[name]))
        .map((station) => `${id}/${station.id}`),
    ]),
  ];
}

/** Districts in the order of their names in a language. */
export function districtsInOrder(
  { districts }: Pick<Directory, 'districts'>,
  language: 'hi' | 'en',
): string[] {
  const { collator, name } = namesIn(language);
  return districts.toSorted((a, b) => collator.compare(a[name], b[name])).map(({ id }) => id);
}

function namesIn(language: 'hi' | 'en') {
  const name = language === 'hi' ? ('nameHi' as const) : ('nameEn' as const);
  return { collator: new Intl.Collator(language), name };
}
