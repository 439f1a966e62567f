import { strToU8, zipSync } from 'fflate';

export interface CellStyle {
  bold?: boolean;
  size?: number;
  /** Six hexadecimal digits of red, green and blue. */
  ink?: string;
  ground?: string;
  wraps?: boolean;
  /** A number format of Excel. */
  format?: string;
}

export interface XlsxCell {
  value: string | number | null;
  style?: CellStyle;
}

export interface XlsxFileSheet {
  name: string;
  /** In characters. */
  columnWidths: readonly number[];
  /** Rows at the top that stay when the others are scrolled. */
  frozenRows?: number;
  /** The row that names the columns, counted from 1: on paper it begins each page. */
  headRow?: number;
  rows: readonly (readonly XlsxCell[])[];
}

const fontName = 'Nirmala UI';
const usualSize = 11;
const longestName = 31;
/** Characters side by side on upright A4. */
const uprightWidth = 90;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a workbook (ECMA-376) of texts and numbers with plain styles: all that a report needs. The same sheets give
 * the same bytes.
 */
export function xlsxFile(
  sheets: readonly XlsxFileSheet[],
  { title, createdAt }: { title: string; createdAt: Date },
): Buffer {
  const styles = createStyles();
  const names = sheetNames(sheets);
  const at = createdAt.toISOString().replace(/\.\d+Z$/, 'Z');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relationships([
      [`${office}/officeDocument`, 'xl/workbook.xml'],
      [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, n) => `<sheet name="${escapeXml(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets>${printTitles(sheets, names)}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, n): [string, string] => [
        `${office}/worksheet`,
        `worksheets/sheet${n + 1}.xml`,
      ]),
      [`${office}/styles`, 'styles.xml'],
    ]),
  };
  sheets.forEach((sheet, n) => {
    parts[`xl/worksheets/sheet${n + 1}.xml`] = sheetXml(sheet, styles.findStyle);
  });
  parts['xl/styles.xml'] = styles.xml();
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(head + xml)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime: createdAt }));
}

/** Excel takes 31 characters, none of \ / ? * [ ] :, and each name once. */
function sheetNames(sheets: readonly XlsxFileSheet[]): string[] {
  const names: string[] = [];
  for (const { name } of sheets) {
    const plain = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, longestName);
    const isTaken = names.includes(plain);
    names.push(isTaken ? `${plain.slice(0, longestName - 4)} (${names.length})` : plain);
  }
  return names;
}

/** The row with which each printed page of a sheet begins. */
function printTitles(sheets: readonly XlsxFileSheet[], names: readonly string[]): string {
  const entries = sheets.flatMap(({ headRow }, n) => {
    if (headRow === undefined) return [];
    const rows = `'${(names[n] ?? '').replaceAll("'", "''")}'!$${headRow}:$${headRow}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${escapeXml(rows)}</definedName>`;
  });
  return entries.length === 0 ? '' : `<definedNames>${entries.join('')}</definedNames>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(
    ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${entries.join('')}</Relationships>`;
}

function sheetXml(
  { columnWidths, frozenRows = 0, rows }: XlsxFileSheet,
  styleId: (style: CellStyle) => number,
): string {
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = columnWidths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) =>
      cellXml(cell, `${columnName(column)}${row + 1}`, styleId(cell.style ?? {})),
    );
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  const width = columnWidths.reduce((sum, each) => sum + each, 0);
  const orientation = width > uprightWidth ? 'landscape' : 'portrait';
  const onPaper = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`;
  return `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${onPaper}</worksheet>`;
}

function cellXml({ value }: XlsxCell, reference: string, style: number): string {
  const place = `<c r="${reference}" s="${style}"`;
  if (value === null) return `${place}/>`;
  if (typeof value === 'number') return `${place}><v>${value}</v></c>`;
  return `${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** 0 → A, 26 → AA */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** Gives each style its number and writes them all. */
function createStyles(): { findStyle(style: CellStyle): number; xml(): string } {
  const formats: string[] = [];
  const fonts: string[] = [];
  const fills = ['<fill><patternFill patternType="none"/></fill>'];
  fills.push('<fill><patternFill patternType="gray125"/></fill>');
  const cells: string[] = [];
  const firstFormat = 164;
  const numberIn = (list: string[], entry: string) => {
    if (!list.includes(entry)) list.push(entry);
    return list.indexOf(entry);
  };
  const findStyle = ({ bold, size = usualSize, ink, ground, wraps, format }: CellStyle) => {
    const font = numberIn(
      fonts,
      `<font>${bold === true ? '<b/>' : ''}<sz val="${size}"/>${ink === undefined ? '' : `<color rgb="FF${ink}"/>`}<name val="${fontName}"/></font>`,
    );
    const solid = `<fill><patternFill patternType="solid"><fgColor rgb="FF${ground}"/></patternFill></fill>`;
    const fill = ground === undefined ? 0 : numberIn(fills, solid);
    const number = format === undefined ? 0 : firstFormat + numberIn(formats, format);
    const alignment = wraps === true ? '<alignment vertical="top" wrapText="1"/>' : '';
    return numberIn(
      cells,
      `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`,
    );
  };
  findStyle({});
  const list = (name: string, entries: readonly string[]) =>
    `<${name} count="${entries.length}">${entries.join('')}</${name}>`;
  return {
    findStyle,
    xml() {
      const written = formats.map(
        (format, n) => `<numFmt numFmtId="${firstFormat + n}" formatCode="${escapeXml(format)}"/>`,
      );
      const numbers = written.length === 0 ? '' : list('numFmts', written);
      const borders = '<borders count="1"><border/></borders>';
      const base =
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
      return `<styleSheet xmlns="${main}">${numbers}${list('fonts', fonts)}${list('fills', fills)}${borders}${base}${list('cellXfs', cells)}</styleSheet>`;
    },
  };
}

/** Characters that XML cannot hold are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
