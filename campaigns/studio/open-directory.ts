import { checkEnglishName, checkOwnName, type NameFault } from '../directory/name-check.ts';
import { readKind } from '../directory/override-table.ts';
import { soundKey } from '../directory/sound-key.ts';
import type { District, Evidence, Station, StationKind } from '../directory/station.ts';
import { toId } from '../id.ts';
import { languageFacts, type OwnLanguage } from '../language.ts';
import { draftEnglishName, draftOwnName } from '../languages/place-draft.ts';
import { nameFaultWords } from '../words/name-fault-words.ts';
import { type ListSide, type Names, openListWords as words } from '../words/open-list-words.ts';
import type { Pair } from '../words/pairs.ts';
import type { OpenRow } from './open-columns.ts';
import { layOutTiles, type Place, readPlace, settlePlaces, type Told } from './open-places.ts';

type NewStation = Pick<Station, 'district' | 'id' | 'kind' | 'nameEn' | 'nameHi' | 'evidence'>;

/** Districts and stations as a list has them, by id. */
export interface DraftDirectory {
  districts: Pick<District, 'id' | 'nameEn' | 'nameHi' | 'lon' | 'lat' | 'tileCol' | 'tileRow'>[];
  stations: NewStation[];
  /** Ids of districts, and keys of stations, whose name in the own language the list has. */
  given: ReadonlySet<string>;
  /** Lines that were left out, and what somebody has to look at in those that were taken. */
  told: Told[];
}

type Judged = Names | { fault: Pair };

/**
 * The directory of a published list. A line that cannot be read is told and left out; names that are there on one side
 * only get a draft on the other, and are marked to be checked.
 */
export function draftDirectory(rows: readonly OpenRow[], language: OwnLanguage): DraftDirectory {
  const told: Told[] = [];
  const districts = new Map<string, Names & { nameEn: string; line: number }>();
  const stations = new Map<string, NewStation & { line: number }>();
  const places: Place[] = [];
  const drafts: Pair[] = [];
  const given = new Set<string>();
  const whole = pairDistricts(rows, language);
  for (const { line, cells } of rows) {
    const tell = (text: Pair) => void told.push({ line, text });
    const { districtEn, districtOwn } = { ...cells, ...whole(cells) };
    const district = judgeNames('district', districtEn, districtOwn, language);
    const station = judgeNames('station', cells.stationEn, cells.stationOwn, language);
    if ('fault' in district) tell(district.fault);
    else if ('fault' in station) tell(station.fault);
    else {
      const owner = { district: toId(district.en), id: toId(station.en) };
      const key = `${owner.district}/${owner.id}`;
      const earlier = stations.get(key);
      if (earlier !== undefined) {
        tell(words.already(station.en, district.en, earlier.line));
        continue;
      }
      const known = districts.get(owner.district);
      if (known === undefined) {
        const twin = findTwin(district.en, [...districts.values()]);
        if (twin) tell(words.twin.district(district.en, twin.nameEn, twin.line));
        districts.set(owner.district, { ...district, nameEn: district.en, line });
        if (district.draft !== 'own') given.add(owner.district);
        if (district.draft) drafts.push(words.draftName('district', district));
      } else if (known.own !== district.own && district.draft === null)
        tell(words.otherName(district.en, known.own, known.line, district.own));
      const beside = [...stations.values()].filter((each) => each.district === owner.district);
      const twin = findTwin(station.en, beside);
      if (twin) tell(words.twin.station(station.en, twin.nameEn, twin.line));
      if (station.draft !== 'own') given.add(key);
      if (station.draft || twin) drafts.push(words.draftName('station', station));
      const { place, fault } = readPlace(cells.latitude, cells.longitude);
      if (fault !== null) tell(fault);
      if (place) places.push({ ...place, line, district: owner.district });
      const listed: Evidence = twin ? 'check' : 'one-list';
      const evidence = station.draft || district.draft ? 'draft' : listed;
      const names = { nameEn: station.en, nameHi: station.own };
      stations.set(key, { ...owner, ...names, kind: findKind(cells.kind, names), evidence, line });
    }
  }
  const { middles, told: ofPlaces } = settlePlaces(places);
  const byId = [...districts].sort(([one], [other]) => (one < other ? -1 : 1));
  const tiles = layOutTiles(byId.map(([id]) => ({ id, ...middles.get(id) })));
  const placeless = byId.filter(([id]) => !middles.has(id)).length;
  return {
    districts: byId.map(([id, { en, own }]) => {
      const { lat, lon } = middles.get(id) ?? noPlace;
      return { id, nameEn: en, nameHi: own, lon, lat, ...tiles(id) };
    }),
    stations: [...stations]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { line: _line, ...station }]) => station),
    given,
    told: [
      ...[...told, ...ofPlaces].sort((one, other) => (one.line ?? 0) - (other.line ?? 0)),
      ...(drafts.length === 0 ? [] : [{ line: null, text: words.drafts(drafts) }]),
      ...(placeless === 0 ? [] : [{ line: null, text: words.placeless(placeless) }]),
      ...sayShared([...stations.values()]),
    ],
  };
}

/** Of a district whose stations have no coordinates; `check` lists it. */
export const noPlace = { lon: 77, lat: 23 };

/** One name in several districts is usual; the list says it once, so that a wrong district shows. */
function sayShared(stations: readonly NewStation[]): Told[] {
  const shared = [...Map.groupBy(stations, ({ id }) => id).values()].filter(
    (same) => same.length > 1,
  );
  const names = shared.map((same) => `${same[0]?.nameEn} (${same.length})`).join(', ');
  return shared.length === 0 ? [] : [{ line: null, text: words.shared(names) }];
}

/** Names of districts that a line has on both sides stand for a draft in all lines that have one side only. */
function pairDistricts(rows: readonly OpenRow[], language: OwnLanguage) {
  const pairs = new Map<string, Pick<OpenRow['cells'], 'districtEn' | 'districtOwn'>>();
  const toKeys = (en: string, own: string) => [
    ...(en === '' ? [] : [toId(plainEnglish(en))]),
    ...(own === '' ? [] : [plainOwn(own, language)]),
  ];
  for (const { districtEn, districtOwn } of rows.map(({ cells }) => cells)) {
    if (districtEn === '' || districtOwn === '') continue;
    if ('fault' in judgeNames('district', districtEn, districtOwn, language)) continue;
    for (const key of toKeys(districtEn, districtOwn))
      if (!pairs.has(key)) pairs.set(key, { districtEn, districtOwn });
  }
  return ({ districtEn, districtOwn }: OpenRow['cells']) =>
    districtEn !== '' && districtOwn !== ''
      ? undefined
      : pairs.get(toKeys(districtEn, districtOwn)[0] ?? '');
}

/** Another name that sounds the same and is not written the same. */
function findTwin<Named extends { nameEn: string }>(name: string, others: readonly Named[]) {
  const key = (en: string) => en.split(/[ -]/).map(soundKey).join('');
  return others.find(({ nameEn }) => toId(nameEn) !== toId(name) && key(nameEn) === key(name));
}

function judgeNames(of: ListSide, given: string, listed: string, language: OwnLanguage): Judged {
  const own = plainOwn(listed, language);
  const en = plainEnglish(given);
  if (en === '' && own === '') return { fault: words.missing[of] };
  const english = en || draftEnglishName(own, language);
  if (english === null) return { fault: words.noEnglish(own) };
  const names = {
    en: english,
    own: own || draftOwnName(english, language),
    draft: en === '' ? ('en' as const) : own === '' ? ('own' as const) : null,
  };
  const say = (side: Pair, { code, found }: NameFault) => {
    const { hi, en: expected } = nameFaultWords[code];
    return { fault: words.wrongName([hi, expected], of, side, found) };
  };
  const wrongEn = checkEnglishName(names.en);
  if (wrongEn) return say(['अंग्रेज़ी', 'English'], wrongEn);
  const wrongOwn = checkOwnName(names.own, language);
  if (wrongOwn)
    return say([languageFacts[language].name.hi, languageFacts[language].name.en], wrongOwn);
  return names;
}

/** Lists are often in capitals and write “PS” beside each name; short words such as GRP stay as they are. */
function plainEnglish(name: string): string {
  const short = name.replace(stationBefore, '').replace(stationBehind, '').trim();
  if (short !== short.toUpperCase()) return short;
  return short.replace(/[A-Z]+/g, (word) =>
    /[AEIOUY]/.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word,
  );
}
const stationBefore = /^(?:p\.? ?s\.?|police station)[ :-]/i;
const stationBehind = /[ ,-](?:p\.? ?s\.?|police station|district|distt?\.?)$/i;

/** Without the word for a station before or behind it, which the board has of its own. */
function plainOwn(name: string, language: OwnLanguage): string {
  const { station, district } = languageFacts[language].directoryHeads;
  const heads = [...station, ...district];
  const before = heads.find((each) => name.startsWith(`${each} `));
  const behind = heads.find((each) => name.endsWith(` ${each}`));
  // थानाभवन थाना begins with the word too, and keeps it.
  const short =
    before !== undefined
      ? name.slice(before.length + 1)
      : behind !== undefined
        ? name.slice(0, -behind.length - 1)
        : name;
  // It belongs to महिला थाना, which is a kind alone without it.
  return readKind(short) === undefined ? short : name;
}

const kindSigns: readonly (readonly [RegExp, StationKind])[] = [
  [/\b(?:mahila|women)\b/i, 'mahila'],
  [/\b(?:grp|railway)\b/i, 'grp'],
  [/\bcyber\b/i, 'cyber'],
  [/\btouris[mt]\b/i, 'tourism'],
];

const findKind = (cell: string, { nameEn }: { nameEn: string }): StationKind =>
  (cell === '' ? undefined : readKind(cell)) ??
  kindSigns.find(([sign]) => sign.test(`${cell} ${nameEn}`))?.[1] ??
  'territorial';
