import type { Role } from '../../../campaigns/offices/role.ts';
import type { MailTopic } from '../../../campaigns/words/mail-topics.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
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
export function listRecipients(
  database: Queryable,
  who: { roles: readonly Role[] } | { ids: readonly string[] },
  topic: MailTopic | null = null,
): Promise<Recipient[]> {
  return queryRows<Recipient>(database)`
    SELECT ${raw(columns)} FROM person AS p LEFT JOIN mail_language AS m ON m.person_id = p.id
      LEFT JOIN mail_choice AS c ON c.person_id = p.id AND c.topic = ${topic}
    WHERE p.deactivated_at IS NULL AND coalesce(c.wanted, true)
      AND (p.role = ANY (${'roles' in who ? who.roles : []}::text[])
        OR p.id = ANY (${'ids' in who ? who.ids : []}::text[]))
    ORDER BY p.area NULLS FIRST, p.id`;
}

/** Addresses of invitations to districts that nobody has accepted, the latest of each address. */
export function listInvitedDistricts(
  database: Queryable,
): Promise<{ district: string; email: string }[]> {
  return queryRows<{ district: string; email: string }>(database)`
    SELECT DISTINCT area AS district, email FROM invitation AS i
    WHERE role = 'district' AND person_id IS NULL AND email IS NOT NULL AND used_at IS NULL
      AND NOT EXISTS (SELECT FROM person AS p WHERE p.role = 'district' AND p.area = i.area
        AND p.deactivated_at IS NULL)
    ORDER BY area, email`;
}

export interface MailChoices {
  language: LetterLanguage;
  /** Topics that the officer does not want. */
  unwanted: MailTopic[];
}

export async function readChoices(database: Queryable, personId: string): Promise<MailChoices> {
  const row = await queryRow<MailChoices>(database)`
    SELECT coalesce((SELECT language FROM mail_language WHERE person_id = ${personId}), 'hi') AS language,
    ARRAY(SELECT topic FROM mail_choice WHERE person_id = ${personId} AND NOT wanted ORDER BY topic) AS unwanted`;
  return row ?? { language: 'hi', unwanted: [] };
}

export async function writeLanguage(
  tx: Queryable,
  personId: string,
  language: LetterLanguage,
): Promise<void> {
  await execute(tx)`
    INSERT INTO mail_language (person_id, language) VALUES (${personId}, ${language})
    ON CONFLICT (person_id) DO UPDATE SET language = excluded.language`;
}

/** @returns false when there is no longer such an officer */
export async function writeChoice(
  tx: Queryable,
  personId: string,
  topic: MailTopic,
  wanted: boolean,
): Promise<boolean> {
  const changed = await execute(tx)`
    INSERT INTO mail_choice (person_id, topic, wanted) SELECT id, ${topic}, ${wanted} FROM person
      WHERE id = ${personId}
    ON CONFLICT (person_id, topic) DO UPDATE SET wanted = excluded.wanted`;
  return changed === 1;
}
