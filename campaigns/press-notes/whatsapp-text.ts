import type { PressNoteContent } from './note-content.ts';
import { noteLabels } from './note-labels.ts';

/**
 * The note as a text for WhatsApp: stars make bold there, and the link can be tapped.
 * @param notices shown above it
 */
export function whatsappText(
  note: PressNoteContent,
  { app, notices = [] }: { app: string; notices?: readonly string[] },
): string {
  const labels = noteLabels[note.language ?? 'hi'];
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
    ...notices.map((notice) => `*${notice}*`),
    `*${note.office}*\n*${labels.pressNote}*`,
    note.head.map(([name, value]) => `${name}: ${value}`).join('\n'),
    `*${note.title}*`,
    ...note.paragraphs,
    ...figures,
    note.appeal,
    `${labels.link(app)}: https://${note.typedLink}`,
    note.issuer,
  ].join('\n\n');
}
