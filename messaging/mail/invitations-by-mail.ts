import { hash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Bilingual } from '../../campaigns/campaign.ts';
import { districtFinder } from '../../campaigns/directory/district-names.ts';
import type { District } from '../../campaigns/directory/station.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { officeName } from '../../campaigns/offices/office.ts';
import { CsvError, type CsvRow, parseCsv } from '../../campaigns/tables/csv.ts';
import { dayOf } from '../../campaigns/tracker/clock.ts';
import { inviteIn } from '../accounts/invitations.ts';
import { inTransaction } from '../database/transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { checkMailbox, LetterFault, type LetterLanguage } from './letter.ts';
import { invitationLetter } from './letters/invitation.ts';
import type { Mail } from './mail.ts';

const mostRows = 200;

/** A row that was not taken, as a spreadsheet counts it. */
export interface RefusedRow extends Bilingual {
  row: number;
  found: string;
}

export interface InviteByMail {
  csv: string;
  language: LetterLanguage;
  by: Pick<Actor, 'id' | 'name' | 'role'>;
  requestId: string;
}

/**
 * Invites the district offices of a csv with the columns `district` and `email`, each row by itself: a row that is wrong
 * keeps no other from its letter.
 */
export async function inviteByMail(
  {
    pool,
    mail,
    districts,
    publicUrl,
  }: {
    pool: Pool;
    mail: Mail;
    districts: readonly District[];
    publicUrl: string;
  },
  { csv, language, by, requestId }: InviteByMail,
): Promise<{ invited: number; refused: RefusedRow[] }> {
  const rows = readRows(csv);
  const idOf = districtFinder(districts);
  const signedBy = officeName({ role: by.role, area: null }, districts);
  const refused: RefusedRow[] = [];
  let invited = 0;
  for (const { row, district, email } of rows) {
    const refuse = (found: string, words: Bilingual) => refused.push({ row, found, ...words });
    const area = idOf(district);
    if (area === undefined) {
      refuse(district, { hi: 'जनपद का नाम अपेक्षित है', en: 'Expected the name of a district' });
      continue;
    }
    try {
      checkMailbox('email', email);
      await inTransaction(pool, async (tx) => {
        const office = { role: 'district' as const, area };
        const made = await inviteIn(tx, publicUrl, { ...office, email, by, requestId });
        await mail.send(tx, {
          key: `invitation/${hash('sha256', made.link)}`,
          kind: 'invitation',
          to: { email, district: area },
          language,
          link: made.link,
          content: invitationLetter(
            { office: officeName(office, districts), validUntil: dayOf(made.expiresAt), signedBy },
            language,
          ),
        });
      });
      invited += 1;
    } catch (error) {
      if (error instanceof LetterFault) {
        refuse(email, { hi: 'एक ई-मेल पता अपेक्षित है', en: 'Expected one e-mail address' });
      } else if (error instanceof ApiError) {
        const { hi, en } = error.body;
        refuse(email, { hi, en });
      } else throw error;
    }
  }
  return { invited, refused };
}

function readRows(csv: string): { row: number; district: string; email: string }[] {
  let rows: CsvRow[];
  try {
    rows = parseCsv(csv);
  } catch (error) {
    if (error instanceof CsvError) throw new ApiError('wrong-invitations', { cause: error });
    throw error;
  }
  const [head, ...body] = rows;
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [district, email] = [names.indexOf('district'), names.indexOf('email')];
  if (district < 0 || email < 0 || body.length === 0 || body.length > mostRows) {
    throw new ApiError('wrong-invitations');
  }
  return body.map(({ line, cells }) => ({
    row: line,
    district: cells[district]?.trim() ?? '',
    email: cells[email]?.trim().toLowerCase() ?? '',
  }));
}
