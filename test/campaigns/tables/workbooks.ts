import { strToU8, zipSync } from 'fflate';
import { makeZip } from './made-zip.ts';

/** A cell by what Excel would store: text among the shared strings, in runs where it is formatted, a formula with its result. */
export type GivenCell =
  | string
  | number
  | null
  | { runs: readonly string[] }
  | { formula: string; result: string };

export interface GivenSheet {
  name: string;
  hidden?: boolean;
  /** An empty row is not stored, as Excel does. */
  rows: readonly (readonly GivenCell[])[];
}

/** A workbook in the manner of Excel, by hand: our own writer puts texts into the cells and makes neither runs nor formulas. */
export function makeWorkbook(sheets: readonly GivenSheet[]): Uint8Array {
  const shared: string[] = [];
  const numberOf = (item: string) => shared.push(item) - 1;
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, hidden }, n) => `<sheet name="${escapeXml(name)}" sheetId="${n + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}</Relationships>`,
  };
  sheets.forEach(({ rows }, n) => {
    const lines = rows.map((cells, row) => {
      const stored = cells.map((cell, column) =>
        cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`, numberOf),
      );
      return cells.length === 0 ? '' : `<row r="${row + 1}">${stored.join('')}</row>`;
    });
    parts[`xl/worksheets/sheet${n + 1}.xml`] =
      `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
  });
  parts['xl/sharedStrings.xml'] = `<sst>${shared.join('')}</sst>`;
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(files));
}

/** A workbook of one sheet from hand-written parts, by their paths; `[sheetPath]` is the sheet. */
export function makeBook(parts: Readonly<Record<string, string | Uint8Array>> = {}): Buffer {
  return makeZip({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    [sheetPath]: '<worksheet/>',
    ...parts,
  });
}
export const sheetPath = 'xl/worksheets/sheet1.xml';
export const stringsPath = 'xl/sharedStrings.xml';

/** Rows with a thousand cells in column XFD. */
export const farCells = Array.from(
  { length: 1000 },
  (_, n) => `<row r="${n + 1}"><c r="XFD${n + 1}"><v>1</v></c></row>`,
).join('');

function cellXml(cell: GivenCell, reference: string, numberOf: (item: string) => number): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object' && 'formula' in cell)
    return `<c r="${reference}" t="str"><f>${escapeXml(cell.formula)}</f><v>${escapeXml(cell.result)}</v></c>`;
  const item =
    typeof cell === 'string'
      ? `<si><t>${escapeXml(cell)}</t></si>`
      : `<si>${cell.runs.map((run) => `<r><rPr><b/></rPr><t>${escapeXml(run)}</t></r>`).join('')}</si>`;
  return `<c r="${reference}" t="s"><v>${numberOf(item)}</v></c>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
