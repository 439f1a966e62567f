import { edits } from './edit-distance.ts';
import { plainWords, searchWords, wordKeys } from './search-words.ts';
import type { NamedDistrict, Station } from './station.ts';

/** Parts of the directory that the search needs; the site ships only these. */
export interface SearchSource {
  districts: readonly NamedDistrict[];
  stations: readonly Pick<Station, 'district' | 'id' | 'kind' | 'nameEn' | 'nameHi'>[];
}

export interface Hit {
  kind: 'station' | 'district';
  id: string;
  /** Id of the district; of a district its own */
  district: string;
  nameHi: string;
  nameEn: string;
  /** 1 and above: every word was met exactly; 0.35 is the least that is reported */
  score: number;
}

export type Search = (query: string, limit?: number) => Hit[];

type Place = Omit<Hit, 'score'> & { districtAt: number; rank: number; written: string[] };
/** A key, and who carries it: as one word of a name, or as a whole name written together. */
interface Entry {
  key: string;
  letters: number;
  numbered: boolean;
  words: number[];
  wholes: number[];
}
interface Index {
  places: Place[];
  entries: Entry[];
  byDistrict: number[][];
}
/** How well a piece of the query meets the words and the whole names of places, by place. */
interface Met {
  words: Map<number, number>;
  wholes: Map<number, number>;
}

const leastScore = 0.35;
const districtWeight = 0.5;
const longestQuery = 80;
const mostWords = 6;

/**
 * Prepares a search over stations and districts, in Hindi and English, tolerant of spelling and typing
 * errors. A query may name a station, a district, or both in either order.
 */
export function createSearch(source: SearchSource): Search {
  const index = buildIndex(source);
  return (query, limit = 10) => {
    const words = searchWords(query.slice(0, longestQuery)).slice(0, mostWords);
    const scores = scorePlaces(index, words);
    return rank(index, scores, query).slice(0, limit);
  };
}

function buildIndex({ districts, stations }: SearchSource): Index {
  const places: Place[] = [];
  const entries = new Map<string, Entry>();
  const districtAt = new Map(districts.map(({ id }, at) => [id, at]));
  const byDistrict = districts.map((): number[] => []);
  const known = new Map<string, string[]>(); // words such as नगर and गंज recur by the hundred
  for (const { id, nameHi, nameEn, formerNames = [] } of districts) {
    const at = districtAt.get(id) as number;
    add({ kind: 'district', id, district: id, nameHi, nameEn, districtAt: at, rank: 0 }, [
      ...formerNames,
    ]);
  }
  for (const { district, id, kind, nameHi, nameEn } of stations) {
    const at = districtAt.get(district);
    if (at === undefined)
      throw new Error(`Expected a known district for \`${id}\`, got "${district}"`);
    byDistrict[at]?.push(places.length);
    const rankOfKind = kind === 'territorial' ? 1 : 2;
    add({ kind: 'station', id, district, nameHi, nameEn, districtAt: at, rank: rankOfKind }, [
      id.replaceAll('-', ' '),
    ]);
  }
  return { places, entries: [...entries.values()], byDistrict };

  function add(place: Omit<Place, 'written'>, others: string[]): void {
    const at = places.length;
    const names = [place.nameHi, place.nameEn, ...others];
    places.push({ ...place, written: names.map(written) });
    for (const name of names) {
      const keys = searchWords(name).map(listKeys);
      const asWritten = plainWords(name).flatMap(listKeys); // a synonym may be begun, or mistyped
      for (const key of [...keys.flat(), ...asWritten]) put(key, 'words', at);
      put(keys.map((variants) => variants[0] ?? '').join(''), 'wholes', at);
      put(keys.map((variants) => variants.at(-1) ?? '').join(''), 'wholes', at);
    }
  }

  function listKeys(word: string): string[] {
    const keys = known.get(word) ?? wordKeys(word);
    known.set(word, keys);
    return keys;
  }

  function put(key: string, as: 'words' | 'wholes', at: number): void {
    if (key === '') return;
    const entry = entries.get(key) ?? {
      key,
      letters: countLetters(key),
      numbered: /\d/.test(key),
      words: [],
      wholes: [],
    };
    entries.set(key, entry);
    if (entry[as].at(-1) !== at) entry[as].push(at);
  }
}

/** The best reading of the query for each place that it may mean. */
function scorePlaces(index: Index, words: readonly string[]): Map<number, number> {
  const scores = new Map<number, number>();
  if (words.length === 0) return scores;
  const keys = words.map((word) => wordKeys(word)[0] ?? '').filter((key) => key !== '');
  if (keys.length === 0) return scores;
  const met = new Map<string, Met>();
  const meet = (from: number, to: number): Met => {
    const piece = keys.slice(from, to).join('');
    const known = met.get(piece) ?? meetKeys(index, piece);
    met.set(piece, known);
    return known;
  };
  const whole = meet(0, keys.length);
  for (const [at, score] of whole.wholes) raise(scores, at, score);
  readWordByWord(
    index,
    keys.map((_, at) => meet(at, at + 1)),
    scores,
  );
  for (let split = 1; split < keys.length; split += 1) {
    const left = meet(0, split).wholes;
    const right = meet(split, keys.length).wholes;
    readWithDistrict(index, left, right, scores);
    readWithDistrict(index, right, left, scores);
  }
  return scores;
}

/** Every word is met by the place's own name, or by that of its district at half the weight. */
function readWordByWord(index: Index, mets: readonly Met[], scores: Map<number, number>): void {
  const sums = new Map<number, { sum: number; count: number }>();
  mets.forEach(({ words }, turn) => {
    const districtScores = new Map<number, number>();
    for (const [at, score] of words) {
      const place = index.places[at] as Place;
      if (place.kind === 'district') districtScores.set(place.districtAt, score);
      addTo(sums, at, turn, score);
    }
    for (const [districtAt, score] of districtScores) {
      for (const at of index.byDistrict[districtAt] as number[]) {
        if (!words.has(at)) addTo(sums, at, turn, score * districtWeight);
      }
    }
  });
  for (const [at, { sum, count }] of sums) {
    if (count === mets.length) raise(scores, at, (0.95 * sum) / mets.length);
    else if (mets.length > 1) raise(scores, at, (0.6 * sum) / mets.length);
  }
}

function addTo(
  sums: Map<number, { sum: number; count: number }>,
  at: number,
  turn: number,
  score: number,
): void {
  const known = sums.get(at);
  if (known) {
    known.sum += score;
    known.count += 1;
  } else if (turn >= 0) sums.set(at, { sum: score, count: 1 });
}

/** One part of the query is a whole station name, the rest the name of its district. */
function readWithDistrict(
  index: Index,
  names: Map<number, number>,
  districtNames: Map<number, number>,
  scores: Map<number, number>,
): void {
  const districtScores = new Map<number, number>();
  for (const [at, score] of districtNames) {
    const place = index.places[at] as Place;
    if (place.kind === 'district') districtScores.set(place.districtAt, score);
  }
  for (const [at, score] of names) {
    const place = index.places[at] as Place;
    const districtScore = districtScores.get(place.districtAt);
    if (districtScore !== undefined && place.kind === 'station') {
      raise(scores, at, 0.65 * score + 0.35 * districtScore);
    }
  }
}

function meetKeys(index: Index, piece: string): Met {
  const met: Met = { words: new Map(), wholes: new Map() };
  const letters = countLetters(piece);
  for (const entry of index.entries) {
    const score = likeness(piece, letters, entry);
    if (score === 0) continue;
    for (const at of entry.words) raise(met.words, at, score);
    for (const at of entry.wholes) raise(met.wholes, at, score);
  }
  return met;
}

/** 1 for the same sound, less for a beginning, less again for each typing error, 0 for anything else. */
function likeness(piece: string, letters: number, entry: Entry): number {
  const { key } = entry;
  const most = piece.length < 3 ? 0 : piece.length < 7 ? 1 : 2;
  // A letter that the key lacks is one error at least: this spares nearly all comparisons.
  if (bitCount(letters & ~entry.letters) > most) return 0;
  if (key === piece) return 1;
  if (key.startsWith(piece)) return 0.6 + (0.3 * piece.length) / key.length;
  if (most === 0 || entry.numbered || piece.length - key.length > most) return 0;
  // A word that is still being typed is completed only from its right first letter.
  const sameLength =
    key.length - piece.length <= most && bitCount(entry.letters & ~letters) <= most;
  if (!sameLength && (piece.length < 4 || piece[0] !== key[0])) return 0;
  const { whole, start } = edits(piece, key, most);
  const cost = 0.9 / Math.max(piece.length, 4);
  if (whole <= most) return 0.85 - cost * whole;
  return piece.length > 3 && start <= most ? 0.6 - cost * start : 0;
}

function rank(index: Index, scores: Map<number, number>, query: string): Hit[] {
  const typed = written(query).replaceAll(' ', '');
  const hits: (Hit & { rank: number })[] = [];
  for (const [at, score] of scores) {
    if (score < leastScore) continue;
    const { districtAt: _, written: names, ...place } = index.places[at] as Place;
    // Who types the whole name of a district wants the district.
    const favour = place.kind === 'district' && score >= 1 ? 0.02 : 0;
    hits.push({ ...place, score: favourWritten(score, typed, names) + favour });
  }
  hits.sort(
    (a, b) =>
      b.score - a.score ||
      a.rank - b.rank ||
      a.nameEn.length - b.nameEn.length ||
      (a.district < b.district ? -1 : 1),
  );
  return hits.map(({ rank: _, ...hit }) => hit);
}

/** Among names that sound alike, the one that is written as it was typed comes first. */
function favourWritten(score: number, typed: string, names: readonly string[]): number {
  if (names.some((name) => name.replaceAll(' ', '') === typed)) return score + 0.1;
  if (names.some((name) => name.split(' ').includes(typed))) return score + 0.06;
  if (names.some((name) => name.replaceAll(' ', '').startsWith(typed))) {
    return Math.max(score, Math.min(score + 0.25, 1.04));
  }
  return score;
}

function raise(scores: Map<number, number>, at: number, score: number): void {
  const known = scores.get(at);
  if (known === undefined || known < score) scores.set(at, score);
}

/** As typed, without what nobody types with care: nukta, chandrabindu, joiners, case, signs. */
function written(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u093c\u200b-\u200d]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ँ/g, 'ं');
}

function countLetters(key: string): number {
  let letters = 0;
  for (let at = 0; at < key.length; at += 1) letters |= 1 << (key.charCodeAt(at) & 31);
  return letters;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
