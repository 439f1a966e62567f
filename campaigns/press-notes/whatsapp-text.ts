import type { PressNoteContent } from './note-content.ts';

/** The note as a text for WhatsApp: stars make bold there, and the link can be tapped. */
export function whatsappText(note: PressNoteContent): string {
  const figures =
    note.figures === null
      ? []
      : [
          note.figures.rows
            .map(([category, total, stations]) => `▪ ${category}: *${total}*\n   ${stations}`)
            .join('\n'),
          ...(note.figures.note === null ? [] : [`_${note.figures.note}_`]),
        ];
  return [
    `*${note.office}*\n*प्रेस नोट*`,
    note.head.map(([name, value]) => `${name}: ${value}`).join('\n'),
    `*${note.title}*`,
    ...note.paragraphs,
    ...figures,
    note.appeal,
    `ऐप का लिंक: https://${note.typedLink}`,
    note.issuer,
  ].join('\n\n');
}
