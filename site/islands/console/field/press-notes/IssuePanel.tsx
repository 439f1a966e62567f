import { useState } from 'react';
import { noteNumber } from '../../../../../campaigns/press-notes/note-content.ts';
import { longestReason } from '../../../../../campaigns/press-notes/note-fields.ts';
import type {
  PressForm,
  PressNoteDetail,
} from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { TypedWords } from './Findings.tsx';
import { usePressWords } from './press-words.ts';
import { type PanelProps, useFindings } from './use-note-content.ts';

type Step = 'submit' | 'read' | 'return' | 'issue' | 'cancel';

/** Takes a step with the note as it was seen. */
export function useNoteStep(step: Step, { detail: { note }, onDone }: PanelProps) {
  const { service } = useConsole();
  const { done } = usePressWords();
  const { busy, error, run } = useAction();
  const sayDone = ({ note: { number, year } }: PressNoteDetail) => {
    if (step === 'submit') return done.submitted;
    if (step === 'return') return done.sendBack;
    if (step === 'cancel') return done.cancelled;
    return done.issued(noteNumber({ number: number ?? 0, year: year ?? 0 }));
  };
  const take = (body: object = {}) =>
    run(async () => {
      const request = { params: { id: note.id }, body: { version: note.version, ...body } };
      const next = await service.ask(`POST /api/press-notes/:id/${step}`, request as never);
      onDone(next, sayDone(next));
    });
  return { busy, error, take };
}

/** A step that needs a reason. */
export function ReasonForm(
  props: PanelProps & { step: 'return' | 'cancel'; label: string; button: string },
) {
  const words = usePressWords();
  const { busy, error, take } = useNoteStep(props.step, props);
  const [isMissing, setMissing] = useState(false);
  const submit = (form: FormData) => {
    const reason = readText(form, 'reason');
    setMissing(reason === '');
    if (reason !== '') take({ reason });
  };
  return (
    <Form className="narrow" onSubmit={submit} noValidate>
      <TextField
        label={props.label}
        name="reason"
        maxLength={longestReason}
        error={isMissing ? words.faults.reason : undefined}
      />
      <ErrorNotice error={error} />
      <button type="submit" className="button quiet" disabled={busy}>
        {props.button}
      </button>
    </Form>
  );
}

/** Issues a note that was checked. */
export function IssuePanel(panel: PanelProps) {
  const words = usePressWords();
  const { busy, error, take } = useNoteStep('issue', panel);
  return (
    <section aria-labelledby="press-issue">
      <h2 id="press-issue">{words.issueTitle}</h2>
      <p>{words.issueText}</p>
      <ErrorNotice error={error} />
      <button type="button" className="button" disabled={busy} onClick={() => take()}>
        {words.issue}
      </button>
    </section>
  );
}

/** Cancels a note that is out; it keeps its number. */
export function CancelPanel(panel: PanelProps) {
  const words = usePressWords();
  return (
    <details className="press-cancel">
      <summary>{words.cancelTitle}</summary>
      <p>{words.cancelText}</p>
      <ReasonForm {...panel} step="cancel" label={words.cancelReason} button={words.cancelIt} />
    </details>
  );
}

/** Hands a draft with typed words to the second officer. */
export function SubmitPanel({ lists, ...panel }: PanelProps & { lists: PressForm }) {
  const { note } = panel.detail;
  const words = usePressWords();
  const { busy, error, take } = useNoteStep('submit', panel);
  const findings = useFindings(note.fields, lists);
  const isBlocked = findings.some(({ level }) => level === 'block');
  return (
    <section aria-labelledby="press-submit">
      <h2 id="press-submit">{words.submitTitle}</h2>
      <p>{words.submitText}</p>
      <TypedWords texts={note.fields} findings={findings} />
      <ErrorNotice error={error} />
      <button type="button" className="button" disabled={busy || isBlocked} onClick={() => take()}>
        {words.submit}
      </button>
    </section>
  );
}
