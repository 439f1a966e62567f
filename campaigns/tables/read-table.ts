import type { CsvRow } from './csv.ts';
import { type Encoding, findEncoding, splitRows } from './csv-text.ts';
import { readXlsx } from './xlsx.ts';

/** Rows of a workbook's first sheet, or of a csv in any encoding that machines save it in. */
export function readTable(bytes: Uint8Array): {
  rows: CsvRow[];
  encoding: Encoding | 'windows-1252';
} {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { rows: readXlsx(bytes)[0]?.rows ?? [], encoding: 'utf-8' };
  const named = findEncoding(bytes.subarray(0, 64));
  try {
    return {
      rows: splitRows(new TextDecoder(named, { fatal: true }).decode(bytes)),
      encoding: named,
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = new TextDecoder('windows-1252').decode(bytes);
    return { rows: splitRows(text), encoding: 'windows-1252' };
  }
}
