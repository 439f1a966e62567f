import type { Pool } from 'pg';
import { inTransaction, type RecordDone } from '../../platform/database/transaction.ts';
import { deleteDoNotDisturb } from './do-not-disturb-sql.ts';
import { digits } from './opt-outs-sql.ts';

/**
 * Deletes a number everywhere, on its owner's request: lists, rejects, requests for the link, officers' own ones; the
 * ledger's rows and tests stay as counts without a number, and one whose answer was lost ends as undelivered, since
 * nobody can be asked about it any more. It stays on the list of opt-outs only if that is wished.
 * @returns how many rows held it
 */
export async function deleteNumber(
  pool: Pool,
  number: string,
  options: { keepOptOut: boolean; record?: RecordDone<number> },
): Promise<number> {
  const msisdn = digits(number);
  const statements = [
    'DELETE FROM audience_member WHERE msisdn = $1',
    `DELETE FROM audience_reject WHERE value LIKE '%' || right($1, 4) || '%'
       AND right(regexp_replace(value, '\\D', '', 'g'), 10) = right($1, 10)`,
    `UPDATE blast_recipient SET msisdn = NULL, station = NULL,
       status = CASE WHEN status = 'unknown' THEN 'undelivered' ELSE status END,
       error_code = CASE WHEN status = 'unknown' THEN 'deleted' ELSE error_code END,
       changed_at = CASE WHEN status = 'unknown' THEN clock_timestamp() ELSE changed_at END
     WHERE msisdn = $1`,
    'UPDATE test_message SET msisdn = NULL WHERE msisdn = $1',
    'DELETE FROM test_number WHERE msisdn = $1',
    'UPDATE test_number_code SET msisdn = NULL WHERE msisdn = $1',
    'DELETE FROM message_part WHERE msisdn = $1',
    'DELETE FROM link_request WHERE msisdn = $1',
    'DELETE FROM number_operator WHERE prefix = $1',
    'DELETE FROM whatsapp_opt_in WHERE msisdn = $1',
    'DELETE FROM whatsapp_window WHERE msisdn = $1',
    ...(options.keepOptOut ? [] : ['DELETE FROM opt_out WHERE msisdn = $1']),
  ];
  return inTransaction(pool, async (client) => {
    let held = await deleteDoNotDisturb(client, msisdn);
    for (const text of statements) held += (await client.query(text, [msisdn])).rowCount ?? 0;
    await options.record?.(client, held);
    return held;
  });
}
