import { noteWords } from '../../../campaigns/words/review-note-words.ts';
import { openPdfSheet } from '../../platform/documents/pdf-sheet.ts';
import type { NoteContent } from './note-content.ts';

/** The note as a PDF of A4 pages. */
export function notePdf(note: NoteContent): Buffer {
  const sheet = openPdfSheet(noteWords[note.language].page);
  const { regular, bold } = sheet;
  sheet.paragraph(note.office, { font: bold, size: 13, align: 'center' });
  sheet.paragraph(note.title, { font: bold, size: 15, align: 'center', ink: 'navy' });
  sheet.paragraph(note.asOf, { font: regular, size: 11, align: 'center', after: 10 });
  if (note.sampleNotice !== null) {
    sheet.paragraph(note.sampleNotice, {
      font: bold,
      size: 11,
      align: 'center',
      ink: 'red',
      after: 10,
    });
  }
  note.paragraphs.forEach((text, index) => {
    sheet.paragraph(`${index + 1}. ${text}`, { font: regular, size: 11, after: 7 });
  });
  for (const table of note.tables) sheet.table(table);
  sheet.space(44);
  sheet.paragraph(note.signature, { font: bold, size: 11, align: 'right' });
  sheet.newPage();
  sheet.table(note.annexure);
  const { title, language, generatedAt } = note;
  return sheet.finish({ title, language, createdAt: new Date(generatedAt) });
}
