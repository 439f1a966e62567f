import type { Role } from '../../../campaigns/offices/role.ts';
import type { MailTopic } from '../../../campaigns/words/mail-topics.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { LetterLanguage } from './letter.ts';

/** An officer who is written to. */
export interface Recipient {
  id: string;
  name: string;
  email: string;
  role: Role;
  area: string | null;
  language: LetterLanguage;
}

const columns = `p.id, p.name, p.email, p.role, p.area, coalesce(m.language, 'hi') AS language`;

/** Open accounts of these roles, or these officers, without those who do not want letters of the topic. */
export async function listRecipients(
  database: Queryable,
  who: { roles: readonly Role[] } | { ids: readonly string[] },
  topic: MailTopic | null = null,
): Promise<Recipient[]> {
  const { rows } = await database.query<Recipient>(
    `SELECT ${columns} FROM person AS p LEFT JOIN mail_language AS m ON m.person_id = p.id
       LEFT JOIN mail_choice AS c ON c.person_id = p.id AND c.topic = $3
     WHERE p.deactivated_at IS NULL AND coalesce(c.wanted, true)
       AND (p.role = ANY ($1::text[]) OR p.id = ANY ($2::text[]))
     ORDER BY p.area NULLS FIRST, p.id`,
    ['roles' in who ? who.roles : [], 'ids' in who ? who.ids : [], topic],
  );
  return rows;
}

/** Addresses of invitations to districts that nobody has accepted, the latest of each address. */
export async function listInvitedDistricts(
  database: Queryable,
): Promise<{ district: string; email: string }[]> {
  const { rows } = await database.query<{ district: string; email: string }>(
    `SELECT DISTINCT area AS district, email FROM invitation AS i
     WHERE role = 'district' AND person_id IS NULL AND email IS NOT NULL AND used_at IS NULL
       AND NOT EXISTS (SELECT FROM person AS p WHERE p.role = 'district' AND p.area = i.area AND p.deactivated_at IS NULL)
     ORDER BY area, email`,
  );
  return rows;
}

export interface MailChoices {
  language: LetterLanguage;
  /** Topics that the officer does not want. */
  unwanted: MailTopic[];
}

export async function readChoices(database: Queryable, personId: string): Promise<MailChoices> {
  const { rows } = await database.query<MailChoices>(
    `SELECT coalesce((SELECT language FROM mail_language WHERE person_id = $1), 'hi') AS language,
       ARRAY(SELECT topic FROM mail_choice WHERE person_id = $1 AND NOT wanted ORDER BY topic) AS unwanted`,
    [personId],
  );
  return rows[0] ?? { language: 'hi', unwanted: [] };
}

export async function writeLanguage(
  tx: Queryable,
  personId: string,
  language: LetterLanguage,
): Promise<void> {
  await tx.query(
    `INSERT INTO mail_language (person_id, language) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET language = excluded.language`,
    [personId, language],
  );
}

/** @returns false when there is no longer such an officer */
export async function writeChoice(
  tx: Queryable,
  personId: string,
  topic: MailTopic,
  wanted: boolean,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO mail_choice (person_id, topic, wanted) SELECT id, $2, $3 FROM person WHERE id = $1
     ON CONFLICT (person_id, topic) DO UPDATE SET wanted = excluded.wanted`,
    [personId, topic, wanted],
  );
  return rowCount === 1;
}
