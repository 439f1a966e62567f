import { useState } from 'react';
import { noteNumber } from '../../../../../campaigns/press-notes/note-content.ts';
import {
  longestReason,
  type ReadingAnswers,
  type ReadingQuestion,
  readingQuestions,
} from '../../../../../campaigns/press-notes/note-fields.ts';
import type { PressForm } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useAction } from '../../ui/use-service.ts';
import { TypedWords } from './Findings.tsx';
import { usePressWords } from './press-words.ts';
import type { PanelProps } from './use-note-content.ts';
import { useFindings } from './use-note-content.ts';

type PartialAnswers = Partial<ReadingAnswers>;

/** The second officer reads what was typed, answers the questions, and issues the note or sends it back. */
export function ReadPanel({ detail, lists, onDone }: PanelProps & { lists: PressForm }) {
  const { note } = detail;
  const words = usePressWords();
  const findings = useFindings(note.fields, lists);
  const isBlocked = findings.some(({ level }) => level === 'block');
  return (
    <section aria-labelledby="press-read">
      <h2 id="press-read">{words.readTitle}</h2>
      <p>{words.readText(note.madeBy)}</p>
      <SecondPersonNote second={detail.second} />
      <TypedWords texts={note.fields} findings={findings} />
      {!isBlocked && <Questions detail={detail} onDone={onDone} />}
      <SendBack detail={detail} onDone={onDone} />
    </section>
  );
}

function Questions({ detail: { note }, onDone }: PanelProps) {
  const { service } = useConsole();
  const words = usePressWords();
  const { busy, error, run } = useAction();
  const [answers, setAnswers] = useState<PartialAnswers>({});
  const [isTried, setTried] = useState(false);
  const isYes = readingQuestions.some((question) => answers[question] === 'yes');
  const submit = (_: FormData, element: HTMLFormElement) => {
    setTried(true);
    const all = checkComplete(answers);
    if (all === null) {
      const open = readingQuestions.find((question) => answers[question] === undefined);
      element.querySelector<HTMLElement>(`[name="${open}"]`)?.focus();
      return;
    }
    run(async () => {
      const next = await service.ask('POST /api/press-notes/:id/read', {
        params: { id: note.id },
        body: { version: note.version, answers: all },
      });
      const { number, year } = next.note;
      onDone(next, words.done.issued(noteNumber({ number: number ?? 0, year: year ?? 0 })));
    });
  };
  return (
    <Form className="press-questions" onSubmit={submit} noValidate>
      {readingQuestions.map((question) => (
        <Question
          key={question}
          question={question}
          answer={answers[question]}
          isMissing={isTried && answers[question] === undefined}
          onAnswer={(answer) => setAnswers((last) => ({ ...last, [question]: answer }))}
        />
      ))}
      {isYes && <p className="notice bad">{words.saidYes}</p>}
      <ErrorNotice error={error} />
      <button type="submit" className="button" disabled={busy || isYes}>
        {words.readIssue}
      </button>
    </Form>
  );
}

interface QuestionProps {
  question: ReadingQuestion;
  answer: 'yes' | 'no' | undefined;
  isMissing: boolean;
  onAnswer: (answer: 'yes' | 'no') => void;
}

function Question({ question, answer, isMissing, onAnswer }: QuestionProps) {
  const words = usePressWords();
  return (
    <fieldset>
      <legend>{words.questions[question]}</legend>
      {isMissing && <p className="wrong">{words.faults.answer}</p>}
      <div className="row">
        {(['no', 'yes'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={question}
              value={each}
              checked={answer === each}
              aria-invalid={isMissing || undefined}
              onChange={() => onAnswer(each)}
            />{' '}
            {words.answers[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function checkComplete(answers: PartialAnswers): ReadingAnswers | null {
  const { victim, minor, sexual, identity } = answers;
  if (!victim || !minor || !sexual || !identity) return null;
  return { victim, minor, sexual, identity };
}

function SendBack({ detail: { note }, onDone }: PanelProps) {
  const { service } = useConsole();
  const words = usePressWords();
  const { busy, error, run } = useAction();
  const [isMissing, setMissing] = useState(false);
  const sendBack = (form: FormData) => {
    const reason = readText(form, 'reason');
    setMissing(reason === '');
    if (reason === '') return;
    run(async () => {
      const next = await service.ask('POST /api/press-notes/:id/return', {
        params: { id: note.id },
        body: { version: note.version, reason },
      });
      onDone(next, words.done.sendBack);
    });
  };
  return (
    <Form className="narrow" onSubmit={sendBack} noValidate>
      <TextField
        label={words.sendBackReason}
        name="reason"
        maxLength={longestReason}
        error={isMissing ? words.faults.reason : undefined}
      />
      <ErrorNotice error={error} />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.sendBack}
      </button>
    </Form>
  );
}
