import {
  type PressNoteContent,
  typedParagraphs,
} from '../../../../../campaigns/press-notes/note-content.ts';
import type { TypedTexts } from '../../../../../campaigns/press-notes/note-fields.ts';
import { noteLabels } from '../../../../../campaigns/press-notes/note-labels.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Facts } from '../../ui/parts.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { pressWordsIn } from './press-words.ts';

interface NotePreviewProps {
  content: PressNoteContent;
  /** Shown above the note. */
  notices: readonly string[];
  /** Undefined once it is issued. */
  typed?: TypedTexts | undefined;
}

/** The note as it will be on paper, in its own language; what was typed is marked. */
export function NotePreview({ content, notices, typed }: NotePreviewProps) {
  const { campaign, words } = useConsole(pressWordsIn);
  const { language = 'hi' } = content;
  const labels = noteLabels[language];
  const firstTyped = content.paragraphs.length - typedParagraphs(typed?.details ?? '').length;
  return (
    <article className="press-paper" lang={language}>
      <p className="press-office">{content.office}</p>
      <p className="press-kind">{labels.pressNote}</p>
      {notices.map((notice) => (
        <p key={notice} className="press-notice">
          {notice}
        </p>
      ))}
      <Facts className="press-head" facts={content.head} />
      <p className="press-title">
        <Words isTyped={typed !== undefined && typed.title !== ''}>{content.title}</Words>
      </p>
      {content.paragraphs.map((text, index) => (
        <p key={text}>
          <Words isTyped={index >= firstTyped}>{text}</Words>
        </p>
      ))}
      {content.figures !== null && (
        <>
          <FigureTable
            className=""
            rows={content.figures.rows}
            keyOf={([category = '']) => category}
            columns={content.figures.head.map(
              (name, at) => [name, (row: string[]) => row[at]] as const,
            )}
          />
          {content.figures.note !== null && <p className="press-small">{content.figures.note}</p>}
        </>
      )}
      <p className="press-subtitle">{labels.appeal}</p>
      <p>{content.appeal}</p>
      <div className="press-code">
        <QrCode text={content.link} label={words.qr(content.typedLink)} />
        <p>
          <strong>{labels.link(campaign.app)}</strong>
          <br />
          {content.typedLink}
        </p>
      </div>
      <p className="press-issuer">{content.issuer}</p>
    </article>
  );
}

function Words({ isTyped, children }: { isTyped: boolean; children: string }) {
  return isTyped ? <span className="press-typed">{children}</span> : children;
}
