import type { Bilingual } from '../../../campaigns/bilingual.ts';
import {
  type Directory,
  type District,
  type NamedDistrict,
  type Station,
  stationKey,
} from '../../../campaigns/directory/station.ts';
import type { NamedStation } from '../../../campaigns/directory/station-names.ts';
import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import { retention } from '../../../campaigns/privacy/retention.ts';
import { addDays } from '../../../campaigns/tracker/clock.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type RecordDone } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { SavedUpload } from '../../platform/http/upload-room-fs.ts';
import { writeFaultSheet } from '../../platform/lists/fault-sheet.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { recordListOptIns } from '../numbers/whatsapp-sql.ts';
import {
  type Audience,
  type AudienceDetails,
  readListStations,
  type StoredList,
  storeAudience,
  type UploadPools,
  walkRejects,
} from './audiences-sql.ts';
import type { decode, UploadedList } from './classify.ts';

const audienceTask: DecoderTask<typeof decode> = {
  kind: 'numbers',
  module: new URL('./classify.ts', import.meta.url),
};

/**
 * Takes an upload: csv of any size in constant memory, or a workbook of a bounded one.
 * @throws TableError when the file cannot be read; nothing of it is then stored
 */
export function takeUpload(
  { pools, decoders }: { pools: UploadPools; decoders: Decoders },
  { path, name, classify }: UploadedList,
  { details, record }: { details: AudienceDetails; record?: RecordDone<StoredList> },
): Promise<Audience> {
  const readLines = (id: number) =>
    decoders.read(audienceTask, { id, path, name, classify }, details.createdBy);
  return storeAudience(pools, details, readLines, record);
}

export interface Audiences extends Pick<House, 'database' | 'decoders'> {
  /** As it is now: its stations change. */
  directory: Directory;
  /** In which they lie. */
  state: Bilingual;
  today: () => string;
}

/** An officer's particulars of a list. */
interface AudienceInput extends Omit<AudienceDetails, 'district' | 'createdBy' | 'fileName'> {
  /** For rows that name none. */
  language: MessageLanguage;
}

/** @throws a refusal for a list that may not be kept that long; other faults are in its rejects */
export function expectRetention({ today }: Audiences, retainUntil: string): void {
  const first = today();
  if (retainUntil < first || retainUntil > addDays(first, retention.longestListDays)) {
    throw new Refusal('retention');
  }
}

/** Takes an uploaded list; a district's list is its own, and rows that name no district are of it. */
export async function uploadAudience(
  { database, directory, decoders }: Audiences,
  { file, language, ...input }: AudienceInput & { file: SavedUpload },
  { actor, requestId }: Caller,
): Promise<Audience> {
  const district = actor.district ?? null;
  const classify = {
    districts: directory.districts.map(nameDistrict),
    stations: directory.stations.map(nameStation),
    defaultDistrict: district,
    defaultLanguage: language,
  };
  return takeUpload(
    { pools: database, decoders },
    { path: file.path, name: file.name, classify },
    {
      details: { ...input, district, fileName: file.name, createdBy: actor.id },
      record: async (tx, { id, ...counts }) => {
        await writeAudit(tx, {
          actor,
          action: 'audience.upload',
          subject: `audience/${id}`,
          district: actor.district,
          after: { ...input, ...counts },
          requestId,
        });
      },
    },
  ).catch((error: unknown) => {
    throw unreadable(error, file.name);
  });
}

/** The parts of a district by which its rows are found; all that the decoder process gets. */
export function nameDistrict({ id, nameHi, nameEn, formerNames }: District): NamedDistrict {
  return { id, nameHi, nameEn, ...(formerNames === undefined ? {} : { formerNames }) };
}

function nameStation({ district, id, nameHi, nameEn }: Station): NamedStation {
  return { district, id, nameHi, nameEn };
}

/** Stations of a list as the directory names them now: one that it no longer has is left out. */
export async function findListStations(
  { database, directory }: Pick<Audiences, 'database' | 'directory'>,
  { id, stations }: Pick<Audience, 'id' | 'stations'>,
): Promise<NamedStation[]> {
  if (stations === 0) return [];
  const said = new Set((await readListStations(database.pool, id)).map(stationKey));
  return directory.stations.filter((station) => said.has(stationKey(station))).map(nameStation);
}

/** The longest name of each district in both scripts, by which a text is measured. */
export async function findLongestStations(
  audiences: Audiences,
  audience: Audience,
): Promise<Omit<NamedStation, 'id'>[]> {
  const stations = await findListStations(audiences, audience);
  const longest = (names: readonly string[]) =>
    names.reduce((one, other) => (other.length > one.length ? other : one), '');
  return [...Map.groupBy(stations, ({ district }) => district)].map(([district, all]) => ({
    district,
    nameHi: longest(all.map(({ nameHi }) => nameHi)),
    nameEn: longest(all.map(({ nameEn }) => nameEn)),
  }));
}

/** A sheet of the rows that were not taken. */
export function writeRejects(
  { database, state }: Audiences,
  { id, fileName }: Audience,
): AsyncGenerator<string> {
  async function* describeRejects() {
    for await (const page of walkRejects(database.pool, id)) {
      yield page.map(({ row, reason, value }) => ({
        row,
        ...rejectWords(reason, state),
        found: value,
        reason,
      }));
    }
  }
  return writeFaultSheet(fileName, describeRejects());
}

/**
 * Notes that all of a list have agreed to messages by WhatsApp; with the list's own ground for it alone.
 * @returns how many are new, or have said so again
 */
export function recordOptIns(
  { database, today }: Audiences,
  input: { audience: Audience; source: string; givenOn: string },
  { actor, requestId }: Caller,
): Promise<number> {
  const { audience, source, givenOn } = input;
  if (audience.consentBasis !== 'explicit-consent') throw new Refusal('no-explicit-consent');
  const oldest = addDays(today(), -retention.optInDays);
  if (givenOn > today() || givenOn < oldest) throw new Refusal('opt-in-day');
  return inTransaction(database.pool, async (tx) => {
    const recorded = await recordListOptIns(tx, {
      audienceId: audience.id,
      source,
      givenOn,
      enteredBy: actor.name,
    });
    await writeAudit(tx, {
      actor,
      action: 'audience.opt-in',
      subject: `audience/${audience.id}`,
      district: actor.district,
      after: { source, givenOn, recorded },
      requestId,
    });
    return recorded;
  });
}

const number = { hi: 'मोबाइल', en: 'mobile' };
const mobile = { hi: '10 अंकों का भारतीय मोबाइल नंबर', en: 'an Indian mobile number of 10 digits' };

const words = {
  malformed: { field: number, expected: mobile },
  'spreadsheet-damaged': {
    field: number,
    expected: {
      hi: '10 अंकों का मोबाइल नंबर; Excel ने अंक बदल दिए हैं, स्तंभ को Text करके फिर भरें',
      en: 'a mobile number of 10 digits; Excel has rounded it, format the column as text and fill it in again',
    },
  },
  landline: {
    field: number,
    expected: { hi: 'मोबाइल नंबर, लैंडलाइन नहीं', en: 'a mobile number, no landline' },
  },
  foreign: { field: number, expected: mobile },
  'unknown-district': {
    field: { hi: 'जनपद', en: 'district' },
    expected: { hi: '{state} के जनपद का नाम', en: 'the name of a district of {state}' },
  },
  'unknown-language': {
    field: { hi: 'भाषा', en: 'language' },
    expected: { hi: 'हिंदी या English', en: 'Hindi or English' },
  },
  'unknown-station': {
    field: { hi: 'थाना', en: 'station' },
    expected: {
      hi: 'उस जनपद के थाने का नाम या आईडी; जनपद न लिखा हो तो जनपद/थाना की आईडी, जैसे agra/tajganj',
      en: 'the name or id of a station of that district; without a district its id behind the district’s, such as agra/tajganj',
    },
  },
  'unknown-class': {
    field: { hi: 'श्रेणी', en: 'class' },
    expected: { hi: '0 से 8 तक की वरीयता श्रेणी', en: 'preference classes from 0 to 8' },
  },
  duplicate: {
    field: number,
    expected: { hi: 'हर नंबर एक बार', en: 'each number once' },
  },
  'opted-out': {
    field: number,
    expected: { hi: 'ऐसा नंबर जिसने संदेश बंद नहीं कराए', en: 'a number that has not said stop' },
  },
} as const satisfies Record<string, { field: Bilingual; expected: Bilingual }>;

type RejectReason = keyof typeof words;

/** The wrong field of a row and its expected value, by the reason for which a list rejected the row. */
function rejectWords(
  reason: RejectReason,
  state: Bilingual,
): { field: Bilingual; expected: Bilingual } {
  const { field, expected } = words[reason];
  const { hi, en } = expected;
  return {
    field,
    expected: { hi: hi.replace('{state}', state.hi), en: en.replace('{state}', state.en) },
  };
}
