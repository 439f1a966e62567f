import type { Actor } from '../../../campaigns/offices/actor.ts';
import {
  marksFor,
  type ParcelMark,
  parcelState,
  undoableMark,
} from '../../../campaigns/print/purchase-orders/parcel.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { updateRow } from '../../platform/database/rows-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findOrder, lockParcel, type StoredParcel } from './orders-sql.ts';

export interface ParcelMarks {
  database: Pick<Database, 'pool'>;
  clock: Clock;
}

/** An officer, or a printer by the link with this id. */
export type Marker = { actor: Actor } | { vendorLink: number };

/** A caller who may have no account. */
interface MarkCaller {
  marker: Marker;
  requestId: string;
}

/** A parcel is dispatched or received, or a wrong mark is taken back. */
interface Marking {
  mark: ParcelMark;
  undo: boolean;
}

/** Sets a mark of a parcel, or takes it back. */
export function markParcel(
  { database, clock }: ParcelMarks,
  code: string,
  marking: Marking,
  caller: MarkCaller,
): Promise<StoredParcel> {
  const at = clock.now();
  return inTransaction(database.pool, async (tx) => {
    const parcel = await lockParcel(tx, code);
    if (parcel === undefined) throw new Refusal('not-found');
    return changeParcel(tx, parcel, { ...marking, at }, caller);
  });
}

/**
 * The same with all of these that have not gone further; each has its own entry in the log.
 * @returns the moment of all these marks
 */
export async function markParcels(
  { database, clock }: ParcelMarks,
  codes: readonly string[],
  marking: Marking,
  caller: MarkCaller,
): Promise<Date> {
  const at = clock.now();
  await inTransaction(database.pool, async (tx) => {
    // In one order, so that two who mark the same parcels wait for one another.
    for (const code of codes.toSorted()) {
      const parcel = await lockParcel(tx, code);
      if (parcel !== undefined && allows(parcel, marking))
        await changeParcel(tx, parcel, { ...marking, at }, caller);
    }
  });
  return at;
}

function allows(parcel: StoredParcel, { mark, undo }: Marking): boolean {
  const state = parcelState(parcel);
  return undo ? undoableMark(state) === mark : marksFor(state).includes(mark);
}

async function changeParcel(
  tx: Queryable,
  parcel: StoredParcel,
  { at, ...marking }: Marking & { at: Date },
  { marker, requestId }: MarkCaller,
): Promise<StoredParcel> {
  const { mark, undo } = marking;
  const order = await findOrder(tx, parcel.orderId);
  if (order === undefined || order.cancelled !== null || order.held !== null)
    throw new Refusal('order-closed');
  if (!allows(parcel, marking)) throw new Refusal('parcel-mark', { state: parcelState(parcel) });
  const change = {
    [`${mark}At`]: undo ? null : at,
    [`${mark}By`]: undo ? null : 'actor' in marker ? marker.actor.name : '',
  };
  await updateRow(tx, 'parcel', parcel.id, change);
  const after = { ...parcel, ...change };
  const link = 'vendorLink' in marker ? marker : {};
  await writeAudit(tx, {
    actor: 'actor' in marker ? marker.actor : 'vendor',
    action: undo ? 'parcel.undo' : `parcel.${mark}`,
    subject: `parcel/${parcel.code}`,
    district: parcel.district,
    before: { state: parcelState(parcel) },
    after: { state: parcelState(after), station: parcel.station, ...link },
    requestId,
  });
  return after;
}
