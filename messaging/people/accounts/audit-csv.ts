import { sheetLine, sheetMark } from '../../../campaigns/tables/csv-writer.ts';
import type { AuditRow } from '../../platform/database/audit-chain.ts';

const columns = [
  'id',
  'at',
  'actorRole',
  'actorId',
  'actorName',
  'actorForId',
  'actorForName',
  'action',
  'subject',
  'district',
  'before',
  'after',
  'requestId',
  'previous',
  'hash',
] as const satisfies readonly (keyof AuditRow)[];

export const auditCsvHead = sheetMark + sheetLine(columns);

export function auditCsvRow(row: AuditRow): string {
  return sheetLine(
    columns.map((column) => {
      const value = row[column];
      return value instanceof Date ? value.toISOString() : (value ?? '');
    }),
  );
}
