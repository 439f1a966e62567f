import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Channel } from '../../../campaigns/channel.ts';
import { listTargets } from '../../../campaigns/links/targets.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { requireSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Scans } from '../../scanning/scans/module.ts';
import {
  decideDetour,
  endDetour,
  findDetour,
  insertDetour,
  type StoredDetour,
} from './detour-actions-sql.ts';
import { hasApprover } from './studio-sql.ts';

export interface DetourRequest {
  code: string | null;
  channel: Channel | null;
  target: string;
  from: Date;
  until: Date | null;
  reason: string;
}

export type DetourBook = ReturnType<typeof createDetourBook>;

/** Codes that lead elsewhere for a while: asked by one officer, approved by another, each action in the audit log. */
export function createDetourBook(options: {
  database: Database;
  campaign: Campaign;
  scans: Pick<Scans, 'registry' | 'detours'>;
}) {
  const { database, campaign, scans } = options;

  async function act(
    { actor, requestId }: Caller,
    id: number,
    action: string,
    step: (tx: Queryable, detour: StoredDetour) => Promise<unknown>,
  ): Promise<void> {
    await inTransaction(database.pool, async (tx) => {
      const detour = await findDetour(tx, id, { lock: true });
      if (detour === undefined) throw new Refusal('not-found');
      await step(tx, detour);
      const after = await findDetour(tx, id);
      await writeAudit(tx, {
        actor,
        action: `detour.${action}`,
        subject: `detour/${id}`,
        before: shown(detour),
        after: after && shown(after),
        requestId,
      });
    });
    await scans.detours.reload();
  }

  async function mustBeSecond(tx: Queryable, detour: StoredDetour, actor: Actor): Promise<void> {
    if (detour.status !== 'submitted') throw new Refusal('not-possible', { status: detour.status });
    await requireSecondPerson(tx, actor.id, [detour.draftedById]);
    if (actor.role === 'admin' && (await hasApprover(tx, detour.draftedById)))
      throw new Refusal('administrator-waits');
  }

  return {
    async ask({ actor, requestId }: Caller, given: DetourRequest): Promise<number> {
      if ((given.code === null) === (given.channel === null))
        throw new Refusal('wrong-input', { place: 'body.code' });
      if (given.until !== null && given.until <= given.from)
        throw new Refusal('impossible-moment', { place: 'body.until' });
      if (!listTargets(campaign).some(({ id }) => id === given.target))
        throw new Refusal('wrong-input', { place: 'body.target', found: given.target });
      const owned = given.code === null ? undefined : await scans.registry.find(given.code);
      if (given.code !== null && owned === undefined)
        throw new Refusal('detour-code', { found: given.code });
      const detour = { ...given, code: owned?.code ?? null };
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
    },

    approve: (asked: Caller, id: number) =>
      act(asked, id, 'approve', async (tx, detour) => {
        await mustBeSecond(tx, detour, asked.actor);
        await decideDetour(tx, id, { status: 'approved', by: asked.actor.name, remark: '' });
      }),

    sendBack: (asked: Caller, id: number, remark: string) =>
      act(asked, id, 'return', async (tx, detour) => {
        await mustBeSecond(tx, detour, asked.actor);
        await decideDetour(tx, id, { status: 'returned', by: asked.actor.name, remark });
      }),

    /** The way back to where codes usually lead takes one officer. */
    end: (asked: Caller, id: number) =>
      act(asked, id, 'end', async (tx, { status }) => {
        if (status !== 'submitted' && status !== 'approved')
          throw new Refusal('not-possible', { status });
        await endDetour(tx, id, {
          status: status === 'submitted' ? 'withdrawn' : 'ended',
          by: asked.actor.name,
        });
      }),
  };
}

function shown({ code, channel, target, from, until, status, remark }: StoredDetour) {
  return { code, channel, target, from, until, status, remark };
}
