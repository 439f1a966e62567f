import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, listCovered } from '../../../campaigns/offices/permission.ts';
import { type ActOutcome, byOfficer } from '../../kit/held-acts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { CheckedCaller, WantedOrder } from './held-orders.ts';
import {
  findRequest,
  insertRequest,
  listRequests,
  type StoredRequest,
  updateRequest,
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
  caller: Caller,
): Promise<OrderRequest> {
  const { lines, totalPaise } = await checkOrder(orders, content);
  const { district, vendor } = content;
  return inTransaction(orders.database.pool, async (tx) => {
    const on = orders.clock.today();
    const request = await insertRequest(tx, { content, by: caller.actor.name, on });
    await writeAudit(tx, {
      ...caller,
      action: 'order-request.ask',
      subject: `order-request/${request.id}`,
      district,
      after: { vendor, lines: lines.length, totalPaise },
    });
    return request;
  });
}

interface RequestAnswer {
  id: number;
  lifted: boolean;
  reason: string;
}

/** HQ lifts its hold for the order, or does not. Why it lifts it the vendor reads. */
export async function answerRequest(
  orders: Orders,
  { id, lifted, reason }: RequestAnswer,
  caller: Caller,
): Promise<ActOutcome<OrderRequest>> {
  const { pool } = orders.database;
  const needed = { actor: caller.actor, action: 'order.hold' } as const;
  const { district } = await requireOpen(pool, orders, { id }, needed);
  if (!lifted) {
    const answer = { id, lifted, reason };
    const result = await inTransaction(pool, (tx) => writeAnswer(tx, orders, answer, caller));
    return { kind: 'done', result };
  }
  const outcome = await orders.doors.say({
    input: { district, about: { request: id }, reason },
    subject: `order-request/${id}`,
    district,
    reason: '',
    ...byOfficer(caller),
  });
  if (outcome.kind === 'held') return outcome;
  return { kind: 'done', result: await requireOpen(pool, orders, { id }, needed) };
}

export function writeAnswer(
  tx: Queryable,
  orders: Orders,
  { id, lifted, reason }: RequestAnswer,
  caller: CheckedCaller,
): Promise<OrderRequest> {
  const action = lifted ? 'order-request.lift' : 'order-request.keep';
  const values = { lifted, answeredBy: caller.actor.name, answerReason: reason };
  const change = { action, needs: 'order.hold', values, after: { lifted, reason } } as const;
  return changeRequest(tx, orders, { id, ...change }, caller);
}

export function withdrawRequest(
  orders: Orders,
  { id }: { id: number },
  caller: Caller,
): Promise<OrderRequest> {
  const change = {
    action: 'order-request.withdraw',
    needs: 'order.place',
    values: { withdrawnBy: caller.actor.name },
    after: { withdrawn: true },
  } as const;
  return inTransaction(orders.database.pool, (tx) =>
    changeRequest(tx, orders, { id, ...change }, caller),
  );
}

/** Places the order as it was asked for. @returns its id */
export async function orderRequested(
  orders: Orders,
  { id }: { id: number },
  caller: Caller,
): Promise<ActOutcome<number>> {
  const { pool } = orders.database;
  const by = { actor: caller.actor, action: 'order.place' } as const;
  const { content } = await requireOpen(pool, orders, { id }, by);
  await checkOrder(orders, content);
  return orders.doors.place({
    input: { content, request: id },
    subject: `order-request/${id}`,
    district: content.district,
    reason: '',
    ...byOfficer(caller),
  });
}

/** Writes an order that may go out, and where it was asked for, that it did. */
export async function writeWanted(
  tx: Queryable,
  orders: Orders,
  { content, request }: WantedOrder,
  caller: CheckedCaller,
): Promise<number> {
  const by = { actor: caller.actor, action: 'order.place' } as const;
  const { answer = null } =
    request === null ? {} : await requireOpen(tx, orders, { id: request, lock: true }, by);
  const lift = answer?.lifted === true ? answer : null;
  if (lift === null) refuseOnHold(orders);
  const order = await writeOrder(tx, orders, content, { caller, lift });
  if (request !== null) await updateRequest(tx, request, { orderId: order });
  return order;
}

interface RequestChange {
  id: number;
  action: string;
  needs: Action;
  values: Parameters<typeof updateRequest>[2];
  /** For the audit log. */
  after: object;
}

/** Changes an open request. */
async function changeRequest(
  tx: Queryable,
  orders: Orders,
  { id, action, needs, values, after }: RequestChange,
  { actor, checker, requestId }: CheckedCaller,
): Promise<OrderRequest> {
  const request = await requireOpen(tx, orders, { id, lock: true }, { actor, action: needs });
  const changed = await updateRequest(tx, id, values);
  const { district, answer: before } = request;
  const subject = `order-request/${id}`;
  const made = { ...after, ...(checker && { madeBy: actor.name }) };
  const who = { actor: checker ?? actor, requestId };
  await writeAudit(tx, { ...who, action, subject, district, before, after: made });
  return changed ?? request;
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
