import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, listCovered } from '../../../campaigns/offices/permission.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  findRequest,
  insertRequest,
  listRequests,
  type StoredRequest,
  updateAnswer,
  updateOrdered,
  updateWithdrawn,
} from './order-requests-sql.ts';
import { checkOrder, type Orders, refuseOnHold, requireDistrict, writeOrder } from './orders.ts';
import type { OrderContent, OrderRequest } from './purchase-orders-schemas.ts';

/** Open requests of the districts that the officer sees. */
export async function listOpenRequests(
  { database, directory }: Orders,
  { district }: { district?: string | undefined },
  actor: Actor,
): Promise<OrderRequest[]> {
  const districts = listCovered(actor, directory.districts, district);
  return listRequests(database.pool, districts);
}

/** Asks HQ to lift its hold for an order that could be placed otherwise. */
export async function askForOrder(
  orders: Orders,
  content: OrderContent,
  { actor, requestId }: Caller,
): Promise<OrderRequest> {
  const { lines, totalPaise } = await checkOrder(orders, content);
  const { district, vendor } = content;
  return inTransaction(orders.database.pool, async (tx) => {
    const on = orders.clock.today();
    const request = await insertRequest(tx, { content, by: actor.name, on });
    await writeAudit(tx, {
      actor,
      action: 'order-request.ask',
      subject: `order-request/${request.id}`,
      district,
      after: { vendor, lines: lines.length, totalPaise },
      requestId,
    });
    return request;
  });
}

/** HQ lifts its hold for the order, or does not. */
export function answerRequest(
  orders: Orders,
  { id, lifted, reason }: { id: number; lifted: boolean; reason: string },
  caller: Caller,
): Promise<OrderRequest> {
  const action = lifted ? 'order-request.lift' : 'order-request.keep';
  return changeRequest(orders, { id, action, needs: 'order.hold' }, caller, async (tx) => {
    await updateAnswer(tx, id, { lifted, by: caller.actor.name, reason });
    return { lifted, reason };
  });
}

export function withdrawRequest(
  orders: Orders,
  { id }: { id: number },
  caller: Caller,
): Promise<OrderRequest> {
  const change = { id, action: 'order-request.withdraw', needs: 'order.place' } as const;
  return changeRequest(orders, change, caller, async (tx) => {
    await updateWithdrawn(tx, id, caller.actor.name);
    return { withdrawn: true };
  });
}

/** Places the order as it was asked for. @returns its id */
export async function orderRequested(
  orders: Orders,
  { id }: { id: number },
  caller: Caller,
): Promise<number> {
  const { pool } = orders.database;
  const by = { actor: caller.actor, action: 'order.place' } as const;
  const { content } = await requireOpen(pool, orders, { id }, by);
  const checked = await checkOrder(orders, content);
  return inTransaction(pool, async (tx) => {
    const { answer } = await requireOpen(tx, orders, { id, lock: true }, by);
    const lift = answer?.lifted === true ? answer : null;
    if (lift === null) refuseOnHold(orders);
    const order = await writeOrder(tx, orders, checked, { caller, lift });
    await updateOrdered(tx, id, order);
    return order;
  });
}

/** Changes an open request, and logs what `change` returns. */
async function changeRequest(
  orders: Orders,
  { id, action, needs }: { id: number; action: string; needs: Action },
  { actor, requestId }: Caller,
  change: (tx: Queryable) => Promise<object>,
): Promise<OrderRequest> {
  return inTransaction(orders.database.pool, async (tx) => {
    const by = { actor, action: needs };
    const request = await requireOpen(tx, orders, { id, lock: true }, by);
    const after = await change(tx);
    await writeAudit(tx, {
      actor,
      action,
      subject: `order-request/${id}`,
      district: request.district,
      before: request.answer,
      after,
      requestId,
    });
    return (await findRequest(tx, id)) ?? request;
  });
}

/** An open request of a district where the officer may do this; another one is not there. */
async function requireOpen(
  tx: Queryable,
  { directory }: Pick<Orders, 'directory'>,
  { id, lock = false }: { id: number; lock?: boolean },
  by: { actor: Actor; action: Action },
): Promise<StoredRequest> {
  const request = await findRequest(tx, id, { lock });
  if (request === undefined) throw new Refusal('not-found');
  requireDistrict(directory, request.district, by);
  if (!request.open) throw new Refusal('order-request-closed');
  return request;
}
