import type { Actor } from '../../../campaigns/offices/actor.ts';
import { invitableBy } from '../../../campaigns/offices/permission.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { addLink, type OneTimeLink } from './invitations.ts';
import {
  endInvitation,
  lockOpenInvitation,
  type OpenInvitationRow,
} from './open-invitations-sql.ts';

/** Withdraws an invitation: its link is dead. */
export async function withdrawInvitation(
  database: Database,
  id: number,
  { actor, requestId }: Caller,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const found = await lockChangeable(tx, id, actor);
    await endInvitation(tx, id);
    await writeAudit(tx, {
      actor,
      action: 'person.withdraw-invitation',
      subject: `invitation/${found.email}`,
      before: pickOffice(found),
      requestId,
    });
  });
}

/** Makes a new link in place of one that was lost. Who makes it had the key in hand last, and counts as the one who invites. */
export async function renewInvitation(
  { database, publicUrl }: { database: Database; publicUrl: string },
  id: number,
  { actor, requestId }: Caller,
): Promise<OneTimeLink> {
  return inTransaction(database.pool, async (tx) => {
    const found = await lockChangeable(tx, id, actor);
    const office = pickOffice(found);
    const made = await addLink(tx, publicUrl, { ...office, personId: null, by: actor });
    await writeAudit(tx, {
      actor,
      action: 'person.renew-invitation',
      subject: `invitation/${found.email}`,
      before: { ...office, expiresAt: found.expiresAt },
      after: { ...office, expiresAt: made.expiresAt },
      requestId,
    });
    return made;
  });
}

async function lockChangeable(tx: Queryable, id: number, actor: Actor): Promise<OpenInvitationRow> {
  const found = await lockOpenInvitation(tx, id);
  if (found === undefined) throw new Refusal('no-such-invitation');
  if (!invitableBy(actor.role).includes(found.role)) throw new Refusal('not-allowed');
  return found;
}

function pickOffice({ email, role, area }: OpenInvitationRow) {
  return { email, role, area };
}
