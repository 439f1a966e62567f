import { type CsvRow, parseCsv } from './csv.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By the byte order mark; without one UTF-16 shows in the zero half of its first letters. */
export function findEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > even) return 'utf-16le';
  return even > odd ? 'utf-16be' : 'utf-8';
}

/** Excel writes commas, semicolons or tabs, by the machine's settings. */
export function splitRows(text: string): CsvRow[] {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string) => head.split(separator).length;
  const [separator = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  return parseCsv(text, separator);
}
