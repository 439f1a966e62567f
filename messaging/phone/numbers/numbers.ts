import type { Pool } from 'pg';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { deleteNumber, lookUpNumber } from './look-up-sql.ts';
import { isSampleNumber, maskNumber, parseHeldNumber } from './number.ts';
import { listOptOuts, recordOptOuts, removeOptOut } from './opt-outs-sql.ts';

/** Every look at one number is in the audit log. */
export async function readNumber(pool: Pool, number: string, caller: Caller) {
  const e164 = parseHeldNumber(number);
  await inTransaction(pool, (tx) => audit(tx, { action: 'number.look-up', e164 }, caller));
  return {
    number: maskNumber(e164),
    sample: isSampleNumber(e164),
    ...(await lookUpNumber(pool, e164)),
  };
}

/** @returns how many rows held it */
export function forgetNumber(
  pool: Pool,
  { number, keepOptOut }: { number: string; keepOptOut: boolean },
  caller: Caller,
): Promise<number> {
  const e164 = parseHeldNumber(number);
  return deleteNumber(pool, e164, {
    keepOptOut,
    record: (tx, held) =>
      audit(tx, { action: 'number.delete', e164, after: { held, keepOptOut } }, caller),
  });
}

export async function showOptOuts(pool: Pool, page: { limit: number; offset: number }) {
  const { total, entries } = await listOptOuts(pool, page);
  return {
    total,
    entries: entries.map((entry) => ({
      ...entry,
      number: maskNumber(entry.number),
      sample: isSampleNumber(entry.number),
    })),
  };
}

/** @returns whether anything changed */
export function addOptOut(pool: Pool, number: string, caller: Caller): Promise<boolean> {
  const e164 = parseHeldNumber(number);
  return inTransaction(pool, async (tx) => {
    const changed = (await recordOptOuts(tx, [e164], 'officer')) > 0;
    await audit(tx, { action: 'opt-out.add', e164, after: { changed } }, caller);
    return changed;
  });
}

/** @returns whether anything changed */
export function endOptOut(pool: Pool, number: string, caller: Caller): Promise<boolean> {
  const e164 = parseHeldNumber(number);
  return inTransaction(pool, async (tx) => {
    const changed = await removeOptOut(tx, e164);
    await audit(tx, { action: 'opt-out.remove', e164, after: { changed } }, caller);
    return changed;
  });
}

async function audit(
  tx: Queryable,
  { action, e164, after }: { action: string; e164: string; after?: Record<string, unknown> },
  caller: Caller,
): Promise<void> {
  await writeAudit(tx, { ...caller, action, subject: `number/${maskNumber(e164)}`, after });
}
