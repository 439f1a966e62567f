import type { Row } from '../../kit/feature.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { execute, queryRow } from '../../platform/database/sql.ts';
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

/**
 * Marks the next one of which Meta is to be asked as asked: what is open every two minutes, what it has judged every half
 * hour. One that fails is asked for again then, and never by two processes at once.
 */
export async function claimToRead(
  database: Queryable,
  now: Date,
): Promise<StoredTemplate | undefined> {
  const { open, settled } = waitMinutes;
  const { rows } = await database.query<StoredTemplate>(
    `UPDATE whatsapp_template SET read_at = $1 WHERE id = (
       SELECT id FROM whatsapp_template
       WHERE state NOT IN ('draft', 'agreed', 'refused') AND coalesce(read_at, sent_at) < $1::timestamptz
         - make_interval(mins => CASE WHEN state IN ('sent', 'pending', 'missing') THEN $2::int ELSE $3::int END)
       ORDER BY read_at NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${columns}`,
    [now, open, settled],
  );
  return rows[0];
}

/** Stores Meta's word, with an entry in the audit log where it is another one. */
export async function keepWord(
  database: Parameters<typeof inTransaction>[0],
  { id, state: before, metaCategory: categoryBefore }: StoredTemplate,
  { state, said, metaCategory }: Pick<TemplateRow, 'said' | 'metaCategory'> & { state: string },
): Promise<void> {
  await inTransaction(database, async (tx) => {
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
