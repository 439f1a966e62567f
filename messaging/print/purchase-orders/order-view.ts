import type { Directory } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import { type ParcelState, parcelState } from '../../../campaigns/print/purchase-orders/parcel.ts';
import {
  computeAmount,
  computeTotal,
  findNewer,
} from '../../../campaigns/print/purchase-orders/purchase-order.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import type { StoredLine, StoredOrder, StoredParcel } from './orders-sql.ts';
import type { OrderLine, OrderSummary } from './purchase-orders-schemas.ts';

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
  return {
    ...line,
    ...names(line.station),
    present: findNewer(line.sha256, kit.made().get(line.path)?.sha256),
    amount: computeAmount(line),
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
