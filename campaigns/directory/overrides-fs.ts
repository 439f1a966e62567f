import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { splitRows } from '../tables/csv-text.ts';
import { describeFault } from '../words/override-fault-words.ts';
import type { Expected, OverrideFault } from './override-fault.ts';
import { isOverrideSheet, type OverrideSheet, readOverrideTable } from './override-table.ts';
import { type AppliedOverride, applyOverrides, type OverrideOutcome } from './overrides.ts';
import type { Directory } from './station.ts';
import { suggest } from './suggest.ts';

/** A district's list is far smaller. */
export const largestFileBytes = 1_000_000;

/**
 * Applies every district's file in a folder: `<district>.csv` or `<district>.xlsx`. A file that cannot be
 * read changes nothing; of a file that can, the good rows are taken and the wrong ones reported.
 * @public reached by `require` in directory-fs.ts, which tools do not follow
 */
export function readOverrides(directory: Directory, folder: string): OverrideOutcome {
  const applied: AppliedOverride[] = [];
  const faults: OverrideFault[] = [];
  let current = directory;
  for (const { file, district } of overrideFiles(directory, folder, faults)) {
    let sheets: OverrideSheet[];
    try {
      sheets = readSheets(join(folder, file), file);
    } catch (error) {
      const found = sayUnreadable(error as Error);
      faults.push({ file, ...whole, expected: { code: 'readable-file' }, found });
      continue;
    }
    for (const sheet of sheets) {
      const outcome = applyOverrides(current, district, readOverrideTable(sheet));
      current = outcome.directory;
      applied.push(...outcome.applied);
      faults.push(...outcome.faults);
    }
  }
  return { directory: current, applied, faults };
}

/**
 * Says on standard error what was not used of a district's file.
 * @public reached by `require` in directory-fs.ts, which tools do not follow
 */
export function warnOfFault(fault: OverrideFault): void {
  process.stderr.write(`${describeFault(fault)}\n`);
}

const whole = { sheet: null, row: null, column: null };

function overrideFiles(
  { districts }: Directory,
  folder: string,
  faults: OverrideFault[],
): { file: string; district: string }[] {
  if (!existsSync(folder)) {
    throw new Error(`Expected a folder for \`overrides\`, got "${folder}"`);
  }
  const files = readdirSync(folder)
    .filter((file) => !/^(\.|~\$)|\.md$/i.test(file)) // ~$: the lock that Excel leaves beside an open file
    .sort()
    .map((file) => ({ file, district: file.slice(0, -extname(file).length || undefined) }));
  return files.filter(({ file, district }) => {
    const fault = (expected: Expected, found = file) => {
      faults.push({ file, ...whole, expected, found });
      return false;
    };
    if (!/\.(csv|xlsx)$/i.test(file)) return fault({ code: 'file-kind' });
    if (!districts.some(({ id }) => id === district)) {
      return fault({ code: 'district-id', near: suggest(district, districts) }, district);
    }
    const twin = files.find((other) => other.district === district && other.file !== file);
    return twin ? fault({ code: 'one-file' }, `${file} and ${twin.file}`) : true;
  });
}

/**
 * Lists of corrections in a csv file or a workbook.
 * @throws with what was expected and found, when it cannot be read
 */
export function readSheets(path: string, file: string): OverrideSheet[] {
  const { size } = statSync(path);
  if (size > largestFileBytes) {
    throw new Error(`Expected at most ${largestFileBytes} bytes, got ${size}`);
  }
  const bytes = readFileSync(path);
  if (!/\.xlsx$/i.test(file)) return [{ file, sheet: null, rows: csvRows(bytes) }];
  const sheets = loadXlsx()
    .readXlsx(bytes)
    .map(({ name, rows }) => ({ file, sheet: name, rows }));
  const lists = sheets.filter(isOverrideSheet);
  return lists.length > 0 ? lists : sheets.slice(0, 1); // the first then says what its heading lacks
}

/** The reader of workbooks is loaded with the first workbook, since most starts meet none. */
function loadXlsx(): typeof import('../tables/xlsx.ts') {
  return createRequire(import.meta.url)('../tables/xlsx.ts');
}

function csvRows(bytes: Uint8Array): OverrideSheet['rows'] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error('Expected text in UTF-8 (in Excel: "CSV UTF-8"), got another encoding', {
      cause,
    });
  }
  if (text.includes('\0')) throw new Error('Expected a text file, got one with zero bytes');
  return splitRows(text);
}

/** Our readers say what they expected; the system only says what happened. */
function sayUnreadable(error: Error): string {
  return 'syscall' in error
    ? `Expected a file that can be read, got ${error.message}`
    : error.message;
}
