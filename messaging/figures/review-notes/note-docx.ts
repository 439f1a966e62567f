import type { Paragraph, Table } from 'docx';
import { docxFile, lineTwips } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import { docxTable, line, pageFooter } from '../../platform/documents/docx-blocks.ts';
import type { SheetTable } from '../../platform/documents/pdf-table.ts';
import type { NoteContent } from './note-content.ts';

const marginTwips = 1_134;
const width = lineTwips(marginTwips);
const navy = '0B2A5B';

/** The note as a Word file. */
export async function noteDocx(note: NoteContent): Promise<Uint8Array> {
  return docxFile({
    office: note.office,
    title: note.title,
    language: note.language,
    marginTwips,
    halfPoints: 22,
    footer: pageFooter(note.language),
    children: [
      line(note.office, { bold: true, size: 26, center: true }),
      line(note.title, { bold: true, size: 28, center: true, color: navy }),
      line(note.asOf, { center: true, after: 200 }),
      ...(note.sampleNotice === null
        ? []
        : [line(note.sampleNotice, { bold: true, center: true, color: 'C8102E', after: 200 })]),
      ...note.paragraphs.map((text, index) => line(`${index + 1}. ${text}`, { after: 140 })),
      ...note.tables.flatMap(titled),
      line('', { after: 500 }),
      line(note.signature, { bold: true, right: true }),
      ...titled(note.annexure, true),
    ],
  });
}

function titled(table: SheetTable, newPage: boolean | number = false): (Paragraph | Table)[] {
  const title = line(table.title, {
    bold: true,
    size: 25,
    color: navy,
    before: 160,
    after: 80,
    newPage: newPage === true,
  });
  return [title, docxTable(table, width)];
}
