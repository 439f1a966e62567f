import type { Directory } from '../../../campaigns/directory/station.ts';
import type { ClosingReason } from '../../../campaigns/links/closing-reasons.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { can, type Place } from '../../../campaigns/offices/permission.ts';
import type { ClosedCodeAnswer } from '../../contract/scanning/closed-codes.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type ClosedCode,
  deleteClosedCode,
  insertClosedCode,
  lockClosedCode,
  readClosedCodes,
} from './closed-codes-sql.ts';

export interface ClosedCodeOptions {
  database: Pick<Database, 'pool'>;
  directory: Directory;
  clock: Clock;
  ownerOf(code: string): Promise<OwnedCode | undefined>;
  /** Tells the scans of this process; those of others look every few seconds. */
  onChange(): Promise<void>;
}

export async function listClosedCodes(
  { database }: ClosedCodeOptions,
  { actor }: Caller,
): Promise<ClosedCodeAnswer[]> {
  const district = actor.role === 'district' ? (actor.district ?? '') : null;
  const closed = await readClosedCodes(database.pool, district);
  return closed.map(({ role, ...own }) => ({ ...own, mayOpen: isOwn({ role }, actor) }));
}

/** @throws where it is none, another area's, or closed already */
export async function closeCode(
  options: ClosedCodeOptions,
  { code: typed, reason, remark }: { code: string; reason: ClosingReason; remark: string },
  { actor, requestId }: Caller,
): Promise<void> {
  const { database, clock } = options;
  const { code, district, subject } = await findOwnCode(options, typed, actor);
  const { role, name: by } = actor;
  await inTransaction(database.pool, async (tx) => {
    const closed = { code, district, reason, remark, role, by, at: clock.now() };
    if (!(await insertClosedCode(tx, closed))) throw new Refusal('code-closed');
    const after = { code, reason, remark };
    await writeAudit(tx, { actor, requestId, district, action: 'code.close', subject, after });
  });
  await options.onChange();
}

/** @throws where it is not closed, or another office closed it */
export async function openCode(
  options: ClosedCodeOptions,
  { code: typed, remark }: { code: string; remark: string },
  { actor, requestId }: Caller,
): Promise<void> {
  const { code, district, subject } = await findOwnCode(options, typed, actor);
  await inTransaction(options.database.pool, async (tx) => {
    const closed = await lockClosedCode(tx, code);
    if (closed === undefined) throw new Refusal('not-found');
    if (!isOwn(closed, actor)) throw new Refusal('closed-by-other');
    await deleteClosedCode(tx, code);
    const before = { code, reason: closed.reason };
    const after = { code, remark };
    const entry = { actor, requestId, district, action: 'code.open', subject, before, after };
    await writeAudit(tx, entry);
  });
  await options.onChange();
}

/** Whether the actor's office closed it; that a district's code is its own is known by then. */
function isOwn({ role }: Pick<ClosedCode, 'role'>, actor: Actor): boolean {
  return role === actor.role;
}

/** A code that the actor may close: of a district those of its stations, of HQ all. */
async function findOwnCode(
  { ownerOf, directory }: ClosedCodeOptions,
  typed: string,
  actor: Actor,
): Promise<{ code: string; district: string; subject: string }> {
  const owned = await ownerOf(typed);
  if (owned === undefined) throw new Refusal('not-found');
  const { code, owner } = owned;
  const district = 'district' in owner ? owner.district : '';
  const place: Place =
    (owner.scope === 'station' && directory.districts.find(({ id }) => id === district)) || 'state';
  if (!can(actor, 'code.close', place)) throw new Refusal('outside-area');
  const subject =
    owner.scope === 'station' ? `station/${district}/${owner.station}` : `short-code/${code}`;
  return { code, district, subject };
}
