import type { Directory } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { type ParcelState, parcelState } from '../../../campaigns/purchase-orders/parcel.ts';
import {
  computeAmount,
  computeTotal,
  isSuperseded,
} from '../../../campaigns/purchase-orders/purchase-order.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import type { StoredLine, StoredOrder, StoredParcel } from './orders-sql.ts';
import type { OrderLine, OrderSummary } from './purchase-orders-schemas.ts';

/** 3/2026 */
export function toReference({ number, year }: Pick<StoredOrder, 'number' | 'year'>): string {
  return `${number}/${year}`;
}

export interface LoadedOrder {
  order: StoredOrder;
  lines: readonly StoredLine[];
  parcels: readonly StoredParcel[];
}

export function summariseOrder({ order, lines, parcels }: LoadedOrder): OrderSummary {
  const states = parcels.map(parcelState);
  const count = (state: ParcelState) => states.filter((each) => each === state).length;
  return {
    ...order,
    ...computeTotal(lines, order.gstPercent),
    reference: toReference(order),
    lifted: order.liftedBy === null ? null : { by: order.liftedBy, reason: order.liftedReason },
    held: order.heldBy === null ? null : { by: order.heldBy, reason: order.heldReason },
    cancelled:
      order.cancelledBy === null ? null : { by: order.cancelledBy, reason: order.cancelledReason },
    parcels: {
      waiting: count('waiting'),
      dispatched: count('dispatched'),
      received: count('received'),
    },
  };
}

export function lineView(
  line: StoredLine,
  names: (station: string) => StationNames,
  kit: Pick<Kit, 'made'>,
): OrderLine {
  const { file, superseded } = presentVersion(kit, line);
  const { orderId: _order, reprintOf, reprintReason, reprintWords, ...shown } = line;
  return {
    ...shown,
    ...names(line.station),
    present: superseded ? (file?.sha256 ?? null) : null,
    amount: computeAmount(line),
    reprint:
      reprintOf === null || reprintReason === null
        ? null
        : { of: reprintOf, reason: reprintReason, words: reprintWords },
  };
}

interface PresentVersion {
  /** The file that is there now; undefined while none is made. */
  file: ManifestFile | undefined;
  /** It is another one than was ordered. */
  superseded: boolean;
}

/** The one place that decides whether a newer version took the place of an ordered file. */
function presentVersion(
  kit: Pick<Kit, 'made'>,
  { path, sha256 }: { path: string; sha256: string },
): PresentVersion {
  const file = kit.made().get(path);
  return { file, superseded: isSuperseded(sha256, file?.sha256) };
}

export function parcelView(parcel: StoredParcel) {
  return { ...parcel, state: parcelState(parcel) };
}

export interface StationNames {
  nameHi: string;
  nameEn: string;
  printed: string;
}

/** Names of a district's stations; one that was taken out of the directory since has its id. */
export function stationNames(
  directory: Directory,
  district: string,
): (station: string) => StationNames {
  const known = new Map(
    directory.stations
      .filter((station) => station.district === district)
      .map((each) => {
        const { id, nameHi, nameEn } = each;
        return [id, { nameHi, nameEn, printed: stripName(each) }];
      }),
  );
  return (station) => known.get(station) ?? { nameHi: station, nameEn: station, printed: station };
}
