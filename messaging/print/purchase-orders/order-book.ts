import { randomInt } from 'node:crypto';
import type { Directory, District } from '../../../campaigns/directory/station.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, can } from '../../../campaigns/offices/permission.ts';
import { parcelCode, parcelState } from '../../../campaigns/purchase-orders/parcel.ts';
import {
  computeArea,
  computeTotal,
  mostTotalPaise,
  type OrderUnit,
  type ReprintReason,
} from '../../../campaigns/purchase-orders/purchase-order.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { ApprovalRule } from '../print-approvals/print-approvals.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import { lineView, parcelView, stationNames, summariseOrder } from './order-view.ts';
import {
  findOrder,
  insertLine,
  insertOrder,
  insertParcel,
  readLines,
  readParcels,
  type StoredOrder,
  takeNumber,
  updateCancelled,
  updateHold,
} from './orders-sql.ts';

export interface GivenOrder {
  district: string;
  vendor: string;
  dueOn: string | null;
  gstPercent: number | null;
  lines: readonly {
    path: string;
    sha256: string;
    quantity: number;
    place: string;
    unit: OrderUnit;
    ratePaise: number;
  }[];
}

export interface OrderBookOptions {
  database: Pick<Database, 'pool'>;
  directory: Directory;
  kit: Kit;
  rule: ApprovalRule;
  clock: Clock;
}

export type OrderBook = ReturnType<typeof createOrderBook>;

/** Places, holds, cancels and repeats purchase orders; what costs money is in the audit log. */
export function createOrderBook(options: OrderBookOptions) {
  const { database, directory, kit, rule, clock } = options;
  const { pool } = database;
  const districtOf = (id: string): District | undefined =>
    directory.districts.find((district) => district.id === id);

  /** An order that the officer may see; another one is not there. */
  async function see(on: Queryable, actor: Actor, id: number, lock = false) {
    const order = await findOrder(on, id, { lock });
    const district = order && districtOf(order.district);
    if (order === undefined || district === undefined || !can(actor, 'order.read', district))
      throw new Refusal('not-found');
    return { order, district };
  }

  async function whole(order: StoredOrder) {
    const lines = await readLines(pool, [order.id]);
    const parcels = await readParcels(pool, [order.id]);
    const names = stationNames(directory, order.district);
    return {
      order: summariseOrder(order, lines, parcels),
      lines: lines.map((line) => lineView(line, names, kit)),
      parcels: parcels.map(parcelView),
    };
  }

  /** A station's press file as it now is, which may be printed from. */
  function pressFile(path: string, district: string) {
    const file = kit.made().get(path);
    if (file?.district !== district || file.station === null || file.format !== 'pdf')
      throw new Refusal('no-press-file', { path });
    return file as ManifestFile & { station: string };
  }

  async function mustBeApproved(files: readonly ManifestFile[]) {
    const [path] = await rule.stampedOf(files);
    if (path !== undefined) throw new Refusal('not-approved', { path });
  }

  async function newParcel(
    tx: Queryable,
    parcel: { orderId: number; district: string; station: string },
  ): Promise<number> {
    for (;;) {
      const id = await insertParcel(tx, { ...parcel, code: parcelCode(randomInt) });
      // Of 17,000 million codes one was there already.
      if (id !== undefined) return id;
    }
  }

  /** Does something to an order that the office may do to it. */
  async function act(
    { actor, requestId }: Caller,
    id: number,
    { action, needs }: { action: string; needs: Action },
    step: (order: StoredOrder, tx: Queryable) => Promise<object>,
  ) {
    await inTransaction(pool, async (tx) => {
      const { order, district } = await see(tx, actor, id, true);
      if (!can(actor, needs, district)) throw new Refusal('not-allowed');
      if (order.cancelledBy !== null) throw new Refusal('order-closed');
      const after = await step(order, tx);
      const subject = `purchase-order/${id}`;
      await writeAudit(tx, {
        ...{ actor, action, subject, after, requestId },
        district: order.district,
      });
    });
  }

  return {
    see: (actor: Actor, id: number) => see(pool, actor, id),
    async read(actor: Actor, id: number) {
      return whole((await see(pool, actor, id)).order);
    },

    async place({ actor, requestId }: Caller, given: GivenOrder): Promise<number> {
      const { district, vendor, dueOn, gstPercent } = given;
      for (const text of [vendor, ...given.lines.map(({ place }) => place)])
        if (hasPhoneNumber(text)) throw new Refusal('number-in-text', { found: text });
      const lines = given.lines.map((line) => {
        const file = pressFile(line.path, district);
        if (file.sha256 !== line.sha256) throw new Refusal('file-made-anew', { path: line.path });
        const areaCentiSqFt =
          line.unit === 'sq-ft' ? computeArea(file.widthMm ?? 0, file.heightMm ?? 0) : 0;
        return { ...line, file, areaCentiSqFt };
      });
      await mustBeApproved(lines.map(({ file }) => file));
      const total = computeTotal(lines, gstPercent);
      if (total.total > mostTotalPaise) throw new Refusal('order-too-large');
      const orderedOn = clock.today();
      const year = Number(orderedOn.slice(0, 4));
      return inTransaction(pool, async (tx) => {
        const number = await takeNumber(tx, district, year);
        const orderId = await insertOrder(tx, {
          ...{ district, year, number, vendor, dueOn, gstPercent, orderedOn },
          orderedBy: actor.name,
        });
        for (const [station, own] of Map.groupBy(lines, ({ file }) => file.station)) {
          const parcelId = await newParcel(tx, { orderId, district, station });
          for (const {
            file,
            path,
            sha256,
            quantity,
            place,
            unit,
            ratePaise,
            areaCentiSqFt,
          } of own) {
            const { artwork } = file;
            await insertLine(
              tx,
              {
                ...{ orderId, parcelId, station, artwork, path, sha256, quantity, place, unit },
                ...{ ratePaise, areaCentiSqFt, reprintOf: null, reprintReason: null },
                reprintWords: '',
              },
              actor.name,
            );
          }
        }
        await writeAudit(tx, {
          actor,
          action: 'purchase-order.place',
          subject: `purchase-order/${orderId}`,
          district,
          after: { number, year, vendor, lines: lines.length, totalPaise: total.total },
          requestId,
        });
        return orderId;
      });
    },

    async reprint(
      asked: Caller,
      id: number,
      given: { line: number; reason: ReprintReason; remark: string; quantity?: number | undefined },
    ) {
      await see(pool, asked.actor, id);
      const wanted = (await readLines(pool, [id])).find((each) => each.id === given.line);
      const present = wanted && kit.made().get(wanted.path);
      // Before the transaction, which has the embedded database to itself.
      if (present !== undefined) await mustBeApproved([present]);
      await act(
        asked,
        id,
        { action: 'purchase-order.reprint', needs: 'order.place' },
        async (order, tx) => {
          if (order.heldBy !== null) throw new Refusal('order-closed');
          const line = (await readLines(tx, [id])).find((each) => each.id === given.line);
          if (line === undefined) throw new Refusal('not-found');
          const file = pressFile(line.path, order.district);
          if (file.sha256 !== present?.sha256)
            throw new Refusal('file-made-anew', { path: line.path });
          const { district } = order;
          const { station } = line;
          const parcelId = await newParcel(tx, { orderId: id, district, station });
          const { id: reprintOf, parcel: _parcel, ...same } = line;
          const { sha256 } = file;
          const quantity = given.quantity ?? line.quantity;
          const reprint = {
            ...{ reprintOf, reprintReason: given.reason, reprintWords: given.remark },
          };
          const next = { ...same, ...reprint, parcelId, sha256, quantity };
          const total = computeTotal([...(await readLines(tx, [id])), next], order.gstPercent);
          if (total.total > mostTotalPaise) throw new Refusal('order-too-large');
          await insertLine(tx, next, asked.actor.name);
          return {
            ...{ station, artwork: line.artwork, quantity, totalPaise: total.total },
            ...{ reason: given.reason, words: given.remark },
          };
        },
      );
    },

    hold: (asked: Caller, id: number, reason: string | null) =>
      act(
        asked,
        id,
        {
          action: reason === null ? 'purchase-order.release' : 'purchase-order.hold',
          needs: 'order.hold',
        },
        async (_order, tx) => {
          await updateHold(tx, id, reason === null ? null : { by: asked.actor.name, reason });
          return { held: reason !== null, reason };
        },
      ),

    cancel: (asked: Caller, id: number, reason: string) =>
      act(asked, id, { action: 'purchase-order.cancel', needs: 'order.place' }, async (_, tx) => {
        const parcels = await readParcels(tx, [id]);
        if (parcels.some((parcel) => parcelState(parcel) !== 'waiting'))
          throw new Refusal('order-under-way');
        await updateCancelled(tx, id, { by: asked.actor.name, reason });
        return { cancelled: true, reason };
      }),
  };
}
