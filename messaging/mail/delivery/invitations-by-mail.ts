import { hash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { districtFinder } from '../../../campaigns/directory/district-names.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Office, type OfficePlaces, officeName } from '../../../campaigns/offices/office.ts';
import { invitableBy } from '../../../campaigns/offices/permission.ts';
import { CsvError, type CsvRow, parseCsv } from '../../../campaigns/tables/csv.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { mailedRowWords } from '../../../campaigns/words/invitation-list-words.ts';
import { inviteIn, type OneTimeLink, readInvitation } from '../../people/accounts/invitations.ts';
import { nameOffice } from '../../people/accounts/offices-sql.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal, sayRefusal } from '../../platform/process/refusal.ts';
import { checkMailbox, LetterFault, type LetterLanguage } from './letter.ts';
import { invitationLetter } from './letters/officers.ts';
import { findVoice, type LetterCampaign } from './letters/voice.ts';
import type { Mail } from './mail.ts';

const mostRows = 200;

/** Offices, and the campaign in whose name they are written to. */
interface LetterPlaces extends OfficePlaces {
  campaign: OfficePlaces['campaign'] & LetterCampaign;
}

/** A row that was not taken, as a spreadsheet counts it. */
export interface RefusedRow extends Bilingual {
  row: number;
  found: string;
}

interface InvitationMail extends LetterPlaces {
  pool: Pool;
  mail: Mail;
  publicUrl: string;
}

/**
 * Invites the district offices of a csv with the columns `district` (जनपद) and `email` (ई-मेल), each row by itself: a row that is wrong
 * keeps no other from its letter.
 */
export async function inviteByMail(
  context: InvitationMail,
  { csv, language }: { csv: string; language: LetterLanguage },
  caller: Caller,
): Promise<{ invited: number; refused: RefusedRow[] }> {
  const findDistrict = districtFinder(context.districts);
  const refused: RefusedRow[] = [];
  const rows = readRows(csv);
  for (const { row, district, email } of rows) {
    const area = findDistrict(district);
    if (area === undefined) {
      refused.push({ row, found: district, ...mailedRowWords.district });
      continue;
    }
    try {
      await inviteDistrict(context, { area, email, language }, caller);
    } catch (error) {
      refused.push({ row, found: email, ...explainRefusal(error) });
    }
  }
  return { invited: rows.length - refused.length, refused };
}

function inviteDistrict(
  context: InvitationMail,
  { area, email, language }: { area: string; email: string; language: LetterLanguage },
  { actor: by, requestId }: Caller,
): Promise<boolean> {
  checkMailbox('email', email);
  const office = { role: 'district' as const, area };
  return inTransaction(context.pool, async (tx) => {
    const made = await inviteIn(tx, context.publicUrl, { ...office, email, by, requestId });
    return sendInvitation(tx, context, { ...made, ...office, email, by, language });
  });
}

/** @throws any other error */
function explainRefusal(error: unknown): Bilingual {
  if (error instanceof LetterFault) return mailedRowWords.email;
  if (error instanceof Refusal) return sayRefusal(error);
  throw error;
}

interface MailedInvitation extends OneTimeLink, Office {
  email: string;
  by: Pick<Actor, 'role'>;
  language: LetterLanguage;
}

/** Puts the letter of one invitation into the ledger; false when the same link is on its way already. */
async function sendInvitation(
  tx: Queryable,
  { mail, ...places }: LetterPlaces & { mail: Mail },
  { link, expiresAt, email, role, area, by, language }: MailedInvitation,
): Promise<boolean> {
  const voice = findVoice(places.campaign, language);
  const facts = {
    office: await nameOffice(tx, { role, area }, places),
    validUntil: toDay(expiresAt),
    signedBy: officeName({ role: by.role, area: null }, places),
  };
  const district = role === 'district' ? (area ?? undefined) : undefined;
  return mail.send(tx, {
    key: `invitation/${hash('sha256', link)}`,
    kind: 'invitation',
    to: { email, district },
    language: voice.language,
    link,
    content: invitationLetter(facts, voice),
  });
}

/**
 * Mails an invitation that was made already, to the address that it was made for.
 * @throws a refusal `link-void` for a link that is not an open invitation
 */
export async function mailInvitation(
  context: InvitationMail,
  { link, language }: { link: string; language: LetterLanguage },
  { actor: by, requestId }: Caller,
): Promise<{ queued: boolean }> {
  return inTransaction(context.pool, async (tx) => {
    // The link is proven by its token: nothing is mailed that the service did not make.
    const { kind, ...open } = await readInvitation(tx, new URL(link).hash.slice(1));
    if (kind !== 'new-account') throw new Refusal('link-void');
    if (!invitableBy(by.role).includes(open.role)) throw new Refusal('not-allowed');
    const queued = await sendInvitation(tx, context, { ...open, link, by, language });
    if (queued) {
      await writeAudit(tx, {
        actor: by,
        action: 'person.mail-invitation',
        subject: `invitation/${open.email}`,
        requestId,
      });
    }
    return { queued };
  });
}

/** As offices head their lists. */
const columns = { district: ['district', 'जनपद'], email: ['email', 'e-mail', 'ई-मेल', 'ई-मेल'] };

function readRows(csv: string): { row: number; district: string; email: string }[] {
  let rows: CsvRow[];
  try {
    rows = parseCsv(csv);
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('wrong-invitations', {}, { cause: error });
    throw error;
  }
  const [head, ...body] = rows;
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [district, email] = [columns.district, columns.email].map((known) =>
    names.findIndex((name) => known.includes(name)),
  ) as [number, number];
  if (district < 0 || email < 0 || body.length === 0 || body.length > mostRows) {
    throw new Refusal('wrong-invitations');
  }
  return body.map(({ line, cells }) => ({
    row: line,
    district: cells[district]?.trim() ?? '',
    email: cells[email]?.trim().toLowerCase() ?? '',
  }));
}
