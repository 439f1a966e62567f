import type { PressNoteContent } from '../../../../campaigns/press-notes/note-content.ts';
import { useConsole } from '../console-context.ts';
import { QrCode } from '../QrCode.tsx';
import { usePressWords } from './use-press-words.ts';

/** The note as it stands on paper: always in Hindi. */
export function NotePreview({
  content,
  notices,
}: {
  content: PressNoteContent;
  /** Stand above it. */
  notices: readonly string[];
}) {
  const { campaign } = useConsole();
  const words = usePressWords();
  const { figures } = content;
  return (
    <article className="press-paper" lang="hi">
      <p className="press-office">{content.office}</p>
      <p className="press-kind">प्रेस नोट</p>
      {notices.map((notice) => (
        <p key={notice} className="press-notice">
          {notice}
        </p>
      ))}
      <dl className="press-head">
        {content.head.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="press-title">{content.title}</p>
      {content.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {figures !== null && (
        <>
          <table>
            <thead>
              <tr>
                {figures.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.rows.map(([category = '', ...rest]) => (
                <tr key={category}>
                  <th scope="row">{category}</th>
                  {rest.map((cell, index) => (
                    <td key={figures.head[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {figures.note !== null && <p className="press-small">{figures.note}</p>}
        </>
      )}
      <p className="press-subtitle">अपील</p>
      <p>{content.appeal}</p>
      <div className="press-code">
        <QrCode text={content.link} label={words.qr(content.typedLink)} />
        <p>
          <strong>{campaign.app} ऐप का लिंक</strong>
          <br />
          {content.typedLink}
        </p>
      </div>
      <p className="press-issuer">{content.issuer}</p>
    </article>
  );
}
