import type { AuditEntry } from '../../platform/database/audit-chain.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Blast } from '../blasts/blast.ts';

/** Writes one entry of the audit log, in the transaction that does what it tells. */
export type WriteAudit = (tx: Queryable, entry: AuditEntry) => Promise<unknown>;

/** An entry of what the service itself did to a blast. */
export function toAuditEntry(
  blast: Blast,
  verb: string,
  after: Record<string, unknown>,
): AuditEntry {
  return {
    actor: 'service',
    action: `blast.${verb}`,
    subject: `blast/${blast.id}`,
    district: blast.district ?? undefined,
    after,
  };
}
