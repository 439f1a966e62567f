import { useState } from 'react';
import type { PressNoteContent } from '../../../../../campaigns/press-notes/note-content.ts';
import { noteNotices } from '../../../../../campaigns/press-notes/note-status.ts';
import { whatsappText } from '../../../../../campaigns/press-notes/whatsapp-text.ts';
import type { PressNoteDetail } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { usePressWords } from './press-words.ts';

/** The note as files for the desk and as a text for WhatsApp. */
export function NoteFiles({
  note,
  content,
}: {
  note: PressNoteDetail['note'];
  content: PressNoteContent;
}) {
  const words = usePressWords();
  const [copied, setCopied] = useState(false);
  const { campaign } = useConsole();
  const notices = noteNotices(note, content.language ?? 'hi');
  const text = whatsappText(content, { app: campaign.app, notices });
  const makeFileAddress = (format: 'pdf' | 'docx') =>
    makeAddress('GET /api/press-notes/:id/file', { params: { id: note.id }, query: { format } });
  return (
    <section aria-labelledby="press-files">
      <h2 id="press-files">{words.files}</h2>
      <p className="row">
        <a className="button" href={makeFileAddress('pdf')}>
          {words.pdf}
        </a>
        <a className="button quiet" href={makeFileAddress('docx')}>
          {words.docx}
        </a>
      </p>
      {note.status === 'issued' && (
        <>
          <p className="row">
            <button
              type="button"
              className="button quiet"
              onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
            >
              {words.copy}
            </button>
            {'share' in navigator && (
              <button
                type="button"
                className="button quiet"
                // Closing the share sheet is no error.
                onClick={() => void navigator.share({ text }).catch(() => {})}
              >
                {words.share}
              </button>
            )}
          </p>
          <p role="status" className="detail">
            {copied && words.copied}
          </p>
          <details>
            <summary>{words.whatsapp}</summary>
            <pre className="press-text" lang={content.language ?? 'hi'}>
              {text}
            </pre>
          </details>
        </>
      )}
    </section>
  );
}
