import type { Pool } from 'pg';
import type { Gateway } from '../gateways/gateway.ts';
import { readUnmatched } from '../ledger/message-parts-sql.ts';

/** A few may be those of another system of the same account. */
const least = 50;

/** Gateways of which many receipts match no message, and the setting by which these would; null when none would. */
export async function findUnmatched(
  pool: Pool,
  gateways: Readonly<Record<string, Gateway>>,
): Promise<{ gateway: string; setting: string | null }[]> {
  const found: { gateway: string; setting: string | null }[] = [];
  for (const { name, findIdForms } of Object.values(gateways)) {
    const ids = findIdForms && (await readUnmatched(pool, name, least));
    if (ids) found.push({ gateway: name, setting: findIdForms(ids.received, ids.submitted) });
  }
  return found;
}
