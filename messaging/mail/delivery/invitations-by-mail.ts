import { hash } from 'node:crypto';
import type { Pool } from 'pg';
import { type OfficePlaces, officeName } from '../../../campaigns/offices/office.ts';
import { invitableBy } from '../../../campaigns/offices/permission.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { readInvitation } from '../../people/accounts/invitations.ts';
import { nameOffice } from '../../people/accounts/offices-sql.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { LetterLanguage } from './letter.ts';
import { invitationLetter } from './letters/officers.ts';
import { findVoice, type LetterCampaign } from './letters/voice.ts';
import type { Mail } from './mail.ts';

interface InvitationMail extends OfficePlaces {
  /** In whose name they are written to. */
  campaign: OfficePlaces['campaign'] & LetterCampaign;
  pool: Pool;
  mail: Mail;
}

/**
 * Mails invitations that were made already, each to the address that it was made for; one that is on its way already does not go
 * again.
 * @returns how many go
 * @throws a refusal `link-void` for a link that is not an open invitation; none goes then
 */
export async function mailInvitations(
  { pool, mail, ...places }: InvitationMail,
  { links, language }: { links: readonly string[]; language: LetterLanguage },
  caller: Caller,
): Promise<number> {
  const voice = findVoice(places.campaign, language);
  const signedBy = officeName({ role: caller.actor.role, area: null }, places);
  return inTransaction(pool, async (tx) => {
    let queued = 0;
    for (const link of links) {
      // The link is proven by its token: nothing is mailed that the service did not make.
      const open = await readInvitation(tx, new URL(link).hash.slice(1));
      const { kind, email, role, area, expiresAt } = open;
      if (kind !== 'new-account') throw new Refusal('link-void');
      if (!invitableBy(caller.actor.role).includes(role)) throw new Refusal('not-allowed');
      const facts = {
        office: await nameOffice(tx, open, places),
        validUntil: toDay(expiresAt),
        signedBy,
      };
      const isNew = await mail.send(tx, {
        key: `invitation/${hash('sha256', link)}`,
        kind: 'invitation',
        to: { email, district: role === 'district' ? (area ?? undefined) : undefined },
        language: voice.language,
        link,
        content: invitationLetter(facts, voice),
      });
      if (!isNew) continue;
      queued += 1;
      await writeAudit(tx, {
        ...caller,
        action: 'person.mail-invitation',
        subject: `invitation/${email}`,
      });
    }
    return queued;
  });
}
