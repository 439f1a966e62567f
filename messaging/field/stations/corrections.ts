import {
  applyCorrections,
  type Corrected,
  type Correction,
  correct,
  toRow,
} from '../../../campaigns/directory/corrections.ts';
import { isSpelling } from '../../../campaigns/directory/name-grammar.ts';
import type { OverrideAction } from '../../../campaigns/directory/override-table.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { type Effect, joinEffects } from '../../../campaigns/held-acts/effect.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { withUrduNames } from '../../../campaigns/print/own-fields/urdu-name.ts';
import { sayExpected } from '../../../campaigns/words/override-fault-words.ts';
import type { DoOrHold, HeldKind } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import type { PublicWords } from '../../kit/public-words.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { publish } from '../../print/kit/published-sql.ts';
import {
  deleteCorrection,
  lockDistrict,
  putCorrection,
  putOwnFields,
  readCorrections,
  readOwnFields,
  type StoredCorrection,
  updateHeld,
} from './corrections-sql.ts';
import { findBaseStation, type StationSources, writeStationAudit } from './district-stations.ts';
import {
  type CorrectionList,
  type CorrectionRequest,
  type CorrectionStep,
  judgeDropped,
  type StationChange,
} from './dropped-stations.ts';
import { settleReports } from './name-reports-sql.ts';
import { listNewNames } from './new-names.ts';
import { putUrduNames } from './own-fields.ts';

/** One word on one station, which is empty for one that is added: its id follows from the English name. */
export type NewCorrection = CorrectionRequest & Correction;

/** @returns null for a step */
export type ChangeStations = DoOrHold<StationChange, Corrected | null>;

/** The one door for words on stations, whatever form or file they come in: names go to a reader, what drops a station to the zone. */
export function openCorrections(
  stations: StationSources,
  { heldActs, publicWords }: Pick<House, 'heldActs' | 'publicWords'>,
): ChangeStations {
  const both: Pick<HeldKind<StationChange, Corrected | null>, 'judge' | 'apply' | 'accepted'> = {
    async judge(tx, change) {
      const dropped = await judgeDropped(tx, stations, change);
      if ('step' in change) return dropped;
      const { names } = await correctDistrict(tx, stations, change);
      return joinEffects([dropped, await publicWords.judge(tx, names, change.district)]);
    },
    async apply(tx, change, { maker, checker, requestId = '' }) {
      const caller = { actor: maker as Actor, requestId };
      if ('step' in change) return stepCorrection(tx, stations, change, caller);
      const { earlier, corrected } = await correctDistrict(tx, stations, change);
      const { district } = change;
      if (corrected.touched.length + corrected.urdu.length > 0)
        await storeCorrected(tx, stations, { district, earlier, corrected, checker }, caller);
      return corrected;
    },
    accepted: stations.changed,
  };
  const names = heldActs.open({
    ...both,
    kind: 'station.names',
    title: ['थानों के नाम', 'Names of stations'],
    may: 'public-words.clear',
  });
  const drops = heldActs.open({
    ...both,
    kind: 'station.drops',
    title: ['थाने, जिन पर अब बोर्ड नहीं लगना', 'Stations that are to have no board'],
    may: 'activity.approve',
  });
  return async (wanted) => {
    const dropped = await judgeDropped(stations.database.pool, stations, wanted.input);
    return (dropped.findings.length > 0 ? drops : names)(wanted);
  };
}

/** Says what rows would do, and what of it needs a second officer; nothing is changed. */
export async function judgeRows(
  database: Queryable,
  { stations, publicWords }: { stations: StationSources; publicWords: PublicWords },
  list: CorrectionList,
): Promise<{ corrected: Corrected; effect: Effect }> {
  const { names, corrected } = await applyRows(database, stations, list);
  const dropped = await judgeDropped(database, stations, list);
  const words = await publicWords.judge(database, names, list.district);
  return { corrected, effect: joinEffects([dropped, words]) };
}

/** One word as a list of one row. */
export function toList(correction: NewCorrection): CorrectionList {
  const { district, station, version } = correction;
  const table = { file: district, sheet: null, rows: [toRow(correction)] };
  return { district, table, one: { station, version } };
}

/** Rows on the district's stations as they now are, which nobody else changes meanwhile. */
async function correctDistrict(tx: Queryable, stations: StationSources, list: CorrectionList) {
  const { district, one } = list;
  await lockDistrict(tx, district);
  const result = await applyRows(tx, stations, list);
  if (one === undefined) return result;
  const known = result.earlier.find((each) => each.station === one.station)?.version ?? 0;
  if (known !== one.version) throw new Refusal('stale', { version: known });
  const [fault] = result.corrected.faults;
  if (fault !== undefined) {
    const { column, expected, found } = fault;
    throw new Refusal('wrong-station', { field: column, expected: sayExpected(expected), found });
  }
  return result;
}

/** Takes a correction back, so that the compiled name applies again, keeps it from being published, or lets it go. */
async function stepCorrection(
  tx: Queryable,
  stations: StationSources,
  { district, station, version, step, remark }: CorrectionStep,
  caller: Caller,
): Promise<null> {
  await lockDistrict(tx, district);
  const known = expectSeen(await readCorrections(tx, district), station, version);
  const place = { district, station };
  if (step === 'undo') {
    await deleteCorrection(tx, district, station);
    if (known.action === 'add') await putOwnFields(tx, place, {});
    const names = {
      before: pickNames(known),
      after: pickNames(findBaseStation(stations, place)),
    };
    await writeStationAudit(tx, { ...place, action: 'station.undo', ...names }, caller);
  } else {
    await updateHeld(tx, place, { held: step === 'hold', remark });
    const action = step === 'hold' ? 'station.hold' : 'station.release';
    await writeStationAudit(tx, { ...place, action, after: { remark } }, caller);
  }
  await publish(tx, `words/${district}`);
  return null;
}

/** The district's corrections before and with the rows, and which names in them are new. */
async function applyRows(
  tx: Queryable,
  { base }: StationSources,
  { district, table }: CorrectionList,
) {
  const earlier = await readCorrections(tx, district);
  const fields = await readOwnFields(tx, district);
  const inUrdu = withUrduNames(base, fields);
  const before = stationsOf(applyCorrections(inUrdu, earlier).directory, district);
  const corrected = correct(inUrdu, district, { earlier, table });
  return { earlier, corrected, names: listNewNames(before, stationsOf(base, district), corrected) };
}

interface CorrectedDistrict {
  district: string;
  earlier: readonly StoredCorrection[];
  corrected: Corrected;
  /** The second officer, where a name is new. */
  checker: Actor | null;
}

async function storeCorrected(
  tx: Queryable,
  stations: StationSources,
  { district, earlier, corrected, checker }: CorrectedDistrict,
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
    else {
      const last = before.get(station);
      const known = last !== undefined && isSpelling(last, next) ? last.checkedBy : null;
      const { id, name } = caller.actor;
      await putCorrection(tx, next, { id, name, checkedBy: checker?.name ?? known });
    }
    await settleReports(tx, { district, station }, caller.actor.name);
    if (next?.action === 'remove' || next === undefined) {
      await putOwnFields(tx, { district, station }, {});
    }
  }
  for (const station of touched) {
    const next = after.get(station);
    const former = before.get(station) ?? findBaseStation(stations, { district, station });
    const names = { before: pickNames(former), after: pickNames(next) };
    const action = actions[next?.action ?? 'remove'];
    await writeStationAudit(tx, { district, station, action, ...names }, caller);
  }
  await putUrduNames(tx, { district, urdu }, caller);
  await publish(tx, `words/${district}`);
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

function pickNames(
  station: { nameHi: string; nameEn: string; kind: string } | undefined,
): { nameHi: string; nameEn: string; kind: string } | null {
  if (station === undefined) return null;
  const { nameHi, nameEn, kind } = station;
  return { nameHi, nameEn, kind };
}
