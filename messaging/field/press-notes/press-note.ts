import type { PressNoteContent } from '../../../campaigns/press-notes/note-content.ts';
import { noteLabels } from '../../../campaigns/press-notes/note-labels.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';
import { type Block, heading, notice, type Paper, text } from '../../platform/documents/paper.ts';

/** An issued note, as its files have it. */
export interface WrittenNote {
  content: PressNoteContent;
  issuedOn: string;
  /** Printed next to its link. */
  app: string;
  /** Printed above the note. */
  notices: readonly string[];
}

/** A press note as a paper. */
export function pressNote({ content, issuedOn, app, notices }: WrittenNote): Paper {
  const { office, language = 'hi', title, figures } = content;
  const labels = noteLabels[language];
  const body = (words: string) => text(words, 12, { after: 8 });
  const centred = { bold: true, align: 'center' } as const;
  return {
    office,
    title,
    language,
    createdAt: new Date(`${issuedOn}T00:00:00+05:30`),
    foot: pageWord[language],
    blocks: [
      text(office, 14, centred),
      text(labels.pressNote, 18, { ...centred, ink: 'navy', after: 8, heading: 'H1' }),
      ...notices.map(notice),
      { kind: 'facts', facts: content.head },
      { kind: 'space', points: 6 },
      text(title, 15, { bold: true, ink: 'navy', after: 8 }),
      ...content.paragraphs.map(body),
      ...(figures === null ? [] : figureBlocks(figures, labels.figures)),
      heading(labels.appeal),
      text(content.appeal, 12, { after: 10 }),
      {
        kind: 'code',
        link: content.link,
        lines: [labels.link(app), content.typedLink, labels.scan],
      },
      { kind: 'space', points: 26 },
      text(content.issuer, 12, { bold: true, align: 'right' }),
    ],
  };
}

function figureBlocks(
  { head, rows, note }: NonNullable<PressNoteContent['figures']>,
  title: string,
): Block[] {
  return [
    { kind: 'table', title, widths: [0.24, 0.16, 0.6], head, rows, counts: [1] },
    ...(note ? [text(note, 10, { after: 10 })] : []),
  ];
}
