import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { type District, stationsOf } from '../../../campaigns/directory/station.ts';
import { stripName, stripNameEn } from '../../../campaigns/directory/strip-name.ts';
import { printedUrl, typedUrl } from '../../../campaigns/links/links.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { can } from '../../../campaigns/offices/permission.ts';
import { type KnownWords, knownWords } from '../../../campaigns/press-notes/check-text.ts';
import {
  type NoteContext,
  noteContent,
  type PressNoteContent,
} from '../../../campaigns/press-notes/note-content.ts';
import type { PressNoteFields } from '../../../campaigns/press-notes/note-fields.ts';
import type { PressNotes } from '../../../campaigns/press-notes/press-notes.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { House } from '../../kit/house.ts';
import type { PublicWords } from '../../kit/public-words.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findReaders } from './note-readers.ts';
import { findNote, listAppearances, type StoredNote } from './press-notes-sql.ts';

/** Everything that press notes are written from. */
export interface NoteSources extends Pick<House, 'campaign' | 'directory'> {
  pressNotes: PressNotes;
  registry: () => Pick<Registry, 'codeFor'>;
  today: () => Day;
}

export interface PressNoteSources extends NoteSources {
  database: Database;
  publicWords: Pick<PublicWords, 'places'>;
}

const byHindi = new Intl.Collator('hi');

export function findDistrict({ directory }: NoteSources, id: string): District | undefined {
  return directory.districts.find((district) => district.id === id);
}

/** First and last day of which something can be reported. */
export function readDays({ campaign, today }: NoteSources): { first: Day; last: Day } {
  return { first: campaign.goal.startsOn, last: today() };
}

/** Cyber stations have no board, and cases. */
export function listStations(
  { directory }: NoteSources,
  { id: district }: District,
): { id: string; name: Bilingual }[] {
  return stationsOf(directory, district)
    .sort((one, other) => byHindi.compare(one.nameHi, other.nameHi))
    .map((station) => ({
      id: station.id,
      name: { hi: stripName(station), en: stripNameEn(station) },
    }));
}

/** Words that are no finding in a district. */
export async function listKnownWords(
  { publicWords, pressNotes }: Pick<PressNoteSources, 'publicWords' | 'pressNotes'>,
  database: Queryable,
  { id }: District,
): Promise<KnownWords> {
  return knownWords(await publicWords.places(database, id), pressNotes.sections);
}

export function listServices({ campaign }: NoteSources): { id: string; name: Bilingual }[] {
  return campaign.serviceGroups.flatMap((group) =>
    group.services.map(({ id, name }) => ({ id, name })),
  );
}

export function makeContext(sources: NoteSources, district: District): NoteContext {
  const { campaign, pressNotes, registry } = sources;
  const code = registry().codeFor({ scope: 'district', district: district.id }, 'newspaper');
  const link = printedUrl(campaign.links.host, code);
  return {
    pressNotes,
    district: { hi: district.nameHi, en: district.nameEn },
    services: new Map(listServices(sources).map(({ id, name }) => [id, name])),
    stations: new Map(listStations(sources, district).map(({ id, name }) => [id, name])),
    app: campaign.app.name,
    force: campaign.copy.state,
    link,
    typedLink: typedUrl(link),
    number: null,
    issuedOn: null,
  };
}

export function findFaults(
  sources: NoteSources,
  district: District,
  fields: PressNoteFields,
): FieldFault[] {
  const { first, last } = readDays(sources);
  return fieldFaults(fields, {
    pressNotes: sources.pressNotes,
    stations: listStations(sources, district).map(({ id }) => id),
    months: { first: first.slice(0, 7), last: last.slice(0, 7) },
    days: { first, last },
    services: listServices(sources).map(({ id }) => id),
  });
}

/** The note in words. */
export function writeContent(
  sources: NoteSources,
  district: District,
  fields: PressNoteFields,
  issued?: { number: number; year: number; on: Day },
): PressNoteContent {
  return noteContent(fields, {
    ...makeContext(sources, district),
    number: issued ?? null,
    issuedOn: issued?.on ?? null,
  });
}

/** A note that the officer may see; another one is not there. */
export async function seeNote(sources: PressNoteSources, id: number, actor: Actor) {
  return expectVisible(sources, await findNote(sources.database.pool, id), actor);
}

export function expectVisible(sources: NoteSources, note: StoredNote | undefined, actor: Actor) {
  const district = note && findDistrict(sources, note.district);
  if (note === undefined || district === undefined || !can(actor, 'press-note.read', district))
    throw new Refusal('not-found');
  return { note, district };
}

/** A note with its log, as it now is. */
export async function describeNote(sources: PressNoteSources, id: number, actor: Actor) {
  const { pool } = sources.database;
  const { note, district } = await seeNote(sources, id, actor);
  // Ids of accounts stay in the service.
  const { makers, ...shown } = note;
  const waitsFor =
    note.status === 'waiting' ? (await findReaders(pool, note, district)).level : null;
  return {
    note: { ...shown, waitsFor },
    second: await judgeSecondPerson(pool, actor.id, makers),
    log: await listAppearances(pool, id),
  };
}

interface FieldFault {
  path: string;
  message: string;
}

/** Lists that fields are chosen from. */
interface FieldLists {
  pressNotes: PressNotes;
  /** Ids of the district's stations. */
  stations: readonly string[];
  /** YYYY-MM of the first and last month that can be reported. */
  months: { first: string; last: string };
  days: { first: string; last: string };
  /** Ids of the app's services. */
  services: readonly string[];
}

/** Every field whose value is not in its list. */
function fieldFaults(fields: PressNoteFields, lists: FieldLists): FieldFault[] {
  const { pressNotes, stations, months, days, services } = lists;
  const faults: FieldFault[] = [];
  const expect = (fits: boolean, path: string, expected: string, found: string) => {
    if (!fits) faults.push({ path, message: `Expected ${expected}, got "${found}"` });
  };
  const isCategory = (id: string) => pressNotes.categories.some((category) => category.id === id);
  if (fields.kind === 'counts') {
    const { month, rows } = fields;
    expect(
      month >= months.first && month <= months.last,
      'month',
      `a month from ${months.first} to ${months.last}`,
      month,
    );
    const seen = new Set<string>();
    rows.forEach(({ station, category }, index) => {
      const key = `${station}/${category}`;
      expect(
        stations.includes(station),
        `rows.${index}.station`,
        'a station of the district',
        station,
      );
      expect(isCategory(category), `rows.${index}.category`, 'a category of the list', category);
      expect(!seen.has(key), `rows.${index}`, 'a station and category once', key);
      seen.add(key);
    });
  }
  if (fields.kind === 'story') {
    const { station, category, day, result } = fields;
    expect(
      day === null || (day >= days.first && day <= days.last),
      'day',
      `a day from ${days.first} to ${days.last}`,
      day ?? '',
    );
    expect(stations.includes(station), 'station', 'a station of the district', station);
    expect(isCategory(category), 'category', 'a category of the list', category);
    const results = pressNotes.categories.find(({ id }) => id === category)?.results ?? [];
    expect(
      !isCategory(category) || results.includes(result),
      'result',
      'a result of the category',
      result,
    );
  }
  if (fields.kind === 'appeal') {
    const isAppeal = pressNotes.appeals.some(({ id }) => id === fields.appeal);
    expect(isAppeal, 'appeal', 'an appeal of the list', fields.appeal);
    const { service } = fields;
    expect(
      service === null || services.includes(service),
      'service',
      'a service of the app',
      service ?? '',
    );
  }
  return faults;
}
