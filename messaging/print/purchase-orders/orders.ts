import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory, District } from '../../../campaigns/directory/station.ts';
import { findPrintingHold } from '../../../campaigns/links/printing-hold.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, can, listCovered } from '../../../campaigns/offices/permission.ts';
import { parcelCode, parcelState } from '../../../campaigns/print/purchase-orders/parcel.ts';
import {
  computeArea,
  computeTotal,
  mostTotalPaise,
  type ReprintReason,
} from '../../../campaigns/print/purchase-orders/purchase-order.ts';
import { type ActOutcome, byOfficer } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { insertNewRow, insertRow, updateRow } from '../../platform/database/rows-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { ApprovalRule } from '../print-approvals/approval-rule.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import type { CheckedCaller, OrderDoors } from './held-orders.ts';
import {
  type LoadedOrder,
  lineView,
  parcelView,
  stationNames,
  summariseOrder,
} from './order-view.ts';
import {
  findOrder,
  listOrders,
  readLines,
  readParcels,
  type StoredLine,
  type StoredOrder,
  takeNumber,
} from './orders-sql.ts';
import { newLine, type OrderContent } from './purchase-orders-schemas.ts';

export interface Orders extends Pick<House, 'clock' | 'directory'> {
  database: Pick<Database, 'pool'>;
  campaign: Pick<Campaign, 'links'>;
  kit: Kit;
  rule: ApprovalRule;
  doors: OrderDoors;
}

export async function loadOrders(
  tx: Queryable,
  orders: readonly StoredOrder[],
): Promise<LoadedOrder[]> {
  const ids = orders.map(({ id }) => id);
  const lines = Map.groupBy(await readLines(tx, ids), ({ orderId }) => orderId);
  const parcels = Map.groupBy(await readParcels(tx, ids), ({ orderId }) => orderId);
  return orders.map((order) => ({
    order,
    lines: lines.get(order.id) ?? [],
    parcels: parcels.get(order.id) ?? [],
  }));
}

export async function listSummaries(
  { database, directory }: Orders,
  {
    district,
    station,
    limit,
  }: { district?: string | undefined; station?: string | undefined; limit: number },
  actor: Actor,
) {
  const districts = listCovered(actor, directory.districts, district);
  const orders = await listOrders(database.pool, { districts, station, limit });
  return (await loadOrders(database.pool, orders)).map(summariseOrder);
}

export async function viewOrder(orders: Orders, id: number, actor: Actor) {
  const { pool } = orders.database;
  const { order, district } = await requireOrder(pool, orders, { id }, actor);
  const lines = await readLines(pool, [id]);
  const parcels = await readParcels(pool, [id]);
  const names = stationNames(orders.directory, order.district);
  return {
    district,
    order: summariseOrder({ order, lines, parcels }),
    hold: order.lifted === null ? findPrintingHold(orders.campaign) : null,
    notes: await orders.doors.note(pool, { ...order, lines }),
    lines: lines.map((line) => lineView(line, names, orders.kit)),
    parcels: parcels.map(parcelView),
  };
}

export async function placeOrder(
  orders: Orders,
  content: OrderContent,
  caller: Caller,
): Promise<ActOutcome<number>> {
  refuseOnHold(orders);
  await checkOrder(orders, content);
  return orders.doors.place({
    input: { content, request: null },
    // Of what is not there yet one waits for each officer.
    subject: `purchase-order/${caller.actor.id}`,
    district: content.district,
    reason: '',
    ...byOfficer(caller),
  });
}

/** While HQ holds printing nothing new is ordered, but for what it lifts its hold for. */
export function refuseOnHold({ campaign }: Pick<Orders, 'campaign'>): void {
  const hold = findPrintingHold(campaign);
  if (hold !== null) throw new Refusal('printing-on-hold', { ...hold });
}

/** Checks an order that is to be placed, or asked for; before the transaction, which has the embedded database to itself. */
export async function checkOrder(orders: Orders, content: OrderContent) {
  const { vendor, vendorAddress } = content;
  for (const text of [vendor, vendorAddress, ...content.lines.map(({ place }) => place)])
    if (hasPhoneNumber(text)) throw new Refusal('number-in-text', { found: text });
  const checked = checkLines(orders, content);
  await requireApproved(
    orders,
    checked.lines.map(({ file }) => file),
  );
  return checked;
}

function checkLines(
  orders: Pick<Orders, 'kit'>,
  { district, gstPercent, ...content }: OrderContent,
) {
  const lines = content.lines.map((line) => toNewLine(orders, line, district));
  return { lines, totalPaise: computeAllowedTotal(lines, gstPercent) };
}

/** @param by `lift` is HQ's word for this order, where it holds printing */
export async function writeOrder(
  tx: Queryable,
  { clock, kit }: Pick<Orders, 'clock' | 'kit'>,
  content: OrderContent,
  {
    caller: { actor, requestId, checker },
    lift = null,
  }: { caller: CheckedCaller; lift?: { by: string; reason: string } | null },
): Promise<number> {
  const { lines, totalPaise } = checkLines({ kit }, content);
  const { lines: _lines, ...terms } = content;
  const { district, vendor } = content;
  const orderedOn = clock.today();
  const year = Number(orderedOn.slice(0, 4));
  const number = await takeNumber(tx, district, year);
  const { id: orderId } = await insertRow(tx, 'purchase_order', {
    ...terms,
    year,
    number,
    orderedOn,
    orderedBy: actor.name,
    liftedBy: lift?.by ?? null,
    liftedReason: lift?.reason ?? '',
  });
  for (const [station, inside] of Map.groupBy(lines, (line) => line.station)) {
    const parcelId = await addParcel(tx, { orderId, district, station });
    for (const line of inside) await addLine(tx, line, { orderId, parcelId, by: actor.name });
  }
  await writeAudit(tx, {
    actor: checker ?? actor,
    action: 'purchase-order.place',
    subject: `purchase-order/${orderId}`,
    district,
    after: {
      number,
      year,
      vendor,
      lines: lines.length,
      totalPaise,
      ...(lift === null ? {} : { liftedBy: lift.by }),
      ...(checker && { madeBy: actor.name }),
    },
    requestId,
  });
  return orderId;
}

/** @param input `id` of the order; `quantity` as before where it is missing */
export async function reprintLine(
  orders: Orders,
  input: {
    id: number;
    line: number;
    reason: ReprintReason;
    remark: string;
    quantity?: number | undefined;
  },
  caller: Caller,
): Promise<void> {
  const { id, reason, remark } = input;
  const { pool } = orders.database;
  await requireOrder(pool, orders, { id }, caller.actor);
  const ordered = (await readLines(pool, [id])).find((line) => line.id === input.line);
  const present = ordered && orders.kit.made().get(ordered.path);
  // Before the transaction, which has the embedded database to itself.
  if (present !== undefined) await requireApproved(orders, [present]);
  const change = { id, action: 'purchase-order.reprint', needs: 'order.place' } as const;
  const add = async (tx: Queryable, { district, held, lifted, gstPercent }: StoredOrder) => {
    if (held !== null) throw new Refusal('order-closed');
    if (lifted === null) refuseOnHold(orders);
    const lines = await readLines(tx, [id]);
    const line = lines.find((each) => each.id === input.line);
    if (line === undefined) throw new Refusal('not-found');
    const { path, station, artwork } = line;
    const { sha256 } = findPressFile(orders.kit, path, district);
    if (sha256 !== present?.sha256) throw new Refusal('file-made-anew', { path });
    const { quantity = line.quantity } = input;
    const reprint = { of: line.id, reason, words: remark };
    const added = { ...line, sha256, quantity, reprint };
    const totalPaise = computeAllowedTotal([...lines, added], gstPercent);
    const parcelId = await addParcel(tx, { orderId: id, district, station });
    await addLine(tx, added, { orderId: id, parcelId, by: caller.actor.name });
    return { station, artwork, quantity, totalPaise, reason, words: remark };
  };
  await inTransaction(pool, (tx) =>
    changeOrder(tx, orders, change, caller, (order) => add(tx, order)),
  );
}

/** Holds an order, once a second officer read its reason where that tells of somebody: its vendor reads it. */
export async function holdOrder(
  orders: Orders,
  { id, reason }: { id: number; reason: string },
  caller: Caller,
): Promise<ActOutcome<void>> {
  const { order } = await requireOrder(orders.database.pool, orders, { id }, caller.actor);
  return orders.doors.say({
    input: { district: order.district, about: { order: id }, reason },
    subject: `purchase-order/${id}`,
    district: order.district,
    reason: '',
    ...byOfficer(caller),
  });
}

export function releaseOrder(orders: Orders, id: number, caller: Caller): Promise<void> {
  return inTransaction(orders.database.pool, (tx) =>
    writeHold(tx, orders, { id, reason: null }, caller),
  );
}

/** @param input `reason` null to release it */
export function writeHold(
  tx: Queryable,
  orders: Orders,
  { id, reason }: { id: number; reason: string | null },
  caller: CheckedCaller,
): Promise<void> {
  const action = reason === null ? 'purchase-order.release' : 'purchase-order.hold';
  return changeOrder(tx, orders, { id, action, needs: 'order.hold' }, caller, async () => {
    const heldBy = reason === null ? null : caller.actor.name;
    await updateRow(tx, 'purchase_order', id, { heldBy, heldReason: reason ?? '' });
    return { held: reason !== null, reason };
  });
}

export function cancelOrder(
  orders: Orders,
  { id, reason }: { id: number; reason: string },
  caller: Caller,
): Promise<void> {
  const change = { id, action: 'purchase-order.cancel', needs: 'order.place' } as const;
  return inTransaction(orders.database.pool, (tx) =>
    changeOrder(tx, orders, change, caller, async () => {
      const parcels = await readParcels(tx, [id]);
      if (parcels.some((parcel) => parcelState(parcel) !== 'waiting'))
        throw new Refusal('order-under-way');
      const cancelled = { cancelledBy: caller.actor.name, cancelledReason: reason };
      await updateRow(tx, 'purchase_order', id, cancelled);
      return { cancelled: true, reason };
    }),
  );
}

/** Changes an order that is not cancelled, and logs what `change` returns. */
async function changeOrder(
  tx: Queryable,
  orders: Orders,
  { id, action, needs }: { id: number; action: string; needs: Action },
  { actor, checker, requestId }: CheckedCaller,
  change: (order: StoredOrder) => Promise<object>,
): Promise<void> {
  const { order, district } = await requireOrder(tx, orders, { id, lock: true }, actor);
  if (!can(actor, needs, district)) throw new Refusal('not-allowed');
  if (order.cancelled !== null) throw new Refusal('order-closed');
  const after = { ...(await change(order)), ...(checker && { madeBy: actor.name }) };
  await writeAudit(tx, {
    actor: checker ?? actor,
    action,
    subject: `purchase-order/${id}`,
    district: order.district,
    after,
    requestId,
  });
}

/** An order that the officer may see; another one is not there. */
async function requireOrder(
  tx: Queryable,
  { directory }: Orders,
  { id, lock = false }: { id: number; lock?: boolean },
  actor: Actor,
) {
  const order = await findOrder(tx, id, { lock });
  if (order === undefined) throw new Refusal('not-found');
  const district = requireDistrict(directory, order.district, { actor, action: 'order.read' });
  return { order, district };
}

/** A district where the officer may do this; another one is not there. */
export function requireDistrict(
  { districts }: Directory,
  id: string,
  { actor, action }: { actor: Actor; action: Action },
): District {
  const district = districts.find((each) => each.id === id);
  if (district === undefined || !can(actor, action, district)) throw new Refusal('not-found');
  return district;
}

/** A station's press file as it is now. */
function findPressFile(kit: Kit, path: string, district: string) {
  const file = kit.made().get(path);
  if (file?.district !== district || file.station === null || file.format !== 'pdf')
    throw new Refusal('no-press-file', { path });
  return file as ManifestFile & { station: string };
}

function toNewLine(
  { kit }: Pick<Orders, 'kit'>,
  line: OrderContent['lines'][number],
  district: string,
) {
  const file = findPressFile(kit, line.path, district);
  if (file.sha256 !== line.sha256) throw new Refusal('file-made-anew', { path: line.path });
  const { station, artwork, widthMm, heightMm } = file;
  return {
    ...line,
    file,
    station,
    artwork,
    areaCentiSqFt: line.unit === 'sq-ft' ? computeArea(widthMm ?? 0, heightMm ?? 0) : 0,
    reprint: null,
  };
}

async function requireApproved({ rule }: Orders, files: readonly ManifestFile[]): Promise<void> {
  const [path] = await rule.stampedOf(files);
  if (path !== undefined) throw new Refusal('not-approved', { path });
}

function computeAllowedTotal(
  lines: readonly Pick<StoredLine, 'unit' | 'quantity' | 'ratePaise' | 'areaCentiSqFt'>[],
  gstPercent: number | null,
): number {
  const { total } = computeTotal(lines, gstPercent);
  if (total > mostTotalPaise) throw new Refusal('order-too-large');
  return total;
}

async function addLine(
  tx: Queryable,
  line: z.output<typeof newLine>,
  { by, ...within }: { orderId: number; parcelId: number; by: string },
): Promise<void> {
  const { reprint, ...content } = newLine.parse(line);
  await insertRow(tx, 'purchase_order_line', {
    ...within,
    ...content,
    reprintOf: reprint?.of ?? null,
    reprintReason: reprint?.reason ?? null,
    reprintWords: reprint?.words ?? '',
    addedBy: by,
  });
}

async function addParcel(
  tx: Queryable,
  parcel: { orderId: number; district: string; station: string },
): Promise<number> {
  for (;;) {
    const added = await insertNewRow(tx, 'parcel', { ...parcel, code: parcelCode(randomInt) });
    // Of 17,000 million codes one was there already.
    if (added !== undefined) return added.id;
  }
}
