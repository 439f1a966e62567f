import type { AuditRow } from '../../campaigns/offices/audit-chain.ts';

const columns = [
  'id',
  'at',
  'actorRole',
  'actorId',
  'actorName',
  'action',
  'subject',
  'district',
  'before',
  'after',
  'requestId',
  'previous',
  'hash',
] as const satisfies readonly (keyof AuditRow)[];

/** Byte order mark, so that Excel reads Devanagari, and the names of the columns. */
export const auditCsvHead = `\ufeff${columns.join(',')}\r\n`;

/** The row as CSV (RFC 4180). */
export function auditCsvRow(row: AuditRow): string {
  const cells = columns.map((column) => {
    const value = row[column];
    return csvCell(value instanceof Date ? value.toISOString() : String(value ?? ''));
  });
  return `${cells.join(',')}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe goes before what begins with =, +, -, @,
 * a tab or a line break (OWASP, CSV injection), also behind blanks and in full width.
 */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
