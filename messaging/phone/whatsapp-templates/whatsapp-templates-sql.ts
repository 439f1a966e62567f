import type { Row } from '../../kit/feature.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { whatsappTemplates } from './whatsapp-templates-feature.ts';

type TemplateRow = Row<typeof whatsappTemplates>;
/** Parts that are handed in and offered for blasts. */
export type StoredTemplate = Pick<
  TemplateRow,
  | 'id'
  | 'name'
  | 'language'
  | 'category'
  | 'body'
  | 'samples'
  | 'footer'
  | 'appButton'
  | 'stopButton'
  | 'purpose'
  | 'state'
  | 'metaCategory'
  | 'sentAt'
>;

const columns = `id, name, language, category, body, samples, footer, app_button AS "appButton",
  stop_button AS "stopButton", purpose, state, meta_category AS "metaCategory", sent_at AS "sentAt"`;

export async function isNameTaken(
  database: Queryable,
  name: string,
  language: string,
): Promise<boolean> {
  const row = await queryRow(database)`
    SELECT FROM whatsapp_template WHERE name = ${name} AND language = ${language}`;
  return row !== undefined;
}

/** Those that Meta lets go, for blasts. */
export async function readApproved(database: Queryable): Promise<StoredTemplate[]> {
  const { rows } = await database.query<StoredTemplate>(
    `SELECT ${columns} FROM whatsapp_template WHERE state = 'approved' ORDER BY id`,
  );
  return rows;
}

/** Marks the next agreed one as sent, before it is: after a crash it is asked for, never handed in again. */
export async function claimAgreed(
  database: Queryable,
  now: Date,
): Promise<StoredTemplate | undefined> {
  const { rows } = await database.query<StoredTemplate>(
    `UPDATE whatsapp_template SET state = 'sent', said = NULL, sent_at = $1, read_at = NULL WHERE id = (
       SELECT id FROM whatsapp_template WHERE state = 'agreed'
         AND NOT EXISTS (SELECT FROM whatsapp_template WHERE state = 'agreed' AND wait_until > $1)
       ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${columns}`,
    [now],
  );
  return rows[0];
}

/** Back to those that are to be handed in: Meta surely did not take it. */
export async function putBack(
  database: Queryable,
  id: number,
  { said, until }: { said: string; until: Date },
): Promise<void> {
  await execute(database)`
    UPDATE whatsapp_template SET state = 'agreed', said = ${said}, sent_at = NULL, wait_until = ${until}
    WHERE id = ${id} AND state = 'sent'`;
}

const waitMinutes = { open: 2, settled: 30 };

/** Those of which Meta is asked now: what is open every two minutes, what it has judged every half hour. */
export function listToRead(database: Queryable, now: Date): Promise<StoredTemplate[]> {
  const { open, settled } = waitMinutes;
  return queryRows<StoredTemplate>(database)`
    SELECT id, name, language, state, meta_category AS "metaCategory", sent_at AS "sentAt" FROM whatsapp_template
    WHERE state NOT IN ('draft', 'agreed', 'refused') AND coalesce(read_at, sent_at) < ${now}::timestamptz
      - make_interval(mins => CASE WHEN state IN ('sent', 'pending', 'missing') THEN ${open}::int ELSE ${settled}::int END)
    ORDER BY read_at NULLS FIRST LIMIT 20`;
}

/** Stores Meta's word, with an entry in the audit log where it is another one. */
export async function keepWord(
  database: Parameters<typeof inTransaction>[0],
  { id, state: before, metaCategory: categoryBefore }: StoredTemplate,
  word: { state: string; said: string | null; metaCategory: string | null; now: Date },
): Promise<void> {
  const { state, said, metaCategory, now } = word;
  await inTransaction(database, async (tx) => {
    await execute(tx)`UPDATE whatsapp_template SET read_at = ${now} WHERE id = ${id}`;
    const changed = await queryRow<{ name: string }>(tx)`
      UPDATE whatsapp_template SET state = ${state}, said = ${said}, meta_category = ${metaCategory}
      WHERE id = ${id} AND state NOT IN ('draft', 'agreed')
        AND (state, said, meta_category) IS DISTINCT FROM (${state}, ${said}, ${metaCategory})
      RETURNING name`;
    if (changed === undefined) return;
    await writeAudit(tx, {
      actor: 'service',
      action: 'whatsapp-template.word',
      subject: `whatsapp-template/${id}`,
      before: { state: before, metaCategory: categoryBefore },
      after: { name: changed.name, state, metaCategory, said },
    });
  });
}
