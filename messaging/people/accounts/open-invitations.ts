import type { Actor } from '../../../campaigns/offices/actor.ts';
import { invitableBy } from '../../../campaigns/offices/permission.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { addLink, type OneTimeLink } from './invitations.ts';
import {
  endInvitation,
  lockOpenInvitation,
  type OpenInvitationRow,
} from './open-invitations-sql.ts';

/** Who decides on which invitation, in which request. */
export interface InvitationChange {
  by: Actor;
  id: number;
  requestId: string;
}

/** Withdraws an invitation: its link is dead. */
export async function withdrawInvitation(
  database: Database,
  change: InvitationChange,
): Promise<void> {
  await inTransaction(database.pool, async (tx) => {
    const found = await lockOwn(tx, change);
    await endInvitation(tx, found.id);
    await writeAudit(tx, {
      actor: change.by,
      action: 'person.withdraw-invitation',
      subject: `invitation/${found.email}`,
      before: pickOffice(found),
      requestId: change.requestId,
    });
  });
}

/** Makes a new link in place of one that was lost. Who makes it had the key in hand last, and counts as the one who invites. */
export async function renewInvitation(
  database: Database,
  publicUrl: string,
  change: InvitationChange,
): Promise<OneTimeLink> {
  const { by, requestId } = change;
  return inTransaction(database.pool, async (tx) => {
    const found = await lockOwn(tx, change);
    const { email, role, area } = found;
    const made = await addLink(tx, publicUrl, { email, role, area, personId: null, by });
    await writeAudit(tx, {
      actor: by,
      action: 'person.renew-invitation',
      subject: `invitation/${email}`,
      before: { ...pickOffice(found), expiresAt: found.expiresAt },
      after: { ...pickOffice(found), expiresAt: made.expiresAt },
      requestId,
    });
    return made;
  });
}

async function lockOwn(tx: Queryable, { by, id }: InvitationChange): Promise<OpenInvitationRow> {
  const found = await lockOpenInvitation(tx, id);
  if (found === undefined) throw new Refusal('no-such-invitation');
  if (!invitableBy(by.role).includes(found.role)) throw new Refusal('not-allowed');
  return found;
}

function pickOffice({ email, role, area }: OpenInvitationRow) {
  return { email, role, area };
}
