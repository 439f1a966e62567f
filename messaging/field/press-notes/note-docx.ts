import { ImageRun, Paragraph, type Table } from 'docx';
import { noteLabels } from '../../../campaigns/press-notes/note-labels.ts';
import { docxFile, lineTwips } from '../../../campaigns/typesetting/docx-sheet-fs.ts';
import { docxTable, line, pageFooter, run } from '../../platform/documents/docx-blocks.ts';
import { linkCodePng } from '../../platform/documents/link-code.ts';
import { figuresTable, type WrittenNote } from './written-note.ts';

const marginTwips = 1_134;
const navy = '0B2A5B';
/** 26 mm at 96 pixels to the inch. */
const codePx = 98;

/** A press note as a Word file. */
export async function pressNoteDocx({ content, app, notices }: WrittenNote): Promise<Uint8Array> {
  const labels = noteLabels[content.language ?? 'hi'];
  const table = figuresTable(content);
  const figures: (Paragraph | Table)[] =
    table === null
      ? []
      : [
          line(table.title, { bold: true, size: 24, color: navy, after: 80 }),
          docxTable(table, lineTwips(marginTwips)),
          line(content.figures?.note ?? '', { size: 19, after: 160 }),
        ];
  const heading = (text: string) => line(text, { bold: true, size: 26, color: navy, after: 60 });
  return docxFile({
    office: content.office,
    language: 'hi',
    title: content.title,
    marginTwips,
    halfPoints: 24,
    footer: pageFooter(content.language ?? 'hi'),
    children: [
      line(content.office, { bold: true, size: 26, center: true }),
      line(labels.pressNote, { bold: true, size: 34, center: true, color: navy, after: 160 }),
      ...notices.map((notice) =>
        line(notice, { bold: true, center: true, color: 'C8102E', after: 160 }),
      ),
      ...content.head.map(
        ([name, value]) =>
          new Paragraph({
            spacing: { after: 40 },
            children: [run(`${name}: `, { bold: true, size: 23 }), run(value, { size: 23 })],
          }),
      ),
      line('', { after: 60 }),
      line(content.title, { bold: true, size: 30, color: navy, after: 140 }),
      ...content.paragraphs.map((text) => line(text, { size: 24, after: 140 })),
      ...figures,
      heading(labels.appeal),
      line(content.appeal, { size: 24, after: 160 }),
      new Paragraph({
        children: [
          new ImageRun({
            type: 'png',
            data: await linkCodePng(content.link),
            transformation: { width: codePx, height: codePx },
            altText: { name: 'QR', title: 'QR', description: content.typedLink },
          }),
        ],
      }),
      line(`${labels.link(app)}: ${content.typedLink}`, { size: 22 }),
      line(labels.scan, { size: 22, after: 400 }),
      line(content.issuer, { bold: true, size: 24, right: true }),
    ],
  });
}
