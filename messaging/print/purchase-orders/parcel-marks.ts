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

/** Who marks a parcel: an officer, or a printer by the link with this id. */
export type Marker = { actor: Actor } | { vendorLink: number };

export type ParcelMarks = ReturnType<typeof createParcelMarks>;

/** Marks of parcels on their way, and the taking back of a wrong one, each in the audit log. */
export function createParcelMarks({
  database,
  clock,
}: {
  database: Pick<Database, 'pool'>;
  clock: Clock;
}) {
  async function change(
    code: string,
    { marker, requestId, action }: { marker: Marker; requestId: string; action: string },
    step: (parcel: StoredParcel) => StoredParcel | undefined,
  ): Promise<StoredParcel> {
    return inTransaction(database.pool, async (tx) => {
      const parcel = await lockParcel(tx, code);
      if (parcel === undefined) throw new Refusal('not-found');
      const order = await findOrder(tx, parcel.orderId);
      if (order === undefined || order.cancelledBy !== null || order.heldBy !== null)
        throw new Refusal('order-closed');
      const after = step(parcel);
      if (after === undefined) throw new Refusal('parcel-mark', { state: parcelState(parcel) });
      await updateMarks(tx, after);
      const link = 'vendorLink' in marker ? { vendorLink: marker.vendorLink } : {};
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

  return {
    mark: (code: string, mark: ParcelMark, asked: { marker: Marker; requestId: string }) =>
      change(code, { ...asked, action: `parcel.${mark}` }, (parcel) => {
        if (!marksFor(parcelState(parcel)).includes(mark)) return undefined;
        const by = 'actor' in asked.marker ? asked.marker.actor.name : '';
        return mark === 'dispatched'
          ? { ...parcel, dispatchedAt: clock.now(), dispatchedBy: by }
          : { ...parcel, receivedAt: clock.now(), receivedBy: by };
      }),
    undo: (code: string, mark: ParcelMark, asked: { marker: Marker; requestId: string }) =>
      change(code, { ...asked, action: 'parcel.undo' }, (parcel) => {
        if (undoableMark(parcelState(parcel)) !== mark) return undefined;
        return mark === 'dispatched'
          ? { ...parcel, dispatchedAt: null, dispatchedBy: null }
          : { ...parcel, receivedAt: null, receivedBy: null };
      }),
  };
}
