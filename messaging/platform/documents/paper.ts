import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { OwnLanguage } from '../../../campaigns/language.ts';
import { formatCount, formatShare } from '../../../campaigns/numbers.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';

/** Colours of papers: six hexadecimal digits of red, green and blue. */
export const inks = {
  key: '111111',
  navy: '0B2A5B',
  red: 'C8102E',
  paper: 'FFFFFF',
  rule: 'B8C2D4',
  band: 'EDF1F8',
};
export type Ink = keyof typeof inks;

/** A figure with its kind, so that each form of a paper writes it in its own way. */
export type Cell =
  | string
  | { count: number }
  /** Rounded to hundredths. */
  | { decimal: number }
  | { paise: number }
  | { share: number | null };

/** Sizes and spaces are in points. */
export interface TextBlock {
  kind: 'text';
  words: string;
  size: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
  ink?: Ink;
  /** Space below; 3 when it is left out. */
  after?: number;
  /** Heads what follows, for those who hear the paper, and stays on its page. */
  heading?: 'H1' | 'H2';
}

export interface Figure {
  value: Cell;
  label: string;
  ink?: Ink;
}

export interface PaperTable {
  title: string;
  /** Widths of the columns as parts of the line; in a workbook they are the sheet's. */
  widths: readonly number[];
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Columns set to the right; when it is left out, those whose first cell is a figure. */
  counts?: readonly number[];
  /** The last row is a sum. */
  summed?: boolean;
  newPage?: boolean;
}

export type Fact = readonly [name: string, value: string];

export type Block =
  | TextBlock
  /** Two texts on one line, at its left and right end. */
  | { kind: 'pair'; texts: readonly [string, string] }
  /** A line across the page. */
  | { kind: 'rule' }
  /** Rows of a name and what it is. */
  | { kind: 'facts'; facts: readonly Fact[] }
  /** The few figures that are looked for first, large and side by side. */
  | { kind: 'figures'; figures: readonly Figure[] }
  | ({ kind: 'table' } & PaperTable)
  /** The QR code of a printed link at the left; at its side lines about it, the first one bold. */
  | { kind: 'code'; link: string; lines: readonly string[] }
  /** Two lines to sign on, side by side, each with who signs below it. */
  | { kind: 'signatures'; names: readonly [string, string] }
  | { kind: 'space'; points: number };

export interface PaperSheet {
  name: string;
  /** In characters; when it is left out, as wide as the table's texts need. */
  columnWidths?: readonly number[];
  /** Texts, facts, spaces and at most one table. */
  blocks: readonly Block[];
}

/** Blocks in their order; `paper-pdf.ts`, `paper-docx.ts` and `paper-xlsx.ts` write them. */
export interface Paper {
  /** Named in the Word file as who wrote it. */
  office: string;
  title: string;
  language: OwnLanguage | 'en';
  createdAt: Date;
  /** A4 on its side, for wide tables. */
  landscape?: boolean;
  /** At the foot of each page, before its number; pages have no number when it is left out. */
  foot?: string;
  blocks: readonly Block[];
  /** The paper as a workbook, where it has that form. */
  sheets?: readonly PaperSheet[];
}

export function showCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return formatCount(cell.count);
  if ('decimal' in cell) return formatCount(cell.decimal, { fractionDigits: 2 });
  if ('paise' in cell) {
    const fractionDigits = cell.paise % 100 === 0 ? 0 : 2;
    return `₹ ${formatCount(cell.paise / 100, { fractionDigits })}`;
  }
  return cell.share === null ? '–' : formatShare(cell.share, { fractionDigits: 1 });
}

/** Columns whose texts are set to the right. */
export function listCounts({ counts, head, rows }: PaperTable): readonly number[] {
  const isFigure = (cell: Cell | undefined) => typeof cell === 'object';
  return counts ?? head.flatMap((_, at) => (isFigure(rows[0]?.[at]) ? [at] : []));
}

type Look = Omit<TextBlock, 'kind' | 'words' | 'size'>;

/** @param size in points */
export function text(words: string, size: number, look: Look = {}): TextBlock {
  return { kind: 'text', words, size, ...look };
}

/** A bold line in red across the head: figures are made up, or the paper is not to be used. */
export function notice(words: string): TextBlock {
  return text(words, 12, { bold: true, align: 'center', ink: 'red', after: 6 });
}

/** The paper of a demonstration says on each page and sheet what it is. */
export function markPaper(paper: Paper, { hi, en }: Bilingual): Paper {
  const isEnglish = paper.language === 'en';
  const words = isEnglish ? en : hi;
  const page = pageWord[/^(?:hi|mr)$/.test(paper.language) ? 'hi' : 'en'];
  return {
    ...paper,
    foot: `${words} · ${paper.foot ?? page}`,
    blocks: [notice(words), ...paper.blocks],
    ...(paper.sheets && {
      sheets: paper.sheets.map((sheet) => ({
        ...sheet,
        blocks: [notice(words), ...sheet.blocks],
      })),
    }),
  };
}

/** The title of a part, as a table has it. */
export function heading(words: string): TextBlock {
  return text(words, 12.5, { bold: true, ink: 'navy', after: 4, heading: 'H2' });
}
