import type { Corrected } from '../../../campaigns/directory/corrections.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { type Change, type Effect, joinEffects } from '../../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { ownFields } from '../../../campaigns/print/own-fields/own-fields.ts';
import { newNumberWords } from '../../../campaigns/words/effect-words.ts';
import type { DoOrHold } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import type { WordChange } from '../../kit/public-words.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { publish } from '../../print/kit/published-sql.ts';
import { lockDistrict, putOwnFields, readOwnFields } from './corrections-sql.ts';
import {
  findBaseStation,
  type StationPlace,
  type StationSources,
  writeStationAudit,
} from './district-stations.ts';
import { urduName } from './new-names.ts';

type Fields = Readonly<Record<string, string>>;

export interface FieldChanges extends StationPlace {
  /** Fields that differ; an empty value takes one out. */
  changes: Fields;
  /** All fields of the station as the officer saw them. */
  seen: Fields;
}

export type FillFields = DoOrHold<FieldChanges, void>;

/**
 * The door for what a station fills in on its artwork; the values are checked by the caller. Refused as `stale` when the
 * fields are no longer those that were seen.
 */
export function openOwnFields(
  stations: StationSources,
  { heldActs, publicWords }: Pick<House, 'heldActs' | 'publicWords'>,
): FillFields {
  return heldActs.open({
    kind: 'station.fields',
    title: ['थाने की अपनी पंक्तियाँ', 'Own lines of a station'],
    may: 'public-words.clear',
    async judge(tx, { changes, seen, ...place }) {
      const { present } = await readPresent(tx, stations, place, seen);
      const line: WordChange = {
        what: ['स्थानीय पंक्ति', 'Local line'],
        before: present['local-line'] ?? null,
        after: { ...present, ...changes }['local-line'] ?? null,
      };
      const { 'name-ur': before } = present;
      const { 'name-ur': after = before ?? '' } = changes;
      const name = urduName({ id: place.station, nameUr: before }, after);
      const words = after === (before ?? '') ? [line] : [name, line];
      return joinEffects([
        await publicWords.judge(tx, words, place.district),
        judgeNumbers(present, changes),
      ]);
    },
    async apply(tx, { changes, seen, ...place }, { maker, requestId = '' }) {
      const { before, present, committed } = await readPresent(tx, stations, place, seen);
      const { 'name-ur': nameUr = '', ...others } = { ...present, ...changes };
      // The name in a committed file was not typed in the console.
      const isCommitted = nameUr === committed;
      await putOwnFields(tx, place, isCommitted ? others : { ...others, 'name-ur': nameUr });
      await publish(tx, `words/${place.district}`);
      // Values may be numbers, which the log never holds: it says which fields changed.
      const after = await readFieldsOf(tx, place);
      const fields = listDifferences(before, after);
      const action = 'station.fields';
      const caller = { actor: maker as Actor, requestId };
      await writeStationAudit(tx, { ...place, action, after: { fields } }, caller);
    },
    accepted: stations.changed,
  });
}

/** Numbers that boards will show: one that an officer alone enters may be anybody's. */
function judgeNumbers(present: Fields, changes: Fields): Effect {
  const numbers = ownFields.flatMap(({ id, caption, label: what }): Change[] => {
    const { [id]: before = null } = present;
    const { [id]: after = before } = changes;
    return caption === null || !after || after === before ? [] : [{ what, before, after }];
  });
  const findings = numbers.length > 0 ? [newNumber] : [];
  return { changes: numbers, findings };
}
const newNumber = { code: 'new-number', ...newNumberWords, noReason: true } as const;

async function readPresent(
  tx: Queryable,
  stations: StationSources,
  place: StationPlace,
  seen: Fields,
) {
  await lockDistrict(tx, place.district);
  const before = await readFieldsOf(tx, place);
  const committed = findBaseStation(stations, place)?.nameUr;
  const present: Record<string, string> = {
    ...(committed === undefined ? {} : { 'name-ur': committed }),
    ...before,
  };
  if (listDifferences(present, seen).length > 0) throw new Refusal('stale');
  return { before, present, committed };
}

function listDifferences(before: Fields, after: Fields): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
}

/** Adds names in Urdu to the other fields of the stations. */
export async function putUrduNames(
  tx: Queryable,
  { district, urdu }: { district: string; urdu: Corrected['urdu'] },
  caller: Caller,
): Promise<void> {
  const before = await readOwnFields(tx, district);
  for (const { station, nameUr } of urdu) {
    const fields = before.get(stationKey({ district, id: station }));
    await putOwnFields(tx, { district, station }, { ...fields, 'name-ur': nameUr });
    const after = { fields: ['name-ur'] };
    await writeStationAudit(tx, { district, station, action: 'station.fields', after }, caller);
  }
}

async function readFieldsOf(tx: Queryable, { district, station }: StationPlace): Promise<Fields> {
  const fields = await readOwnFields(tx, district);
  return fields.get(stationKey({ district, id: station })) ?? {};
}
