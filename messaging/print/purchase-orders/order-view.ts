import type { Directory } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import { type ParcelState, parcelState } from '../../../campaigns/purchase-orders/parcel.ts';
import { computeAmount, computeTotal } from '../../../campaigns/purchase-orders/purchase-order.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import type { StoredLine, StoredOrder, StoredParcel } from './orders-sql.ts';
import { presentVersion } from './present-version.ts';
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
