import type { Actor } from '../../../campaigns/offices/actor.ts';
import {
  marksFor,
  type ParcelMark,
  parcelState,
  undoableMark,
} from '../../../campaigns/purchase-orders/parcel.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findOrder, lockParcel, type StoredParcel, updateMarks } from './orders-sql.ts';

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

interface MarkInput {
  code: string;
  mark: ParcelMark;
}

/** Marks a parcel as dispatched or received. */
export function markParcel(
  marks: ParcelMarks,
  { code, mark }: MarkInput,
  caller: MarkCaller,
): Promise<StoredParcel> {
  return changeParcel(marks, { code, action: `parcel.${mark}` }, caller, (parcel) => {
    if (!marksFor(parcelState(parcel)).includes(mark)) return undefined;
    const at = marks.clock.now();
    const by = 'actor' in caller.marker ? caller.marker.actor.name : '';
    return mark === 'dispatched'
      ? { ...parcel, dispatchedAt: at, dispatchedBy: by }
      : { ...parcel, receivedAt: at, receivedBy: by };
  });
}

/** Takes a wrong mark back. */
export function unmarkParcel(
  marks: ParcelMarks,
  { code, mark }: MarkInput,
  caller: MarkCaller,
): Promise<StoredParcel> {
  return changeParcel(marks, { code, action: 'parcel.undo' }, caller, (parcel) => {
    if (undoableMark(parcelState(parcel)) !== mark) return undefined;
    return mark === 'dispatched'
      ? { ...parcel, dispatchedAt: null, dispatchedBy: null }
      : { ...parcel, receivedAt: null, receivedBy: null };
  });
}

/** @param change undefined where the parcel's state does not allow it */
async function changeParcel(
  { database }: ParcelMarks,
  { code, action }: { code: string; action: string },
  { marker, requestId }: MarkCaller,
  change: (parcel: StoredParcel) => StoredParcel | undefined,
): Promise<StoredParcel> {
  return inTransaction(database.pool, async (tx) => {
    const parcel = await lockParcel(tx, code);
    if (parcel === undefined) throw new Refusal('not-found');
    const order = await findOrder(tx, parcel.orderId);
    if (order === undefined || order.cancelledBy !== null || order.heldBy !== null)
      throw new Refusal('order-closed');
    const after = change(parcel);
    if (after === undefined) throw new Refusal('parcel-mark', { state: parcelState(parcel) });
    await updateMarks(tx, after);
    const link = 'vendorLink' in marker ? marker : {};
    await writeAudit(tx, {
      actor: 'actor' in marker ? marker.actor : 'vendor',
      action,
      subject: `parcel/${parcel.code}`,
      district: parcel.district,
      before: { state: parcelState(parcel) },
      after: { state: parcelState(after), station: parcel.station, ...link },
      requestId,
    });
    return after;
  });
}
