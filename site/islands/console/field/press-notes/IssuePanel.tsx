import { useState } from 'react';
import { noteNumber } from '../../../../../campaigns/press-notes/note-content.ts';
import { longestReason } from '../../../../../campaigns/press-notes/note-fields.ts';
import type { PressForm } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { TypedWords } from './Findings.tsx';
import { usePressWords } from './press-words.ts';
import type { PanelProps } from './use-note-content.ts';
import { useFindings } from './use-note-content.ts';

/** Issues a note that was checked. */
export function IssuePanel({ detail: { note }, onDone }: PanelProps) {
  const { service } = useConsole();
  const words = usePressWords();
  const { busy, error, run } = useAction();
  const issue = () =>
    run(async () => {
      const next = await service.ask('POST /api/press-notes/:id/issue', {
        params: { id: note.id },
        body: { version: note.version },
      });
      const { number, year } = next.note;
      onDone(next, words.done.issued(noteNumber({ number: number ?? 0, year: year ?? 0 })));
    });
  return (
    <section aria-labelledby="press-issue">
      <h2 id="press-issue">{words.issueTitle}</h2>
      <p>{words.issueText}</p>
      <ErrorNotice error={error} />
      <button type="button" className="button" disabled={busy} onClick={issue}>
        {words.issue}
      </button>
    </section>
  );
}

/** Cancels a note that is out; it keeps its number. */
export function CancelPanel({ detail: { note }, onDone }: PanelProps) {
  const { service } = useConsole();
  const words = usePressWords();
  const { busy, error, run } = useAction();
  const [isMissing, setMissing] = useState(false);
  const cancel = (form: FormData) => {
    const reason = readText(form, 'reason');
    setMissing(reason === '');
    if (reason === '') return;
    run(async () => {
      const next = await service.ask('POST /api/press-notes/:id/cancel', {
        params: { id: note.id },
        body: { version: note.version, reason },
      });
      onDone(next, words.done.cancelled);
    });
  };
  return (
    <details className="press-cancel">
      <summary>{words.cancelTitle}</summary>
      <p>{words.cancelText}</p>
      <Form className="narrow" onSubmit={cancel} noValidate>
        <TextField
          label={words.cancelReason}
          name="reason"
          maxLength={longestReason}
          error={isMissing ? words.faults.reason : undefined}
        />
        <ErrorNotice error={error} />
        <button type="submit" className="button quiet" disabled={busy}>
          {words.cancelIt}
        </button>
      </Form>
    </details>
  );
}

/** Hands a draft with typed words to the second officer. */
export function SubmitPanel({
  detail: { note },
  lists,
  onDone,
}: PanelProps & { lists: PressForm }) {
  const { service } = useConsole();
  const words = usePressWords();
  const { busy, error, run } = useAction();
  const findings = useFindings(note.fields, lists);
  const isBlocked = findings.some(({ level }) => level === 'block');
  const submit = () =>
    run(async () => {
      const next = await service.ask('POST /api/press-notes/:id/submit', {
        params: { id: note.id },
        body: { version: note.version },
      });
      onDone(next, words.done.submitted);
    });
  return (
    <section aria-labelledby="press-submit">
      <h2 id="press-submit">{words.submitTitle}</h2>
      <p>{words.submitText}</p>
      <TypedWords texts={note.fields} findings={findings} />
      <ErrorNotice error={error} />
      <button type="button" className="button" disabled={busy || isBlocked} onClick={submit}>
        {words.submit}
      </button>
    </section>
  );
}
