import {
  applyCorrections,
  type Correction,
  correct,
} from '../../../campaigns/directory/corrections.ts';
import type { OverrideTable } from '../../../campaigns/directory/override-table.ts';
import { boardStations, type Station, stationsOf } from '../../../campaigns/directory/station.ts';
import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import { stationEffects } from '../../../campaigns/words/effect-words.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { readCorrections, type StoredCorrection } from './corrections-sql.ts';
import type { StationPlace, StationSources } from './district-stations.ts';

/** A correction as it was seen; its version is 0 where there was none. */
export type CorrectionRequest = StationPlace & { version: number };

/** Rows of a district's list, or one word on one station. */
export interface CorrectionList {
  district: string;
  table: OverrideTable;
  /** One word alone, with the version that was seen: its fault refuses it. */
  one?: { station: string; version: number };
}
/** One correction that is taken back, or that HQ keeps from being published or lets go. */
export interface CorrectionStep extends CorrectionRequest {
  step: 'undo' | 'hold' | 'release';
  remark: string;
}
export type StationChange = CorrectionList | CorrectionStep;
/** Judges whether stations are to have no board any more: a district with fewer of them stands higher for the same boards. */
export async function judgeDropped(
  database: Queryable,
  { base }: StationSources,
  change: StationChange,
): Promise<Effect> {
  const { district } = change;
  const earlier = await readCorrections(database, district);
  const held = new Set(earlier.flatMap((each) => (each.held ? each.station : [])));
  const list = (corrections: readonly Correction[], unpublished: ReadonlySet<string>) => {
    const published = corrections.filter(({ station }) => !unpublished.has(station));
    const { directory } = applyCorrections(base, published);
    return boardStations({ ...directory, stations: stationsOf(directory, district) });
  };
  const before = list(earlier, held);
  const after =
    'step' in change
      ? list(...stepTo(earlier, held, change))
      : list(correct(base, district, { earlier, table: change.table }).corrections, held);
  const kept = new Set(after.map(({ id }) => id));
  const dropped = before.filter(({ id }) => !kept.has(id));
  if (dropped.length === 0) return { changes: [], findings: [] };
  return {
    changes: [{ what: stationEffects.boards, before: before.length, after: after.length }],
    findings: dropped.slice(0, mostNamed).map(sayDropped),
  };
}

const mostNamed = 10;

function stepTo(
  earlier: readonly StoredCorrection[],
  held: ReadonlySet<string>,
  { station, step }: Extract<StationChange, { step: string }>,
): [StoredCorrection[], ReadonlySet<string>] {
  const others = earlier.filter((each) => each.station !== station);
  if (step === 'undo') return [others, held];
  const without = new Set(held);
  if (step === 'hold') without.add(station);
  else without.delete(station);
  return [[...earlier], without];
}

function sayDropped({ id, nameHi, nameEn }: Station) {
  return { code: `station ${id} dropped`, ...stationEffects.dropped({ hi: nameHi, en: nameEn }) };
}
