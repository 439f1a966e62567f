import { useState } from 'react';
import { noteNumber } from '../../../../../campaigns/press-notes/note-content.ts';
import {
  longestReason,
  type ReadingAnswers,
  readingQuestions,
} from '../../../../../campaigns/press-notes/note-fields.ts';
import type {
  PressForm,
  PressNoteDetail,
} from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { AskButton, AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { readText } from '../../ui/form-text.ts';
import { Fold } from '../../ui/lines.tsx';
import { Radios, Section, TextField } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { TypedWords } from './Findings.tsx';
import { pressWordsIn } from './press-words.ts';
import { type PanelProps, useFindings } from './use-note-content.ts';

type Step = 'submit' | 'read' | 'return' | 'issue' | 'cancel';

/** Takes a step with the note as it was seen. */
export function useNoteStep(step: Step, { detail: { note }, onDone }: PanelProps) {
  const { service } = useConsole();
  const { done } = useConsole(pressWordsIn).words;
  const sayDone = ({ note: { number, year } }: PressNoteDetail) => {
    if (step === 'submit') return done.submitted;
    if (step === 'return') return done.sendBack;
    if (step === 'cancel') return done.cancelled;
    return done.issued(noteNumber({ number: number ?? 0, year: year ?? 0 }));
  };
  return async (body: object = {}) => {
    const request = { params: { id: note.id }, body: { version: note.version, ...body } };
    const next = await service.ask(`POST /api/press-notes/:id/${step}`, request as never);
    onDone(next, sayDone(next));
  };
}

/** A step that needs a reason. */
export function ReasonForm(
  props: PanelProps & { step: 'return' | 'cancel'; label: string; button: string },
) {
  const take = useNoteStep(props.step, props);
  return (
    <AskForm
      button={props.button}
      look="button quiet"
      send={(form) => take({ reason: readText(form, 'reason') })}
    >
      <TextField label={props.label} name="reason" maxLength={longestReason} required />
    </AskForm>
  );
}

/** Issues a note that was checked. */
export function IssuePanel(panel: PanelProps) {
  const { words } = useConsole(pressWordsIn);
  const take = useNoteStep('issue', panel);
  return (
    <Section id="press-issue" title={words.issueTitle}>
      <p>{words.issueText}</p>
      <AskButton button={words.issue} look="button" send={take} />
    </Section>
  );
}

/** Cancels a note that is out; it keeps its number. */
export function CancelPanel(panel: PanelProps) {
  const { words } = useConsole(pressWordsIn);
  return (
    <Fold className="press-cancel" title={words.cancelTitle}>
      <p>{words.cancelText}</p>
      <ReasonForm {...panel} step="cancel" label={words.cancelReason} button={words.cancelIt} />
    </Fold>
  );
}

/** Hands a draft with typed words to the second officer. */
export function SubmitPanel({ lists, ...panel }: PanelProps & { lists: PressForm }) {
  const { note } = panel.detail;
  const { words } = useConsole(pressWordsIn);
  const take = useNoteStep('submit', panel);
  const findings = useFindings(note.fields, lists);
  const isBlocked = findings.some(({ level }) => level === 'block');
  return (
    <Section id="press-submit" title={words.submitTitle}>
      <p>{words.submitText}</p>
      <TypedWords texts={note.fields} findings={findings} />
      <AskButton button={words.submit} look="button" disabled={isBlocked} send={take} />
    </Section>
  );
}

type PartialAnswers = Partial<ReadingAnswers>;

/** The second officer reads what was typed, answers the questions, and issues the note or sends it back. */
export function ReadPanel({ detail, lists, onDone }: PanelProps & { lists: PressForm }) {
  const { note } = detail;
  const { words } = useConsole(pressWordsIn);
  const findings = useFindings(note.fields, lists);
  const isBlocked = findings.some(({ level }) => level === 'block');
  return (
    <Section id="press-read" title={words.readTitle}>
      <p>{words.readText(note.madeBy)}</p>
      <SecondPersonNote second={detail.second} />
      <TypedWords texts={note.fields} findings={findings} />
      {!isBlocked && <Questions detail={detail} onDone={onDone} />}
      <ReasonForm
        detail={detail}
        onDone={onDone}
        step="return"
        label={words.sendBackReason}
        button={words.sendBack}
      />
    </Section>
  );
}

function Questions(panel: PanelProps) {
  const { words } = useConsole(pressWordsIn);
  const take = useNoteStep('read', panel);
  const [answers, setAnswers] = useState<PartialAnswers>({});
  const [isTried, setTried] = useState(false);
  const isYes = readingQuestions.some((question) => answers[question] === 'yes');
  const submit = async (_: FormData, element: HTMLFormElement) => {
    setTried(true);
    const all = checkComplete(answers);
    if (all === null) {
      const open = readingQuestions.find((question) => answers[question] === undefined);
      element.querySelector<HTMLElement>(`[name="${open}"]`)?.focus();
      return;
    }
    await take({ answers: all });
  };
  return (
    <AskForm className="press-questions" button={words.readIssue} disabled={isYes} send={submit}>
      {readingQuestions.map((question) => (
        <Radios
          key={question}
          className="press-choice"
          legend={words.questions[question]}
          name={question}
          value={answers[question]}
          fault={isTried && answers[question] === undefined ? words.faults.answer : undefined}
          of={(['no', 'yes'] as const).map((each) => [each, words.answers[each]])}
          onChoose={(answer) => setAnswers((last) => ({ ...last, [question]: answer }))}
        />
      ))}
      {isYes && <p className="notice bad">{words.saidYes}</p>}
    </AskForm>
  );
}

function checkComplete(answers: PartialAnswers): ReadingAnswers | null {
  const { victim, minor, sexual, identity } = answers;
  if (!victim || !minor || !sexual || !identity) return null;
  return { victim, minor, sexual, identity };
}
