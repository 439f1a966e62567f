import { noteLabels } from '../../../campaigns/press-notes/note-labels.ts';
import { openPdfSheet } from '../../platform/documents/pdf-sheet.ts';
import { figuresTable, type WrittenNote } from './written-note.ts';

/** A press note as a PDF of A4 pages. */
export function pressNotePdf({ content, issuedOn, app, notices }: WrittenNote): Buffer {
  const { language = 'hi' } = content;
  const labels = noteLabels[language];
  const sheet = openPdfSheet(labels.page);
  const { regular, bold } = sheet;
  const center = { align: 'center' } as const;
  sheet.paragraph(content.office, { font: bold, size: 14, ...center });
  sheet.paragraph(labels.pressNote, {
    ...({ size: 18, ink: 'navy', after: 8, heading: 'H1' } as const),
    font: bold,
    ...center,
  });
  for (const notice of notices)
    sheet.paragraph(notice, { font: bold, size: 13, ink: 'red', after: 8, ...center });
  sheet.facts(content.head);
  sheet.space(6);
  sheet.paragraph(content.title, { font: bold, size: 15, ink: 'navy', after: 8 });
  for (const text of content.paragraphs)
    sheet.paragraph(text, { font: regular, size: 12, after: 8 });
  const table = figuresTable(content);
  if (table !== null) sheet.table(table);
  if (content.figures?.note)
    sheet.paragraph(content.figures.note, { font: regular, size: 10, after: 10 });
  sheet.paragraph(labels.appeal, { font: bold, size: 13, ink: 'navy', after: 2 });
  sheet.paragraph(content.appeal, { font: regular, size: 12, after: 10 });
  sheet.code({ link: content.link, lines: [labels.link(app), content.typedLink, labels.scan] });
  sheet.space(26);
  sheet.paragraph(content.issuer, { font: bold, size: 12, align: 'right' });
  return sheet.finish({
    title: content.title,
    language,
    createdAt: new Date(`${issuedOn}T00:00:00+05:30`),
  });
}
