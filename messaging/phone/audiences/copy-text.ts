import type { Member, Reject } from './classify.ts';

/** Members and rejects as lines of `audience_upload` in COPY's text form. */
export async function* copyText(
  id: number,
  batches: AsyncIterable<readonly (Member | Reject)[]>,
): AsyncGenerator<Buffer> {
  for await (const batch of batches) {
    let text = '';
    for (const entry of batch) {
      text +=
        entry.kind === 'member'
          ? `${id}\t${entry.row}\t${entry.msisdn}\t${entry.district ?? '\\N'}\t${entry.language}\t${entry.station ?? '\\N'}\t\\N\t\\N\n`
          : `${id}\t${entry.row}\t\\N\t\\N\t\\N\t\\N\t${entry.reason}\t${copyCell(entry.value)}\n`;
    }
    if (text !== '') yield Buffer.from(text);
  }
}

/** A cell as COPY's text form takes it; NUL is not allowed in PostgreSQL. */
export function copyCell(value: string): string {
  return value
    .replaceAll('\0', '')
    .replace(
      /[\\\t\n\r]/g,
      (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? '',
    );
}
