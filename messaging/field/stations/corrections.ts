import {
  type Corrected,
  correct,
  correctionsCsv,
} from '../../../campaigns/directory/corrections.ts';
import type { OverrideAction } from '../../../campaigns/directory/override-table.ts';
import { withUrduNames } from '../../../campaigns/own-fields/urdu-name.ts';
import type { CsvRow } from '../../../campaigns/tables/csv.ts';
import { sayExpected } from '../../../campaigns/words/override-fault-words.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { publish } from '../../print/kit/published-sql.ts';
import {
  deleteCorrection,
  putCorrection,
  readCorrections,
  type StoredCorrection,
  updateHeld,
} from './corrections-sql.ts';
import {
  changeDistrict,
  findBaseStation,
  type StationPlace,
  type StationSources,
  writeStationAudit,
} from './district-stations.ts';
import { settleReports } from './name-reports-sql.ts';
import { ownFieldsByStation, publishFields, putOwnFields, putUrduNames } from './own-fields.ts';

/** A correction as it was seen; its version is 0 where there was none. */
export type CorrectionRequest = StationPlace & { version: number };

/** One word on one station. */
export interface NewCorrection extends CorrectionRequest {
  action: OverrideAction;
  /** Empty for one that is added: its id follows from the English name. */
  station: string;
  nameHi: string;
  nameEn: string;
  kind: string;
  remark: string;
}

/** Rows of a district's list. */
export interface CorrectionList {
  district: string;
  /** As faults name it. */
  file: string;
  rows: readonly CsvRow[];
}

/** Says what rows would do; nothing is changed. */
export async function checkRows(
  stations: StationSources,
  list: CorrectionList,
): Promise<Corrected> {
  const { pool } = stations.database;
  return applyRows(pool, stations, list, await readCorrections(pool, list.district));
}

/** Takes the good rows of a list. */
export async function takeRows(
  stations: StationSources,
  list: CorrectionList,
  caller: Caller,
): Promise<Corrected> {
  const { district } = list;
  return changeDistrict(stations, district, async (tx, earlier) => {
    const corrected = await applyRows(tx, stations, list, earlier);
    if (corrected.touched.length + corrected.urdu.length > 0)
      await storeCorrected(tx, stations, { district, earlier, corrected }, caller);
    return corrected;
  });
}

/**
 * Takes one word on one station.
 * @returns its id
 * @throws a refusal `stale` when somebody else changed it meanwhile, `wrong-station` with the field at fault
 */
export async function correctStation(
  stations: StationSources,
  correction: NewCorrection,
  caller: Caller,
): Promise<string> {
  const { district, station, version } = correction;
  return changeDistrict(stations, district, async (tx, earlier) => {
    const known = earlier.find((each) => each.station === station)?.version ?? 0;
    if (known !== version) throw new Refusal('stale', { version: known });
    const list = { district, file: district, rows: toRows(correction) };
    const corrected = await applyRows(tx, stations, list, earlier);
    const [fault] = corrected.faults;
    if (fault !== undefined) {
      const { column, expected, found } = fault;
      throw new Refusal('wrong-station', { field: column, expected: sayExpected(expected), found });
    }
    await storeCorrected(tx, stations, { district, earlier, corrected }, caller);
    return corrected.touched[0] ?? station;
  });
}

/** Takes a correction back: the name of the compiled list applies again. */
export async function undoCorrection(
  stations: StationSources,
  { district, station, version }: CorrectionRequest,
  caller: Caller,
): Promise<void> {
  await changeDistrict(stations, district, async (tx, earlier) => {
    const known = expectSeen(earlier, station, version);
    await deleteCorrection(tx, district, station);
    if (known.action === 'add') {
      await putOwnFields(tx, { district, station }, {});
      await publishFields(tx, district);
    }
    await publishCorrections(tx, district);
    const before = pickNames(known);
    const after = pickNames(findBaseStation(stations, { district, station }));
    const action = 'station.undo';
    await writeStationAudit(tx, { district, station, action, before, after }, caller);
  });
}

/** HQ keeps a correction from being published, or lets it go. */
export async function holdCorrection(
  stations: StationSources,
  {
    district,
    station,
    version,
    held,
    remark,
  }: CorrectionRequest & {
    held: boolean;
    remark: string;
  },
  caller: Caller,
): Promise<void> {
  await changeDistrict(stations, district, async (tx, earlier) => {
    expectSeen(earlier, station, version);
    await updateHeld(tx, { district, station }, { held, remark });
    await publishCorrections(tx, district);
    const action = held ? 'station.hold' : 'station.release';
    await writeStationAudit(tx, { district, station, action, after: { remark } }, caller);
  });
}

/** Held corrections are left out. */
async function publishCorrections(tx: Queryable, district: string): Promise<void> {
  const published = (await readCorrections(tx, district)).filter(({ held }) => !held);
  await publish(tx, `stations/${district}`, correctionsCsv(published));
}

/** The district's stations with the rows taken in. */
async function applyRows(
  tx: Queryable,
  { base }: StationSources,
  { district, file, rows }: CorrectionList,
  earlier: readonly StoredCorrection[],
): Promise<Corrected> {
  const inUrdu = withUrduNames(base, await ownFieldsByStation(tx, district));
  return correct(inUrdu, district, { earlier, file, rows });
}

interface CorrectedDistrict {
  district: string;
  earlier: readonly StoredCorrection[];
  corrected: Corrected;
}

async function storeCorrected(
  tx: Queryable,
  stations: StationSources,
  { district, earlier, corrected }: CorrectedDistrict,
  caller: Caller,
): Promise<void> {
  const { touched, urdu } = corrected;
  const before = new Map(earlier.map((each) => [each.station, each]));
  const after = new Map(corrected.corrections.map((each) => [each.station, each]));
  const added = touched.filter((station) => after.get(station)?.action === 'add');
  // First, since it may be refused.
  if (added.length > 0) await stations.giveCodes(tx, district, added);
  for (const station of touched) {
    const next = after.get(station);
    if (next === undefined) await deleteCorrection(tx, district, station);
    else await putCorrection(tx, district, next, caller.actor);
    await settleReports(tx, { district, station }, caller.actor.name);
    if (next?.action === 'remove' || next === undefined) {
      await putOwnFields(tx, { district, station }, {});
    }
  }
  if (touched.length > 0) await publishCorrections(tx, district);
  for (const station of touched) {
    const next = after.get(station);
    const former = before.get(station) ?? findBaseStation(stations, { district, station });
    const names = { before: pickNames(former), after: pickNames(next) };
    const action = actions[next?.action ?? 'remove'];
    await writeStationAudit(tx, { district, station, action, ...names }, caller);
  }
  await putUrduNames(tx, { district, urdu }, caller);
  await publishFields(tx, district);
}

const actions = {
  checked: 'station.checked',
  rename: 'station.rename',
  add: 'station.add',
  remove: 'station.remove',
} as const satisfies Record<OverrideAction, string>;

/** @throws a refusal `stale` where the correction is not the one that was seen */
function expectSeen(
  earlier: readonly StoredCorrection[],
  station: string,
  version: number,
): StoredCorrection {
  const known = earlier.find((each) => each.station === station);
  if (known === undefined) throw new Refusal('not-found');
  if (known.version !== version) throw new Refusal('stale', { version: known.version });
  return known;
}

function toRows({ action, station, nameHi, nameEn, kind, remark }: NewCorrection): CsvRow[] {
  const named = action === 'add' || action === 'rename';
  const names = named ? [nameHi.normalize('NFC'), nameEn.normalize('NFC'), kind] : ['', '', ''];
  return [
    ['action', 'station', 'name_hi', 'name_en', 'kind', 'remark'],
    [action, station, ...names, remark],
  ].map((cells, at) => ({ line: at + 1, cells }));
}

function pickNames(
  station: { nameHi: string; nameEn: string; kind: string } | undefined,
): { nameHi: string; nameEn: string; kind: string } | null {
  if (station === undefined) return null;
  const { nameHi, nameEn, kind } = station;
  return { nameHi, nameEn, kind };
}
