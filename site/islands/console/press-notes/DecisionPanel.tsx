import { type FormEvent, useState } from 'react';
import { longestReason } from '../../../../campaigns/press-notes/note-fields.ts';
import { useConsole } from '../console-context.ts';
import { ErrorNotice, TextField } from '../parts.tsx';
import { SecondPersonNote } from '../SecondPersonNote.tsx';
import { useAction } from '../use-service.ts';
import type { PanelProps } from './panel-props.ts';
import { usePressWords } from './use-press-words.ts';

/** What was let stand, with its reasons; the second officer decides, the others wait. */
export function DecisionPanel({
  detail: { note, second },
  onDone,
  mayClear,
}: PanelProps & { mayClear: boolean }) {
  const { service } = useConsole();
  const words = usePressWords();
  const { busy, error, run } = useAction();
  const [isMissing, setMissing] = useState(false);
  const params = { id: note.id };
  const { version } = note;
  const clear = () =>
    run(async () => {
      const next = await service.ask('POST /api/press-notes/:id/clear', {
        params,
        body: { version },
      });
      onDone(next, words.done.clear);
    });
  const sendBack = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    setMissing(reason === '');
    if (reason === '') return;
    run(async () => {
      const next = await service.ask('POST /api/press-notes/:id/return', {
        params,
        body: { version, reason },
      });
      onDone(next, words.done.sendBack);
    });
  };
  return (
    <section aria-labelledby="press-decision">
      <h2 id="press-decision">{words.decideTitle}</h2>
      <p>{mayClear ? words.decideText : words.waitingText}</p>
      <ul className="plain press-overrules">
        {note.overrules.map(({ rule, field, found, reason }) => (
          <li key={`${rule} ${field} ${found}`}>
            <p>
              <mark lang="hi">{found}</mark> {words.rules[rule]}
            </p>
            <p className="detail">
              {words.reason}: {reason}
            </p>
          </li>
        ))}
      </ul>
      {mayClear && <SecondPersonNote second={second} />}
      {mayClear && second.bar === null && (
        <>
          <ErrorNotice error={error} />
          <button type="button" className="button" disabled={busy} onClick={clear}>
            {words.clear}
          </button>
          <form className="narrow" onSubmit={sendBack} noValidate>
            <TextField
              label={words.sendBackReason}
              name="reason"
              maxLength={longestReason}
              error={isMissing ? words.faults.reason : undefined}
            />
            <button type="submit" className="button quiet" disabled={busy}>
              {words.sendBack}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
