import {
  type Corrected,
  correct,
  correctionsCsv,
} from '../../../campaigns/directory/corrections.ts';
import type { OverrideAction } from '../../../campaigns/directory/override-table.ts';
import { type Directory, stationKey, stationsOf } from '../../../campaigns/directory/station.ts';
import { withUrduNames } from '../../../campaigns/own-fields/urdu-name.ts';
import type { CsvRow } from '../../../campaigns/tables/csv.ts';
import { formatCsv } from '../../../campaigns/tables/csv-writer.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { publish } from '../../print/kit/published-sql.ts';
import type { GiveCodes } from '../../scanning/short-codes/give-codes.ts';
import {
  deleteCorrection,
  holdCorrection,
  lockDistrict,
  putCorrection,
  readCorrections,
  type StoredCorrection,
} from './corrections-sql.ts';
import { settleReports } from './name-reports-sql.ts';
import { ownFieldsByStation, putOwnFields, readOwnFields } from './own-fields-sql.ts';

/** One word on one station; `version` is that of the correction that was seen, 0 where there was none. */
export interface GivenCorrection {
  action: OverrideAction;
  /** Empty for one that is added: its id follows from the English name. */
  station: string;
  nameHi: string;
  nameEn: string;
  kind: string;
  remark: string;
  version: number;
}

export type StationDesk = ReturnType<typeof createStationDesk>;

/** Corrections and own fields of a district's stations, each published in the transaction that decides it. */
export function createStationDesk(dependencies: {
  database: Pick<Database, 'pool'>;
  /** The directory without what was corrected here. */
  base: Directory;
  giveCodes: GiveCodes;
  /** Told after the commit. */
  changed(): Promise<void>;
}) {
  const { database, base, giveCodes, changed } = dependencies;

  /** Works on a district's stations alone; what stands at the end is published. */
  async function work<Done>(
    district: string,
    action: (tx: Queryable, earlier: StoredCorrection[]) => Promise<Done>,
  ): Promise<Done> {
    const done = await inTransaction(database.pool, async (tx) => {
      await lockDistrict(tx, district);
      const result = await action(tx, await readCorrections(tx, district));
      return result;
    });
    await changed();
    return done;
  }

  /** Held corrections are left out. */
  async function publishCorrections(tx: Queryable, district: string): Promise<void> {
    const standing = (await readCorrections(tx, district)).filter(({ held }) => !held);
    await publish(tx, `stations/${district}`, correctionsCsv(standing));
  }

  async function publishFields(tx: Queryable, district: string): Promise<void> {
    const rows = (await readOwnFields(tx, district)).map(({ station, field, value }) => [
      station,
      field,
      value,
    ]);
    const content = rows.length === 0 ? '' : formatCsv([['station', 'field', 'value'], ...rows]);
    await publish(tx, `own-fields/${district}`, content);
  }

  /** The directory without the district's corrections, with the names in Urdu that its stations have. */
  async function baseInUrdu(tx: Queryable, district: string): Promise<Directory> {
    return withUrduNames(base, await ownFieldsByStation(tx, district));
  }

  async function correctedBy(
    tx: Queryable,
    district: string,
    given: Parameters<typeof correct>[2],
  ): Promise<Corrected> {
    return correct(await baseInUrdu(tx, district), district, given);
  }

  /** Enters names in Urdu beside what the stations fill in else. */
  async function putUrdu(
    tx: Queryable,
    district: string,
    { urdu, asked }: { urdu: Corrected['urdu']; asked: Caller },
  ): Promise<void> {
    const before = await ownFieldsByStation(tx, district);
    for (const { station, nameUr } of urdu) {
      const own = before.get(stationKey({ district, id: station }));
      await putOwnFields(tx, { district, station }, { ...own, 'name-ur': nameUr });
      await writeAudit(tx, {
        ...{ actor: asked.actor, requestId: asked.requestId, district },
        action: 'station.fields',
        subject: `station/${district}/${station}`,
        after: { fields: ['name-ur'] },
      });
    }
  }

  async function take(
    tx: Queryable,
    district: string,
    given: { earlier: readonly StoredCorrection[]; corrected: Corrected; asked: Caller },
  ): Promise<void> {
    const { earlier, corrected, asked } = given;
    const { actor, requestId } = asked;
    const before = new Map(earlier.map((each) => [each.station, each]));
    const after = new Map(corrected.corrections.map((each) => [each.station, each]));
    const added = corrected.touched.filter((station) => after.get(station)?.action === 'add');
    // First, since it may be refused.
    if (added.length > 0) await giveCodes(tx, district, added);
    for (const station of corrected.touched) {
      const next = after.get(station);
      if (next === undefined) await deleteCorrection(tx, district, station);
      else await putCorrection(tx, district, next, actor);
      await settleReports(tx, { district, station }, actor.name);
      if (next?.action === 'remove' || next === undefined) {
        await putOwnFields(tx, { district, station }, {});
      }
    }
    if (corrected.touched.length > 0) await publishCorrections(tx, district);
    for (const station of corrected.touched) {
      const next = after.get(station);
      await writeAudit(tx, {
        ...{ actor, requestId, district },
        action: actions[next?.action ?? 'remove'],
        subject: `station/${district}/${station}`,
        before: namesOf(before.get(station) ?? baseStation(district, station)),
        after: next === undefined ? null : namesOf(next),
      });
    }
    await putUrdu(tx, district, { urdu: corrected.urdu, asked });
    await publishFields(tx, district);
  }

  function baseStation(district: string, id: string) {
    return stationsOf(base, district).find((station) => station.id === id);
  }

  return {
    base,
    /** What rows would do; nothing is changed. */
    async check(district: string, file: string, rows: readonly CsvRow[]): Promise<Corrected> {
      const earlier = await readCorrections(database.pool, district);
      return correctedBy(database.pool, district, { earlier, file, rows });
    },

    /** Takes the good rows of a list. */
    takeRows(district: string, file: string, rows: readonly CsvRow[], asked: Caller) {
      return work(district, async (tx, earlier) => {
        const corrected = await correctedBy(tx, district, { earlier, file, rows });
        if (corrected.touched.length + corrected.urdu.length > 0)
          await take(tx, district, { earlier, corrected, asked });
        return corrected;
      });
    },

    /**
     * Takes one word on one station.
     * @throws a refusal `stale` when somebody else spoke meanwhile, `wrong-station` with the field at fault
     */
    correct(district: string, given: GivenCorrection, asked: Caller): Promise<string> {
      return work(district, async (tx, earlier) => {
        const known = earlier.find(({ station }) => station === given.station);
        if ((known?.version ?? 0) !== given.version) {
          throw new Refusal('stale', { version: known?.version ?? 0 });
        }
        const rows = rowsOf(given);
        const corrected = await correctedBy(tx, district, { earlier, file: district, rows });
        const [fault] = corrected.faults;
        if (fault !== undefined) {
          const { column, expected, found } = fault;
          throw new Refusal('wrong-station', { field: column, expected, found });
        }
        await take(tx, district, { earlier, corrected, asked });
        return corrected.touched[0] ?? given.station;
      });
    },

    /** Takes a correction back: the name of the compiled list stands again. */
    undo(place: { district: string; station: string; version: number }, asked: Caller) {
      const { district, station, version } = place;
      return work(district, async (tx, earlier) => {
        const known = expectSeen(earlier, station, version);
        await deleteCorrection(tx, district, station);
        if (known.action === 'add') {
          await putOwnFields(tx, { district, station }, {});
          await publishFields(tx, district);
        }
        await publishCorrections(tx, district);
        await writeAudit(tx, {
          ...{ actor: asked.actor, requestId: asked.requestId, district },
          action: 'station.undo',
          subject: `station/${district}/${station}`,
          before: namesOf(known),
          after: namesOf(baseStation(district, station)),
        });
      });
    },

    /** HQ keeps a correction from being published, or lets it go. */
    hold(
      place: { district: string; station: string; version: number },
      { held, remark }: { held: boolean; remark: string },
      asked: Caller,
    ) {
      const { district, station, version } = place;
      return work(district, async (tx, earlier) => {
        expectSeen(earlier, station, version);
        await holdCorrection(tx, { district, station }, { held, remark });
        await publishCorrections(tx, district);
        await writeAudit(tx, {
          ...{ actor: asked.actor, requestId: asked.requestId, district },
          action: held ? 'station.hold' : 'station.release',
          subject: `station/${district}/${station}`,
          after: { remark },
        });
      });
    },

    /** What a station fills in on its artwork; the values are checked by the caller. */
    fill(
      { district, station }: { district: string; station: string },
      fields: Readonly<Record<string, string>>,
      asked: Caller,
    ) {
      return work(district, async (tx) => {
        const before = fieldsOf(await readOwnFields(tx, district), station);
        // The name that a committed file has is no word of the console.
        const { 'name-ur': nameUr = '', ...others } = fields;
        const committed = baseStation(district, station)?.nameUr;
        const own = nameUr === committed ? others : fields;
        await putOwnFields(tx, { district, station }, own);
        const all = await readOwnFields(tx, district);
        await publishFields(tx, district);
        // Values may be numbers, which the log never holds: it says which fields changed.
        const after = fieldsOf(all, station);
        const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
          (field) => before[field] !== after[field],
        );
        await writeAudit(tx, {
          ...{ actor: asked.actor, requestId: asked.requestId, district },
          action: 'station.fields',
          subject: `station/${district}/${station}`,
          after: { fields: changed },
        });
      });
    },
  };
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

function rowsOf({ action, station, nameHi, nameEn, kind, remark }: GivenCorrection): CsvRow[] {
  const named = action === 'add' || action === 'rename';
  const names = named ? [nameHi.normalize('NFC'), nameEn.normalize('NFC'), kind] : ['', '', ''];
  return [
    ['action', 'station', 'name_hi', 'name_en', 'kind', 'remark'],
    [action, station, ...names, remark],
  ].map((cells, at) => ({ line: at + 1, cells }));
}

function namesOf(
  station: { nameHi: string; nameEn: string; kind: string } | undefined,
): { nameHi: string; nameEn: string; kind: string } | null {
  if (station === undefined) return null;
  const { nameHi, nameEn, kind } = station;
  return { nameHi, nameEn, kind };
}

function fieldsOf(
  all: readonly { station: string; field: string; value: string }[],
  station: string,
): Record<string, string> {
  return Object.fromEntries(
    all.filter((each) => each.station === station).map(({ field, value }) => [field, value]),
  );
}
