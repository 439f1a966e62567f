import type { Campaign } from '../../../campaigns/campaign.ts';
import { listTargets } from '../../../campaigns/links/targets.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { requireSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Scans } from '../../scanning/scans/module.ts';
import {
  decideDetour,
  endDetour,
  findDetour,
  insertDetour,
  type NewDetour,
  type StoredDetour,
} from './detour-requests-sql.ts';
import { hasApprover } from './studio-sql.ts';

export interface DetourRequests {
  database: Database;
  campaign: Campaign;
  clock: Clock;
  scans: Pick<Scans, 'registry' | 'detours'>;
}

export async function requestDetour(
  { database, campaign, scans }: DetourRequests,
  input: NewDetour,
  { actor, requestId }: Caller,
): Promise<number> {
  if ((input.code === null) === (input.channel === null))
    throw new Refusal('wrong-input', { place: 'body.code' });
  if (input.until !== null && input.until <= input.from)
    throw new Refusal('impossible-moment', { place: 'body.until' });
  if (!listTargets(campaign).some(({ id }) => id === input.target))
    throw new Refusal('wrong-input', { place: 'body.target', found: input.target });
  const owned = input.code === null ? undefined : await scans.registry.find(input.code);
  if (input.code !== null && owned === undefined)
    throw new Refusal('detour-code', { found: input.code });
  const detour = { ...input, code: owned?.code ?? null };
  return inTransaction(database.pool, async (tx) => {
    const id = await insertDetour(tx, detour, actor);
    await writeAudit(tx, {
      actor,
      action: 'detour.submit',
      subject: `detour/${id}`,
      after: { ...detour, status: 'submitted' },
      requestId,
    });
    return id;
  });
}

export function approveDetour(detours: DetourRequests, id: number, caller: Caller): Promise<void> {
  return changeDetour(detours, { id, action: 'approve' }, caller, async (tx, detour) => {
    await requireApprover(tx, detour, caller.actor);
    await decideDetour(tx, id, { status: 'approved', by: caller.actor.name, remark: '' });
  });
}

export function returnDetour(
  detours: DetourRequests,
  { id, remark }: { id: number; remark: string },
  caller: Caller,
): Promise<void> {
  return changeDetour(detours, { id, action: 'return' }, caller, async (tx, detour) => {
    await requireApprover(tx, detour, caller.actor);
    await decideDetour(tx, id, { status: 'returned', by: caller.actor.name, remark });
  });
}

/** Takes one officer: codes lead where they usually do again. */
export function stopDetour(detours: DetourRequests, id: number, caller: Caller): Promise<void> {
  return changeDetour(detours, { id, action: 'end' }, caller, async (tx, { status }) => {
    if (status !== 'submitted' && status !== 'approved')
      throw new Refusal('not-possible', { status });
    const next = status === 'submitted' ? 'withdrawn' : 'ended';
    await endDetour(tx, id, { status: next, by: caller.actor.name });
  });
}

async function changeDetour(
  { database, scans }: DetourRequests,
  { id, action }: { id: number; action: string },
  { actor, requestId }: Caller,
  change: (tx: Queryable, detour: StoredDetour) => Promise<void>,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const detour = await findDetour(tx, id, { lock: true });
    if (detour === undefined) throw new Refusal('not-found');
    await change(tx, detour);
    const after = await findDetour(tx, id);
    await writeAudit(tx, {
      actor,
      action: `detour.${action}`,
      subject: `detour/${id}`,
      before: pickLogged(detour),
      after: after && pickLogged(after),
      requestId,
    });
  });
  await scans.detours.reload();
}

async function requireApprover(tx: Queryable, detour: StoredDetour, actor: Actor): Promise<void> {
  if (detour.status !== 'submitted') throw new Refusal('not-possible', { status: detour.status });
  await requireSecondPerson(tx, actor.id, [detour.draftedById]);
  if (actor.role === 'admin' && (await hasApprover(tx, detour.draftedById)))
    throw new Refusal('administrator-waits');
}

function pickLogged({ code, channel, target, from, until, status, remark }: StoredDetour) {
  return { code, channel, target, from, until, status, remark };
}
