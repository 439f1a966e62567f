import type { Actor } from '../../../campaigns/offices/actor.ts';
import {
  marksFor,
  type ParcelMark,
  parcelState,
  undoableMark,
} from '../../../campaigns/purchase-orders/parcel.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
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

type Change = (parcel: StoredParcel) => StoredParcel | undefined;

/** Marks a parcel as dispatched or received. */
export function markParcel(
  marks: ParcelMarks,
  { code, mark }: MarkInput,
  caller: MarkCaller,
): Promise<StoredParcel> {
  const change = { code, action: `parcel.${mark}`, to: setMark(mark, marks.clock.now(), caller) };
  return inTransaction(marks.database.pool, (tx) => changeParcel(tx, change, caller));
}

/** Takes a wrong mark back. */
export function unmarkParcel(
  marks: ParcelMarks,
  { code, mark }: MarkInput,
  caller: MarkCaller,
): Promise<StoredParcel> {
  const change = { code, action: 'parcel.undo', to: clearMark(mark) };
  return inTransaction(marks.database.pool, (tx) => changeParcel(tx, change, caller));
}

/** Marks all of these that have not gone further; each has its own entry in the log. @returns the moment of all these marks */
export function markParcels(
  marks: ParcelMarks,
  { codes, mark }: { codes: readonly string[]; mark: ParcelMark },
  caller: MarkCaller,
): Promise<Date> {
  const at = marks.clock.now();
  return changeParcels(
    marks,
    { codes, at, action: `parcel.${mark}`, to: setMark(mark, at, caller) },
    caller,
  );
}

/** Takes the mark of all these back, but for those that went further. */
export function unmarkParcels(
  marks: ParcelMarks,
  { codes, mark }: { codes: readonly string[]; mark: ParcelMark },
  caller: MarkCaller,
): Promise<Date> {
  const change = { codes, at: marks.clock.now(), action: 'parcel.undo', to: clearMark(mark) };
  return changeParcels(marks, change, caller);
}

async function changeParcels(
  { database }: ParcelMarks,
  { codes, at, action, to }: { codes: readonly string[]; at: Date; action: string; to: Change },
  caller: MarkCaller,
): Promise<Date> {
  await inTransaction(database.pool, async (tx) => {
    // In one order, so that two who mark the same parcels wait for one another.
    for (const code of codes.toSorted()) {
      const parcel = await lockParcel(tx, code);
      if (parcel !== undefined && to(parcel) !== undefined)
        await changeParcel(tx, { code, action, to }, caller);
    }
  });
  return at;
}

function setMark(mark: ParcelMark, at: Date, { marker }: MarkCaller): Change {
  const by = 'actor' in marker ? marker.actor.name : '';
  return (parcel) => {
    if (!marksFor(parcelState(parcel)).includes(mark)) return undefined;
    return mark === 'dispatched'
      ? { ...parcel, dispatchedAt: at, dispatchedBy: by }
      : { ...parcel, receivedAt: at, receivedBy: by };
  };
}

function clearMark(mark: ParcelMark): Change {
  return (parcel) => {
    if (undoableMark(parcelState(parcel)) !== mark) return undefined;
    return mark === 'dispatched'
      ? { ...parcel, dispatchedAt: null, dispatchedBy: null }
      : { ...parcel, receivedAt: null, receivedBy: null };
  };
}

/** @param change undefined from `to` where the parcel's state does not allow it */
async function changeParcel(
  tx: Queryable,
  { code, action, to }: { code: string; action: string; to: Change },
  { marker, requestId }: MarkCaller,
): Promise<StoredParcel> {
  const parcel = await lockParcel(tx, code);
  if (parcel === undefined) throw new Refusal('not-found');
  const order = await findOrder(tx, parcel.orderId);
  if (order === undefined || order.cancelledBy !== null || order.heldBy !== null)
    throw new Refusal('order-closed');
  const after = to(parcel);
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
}
