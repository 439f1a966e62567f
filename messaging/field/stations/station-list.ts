import { applyCorrections, type Correction } from '../../../campaigns/directory/corrections.ts';
import {
  type Directory,
  type Station,
  stationKey,
  stationsOf,
} from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import type { StoredCorrection } from './corrections-sql.ts';
import type { StationAnswer, StationListAnswer } from './stations-schemas.ts';

export interface StationFacts {
  corrections: readonly StoredCorrection[];
  /** Own fields of stations, by key. */
  fields: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Open reports by station. */
  reports: ReadonlyMap<string, number>;
  /** Keys of stations that have a board: whether it is older than the present artwork. */
  boards: ReadonlyMap<string, { superseded: boolean }>;
  findCode(station: string): string | null;
}

const hindi = new Intl.Collator('hi');

/** Stations of a district as its officers see them: as they shall be, with what HQ holds among them. */
export function stationList(
  base: Directory,
  district: string,
  facts: StationFacts,
): StationListAnswer {
  const compiled = new Map(stationsOf(base, district).map((each) => [each.id, each]));
  const corrected = stationsOf(applyCorrections(base, facts.corrections).directory, district);
  const toView = (station: Station) => toAnswer(station, compiled.get(station.id) ?? null, facts);
  const removed = facts.corrections
    .filter(({ action }) => action === 'remove')
    .flatMap(({ station }) => compiled.get(station) ?? []);
  const byName = (a: StationAnswer, b: StationAnswer) => hindi.compare(a.nameHi, b.nameHi);
  return {
    stations: corrected.map(toView).sort(byName),
    removed: removed.map(toView).sort(byName),
  };
}

function toAnswer(station: Station, compiled: Station | null, facts: StationFacts): StationAnswer {
  const { id, kind, nameHi, nameEn, needsCheck, notes } = station;
  const correction = facts.corrections.find((each) => each.station === id);
  const board = facts.boards.get(stationKey(station));
  return {
    id,
    kind,
    nameHi,
    nameEn,
    needsCheck,
    notes,
    printed: stripName(station),
    compiled:
      compiled === null
        ? null
        : { nameHi: compiled.nameHi, nameEn: compiled.nameEn, kind: compiled.kind },
    correction: correction === undefined ? null : correctionView(correction),
    code: facts.findCode(id),
    reports: facts.reports.get(id) ?? 0,
    fields: {
      ...(station.nameUr === undefined ? {} : { 'name-ur': station.nameUr }),
      ...facts.fields.get(stationKey(station)),
    },
    superseded: board?.superseded === true,
  };
}

export function correctionView(
  stored: Pick<
    StoredCorrection,
    'action' | 'held' | 'heldRemark' | 'remark' | 'version' | 'byName' | 'at'
  >,
): NonNullable<StationAnswer['correction']> {
  const { action, held, heldRemark, remark, version, byName, at } = stored;
  return { action, held, heldRemark, remark, version, by: byName, at };
}

/** Names before and after a correction, for those who look over many. */
export function namesBeforeAndAfter(base: Directory, district: string, correction: Correction) {
  const before = stationsOf(base, district).find(({ id }) => id === correction.station);
  const { nameHi, nameEn, kind } = correction;
  return {
    before:
      before === undefined
        ? null
        : { nameHi: before.nameHi, nameEn: before.nameEn, kind: before.kind },
    after: correction.action === 'remove' ? null : { nameHi, nameEn, kind },
  };
}
