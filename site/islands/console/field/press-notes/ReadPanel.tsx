import { useState } from 'react';
import {
  type ReadingAnswers,
  type ReadingQuestion,
  readingQuestions,
} from '../../../../../campaigns/press-notes/note-fields.ts';
import type { PressForm } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { TypedWords } from './Findings.tsx';
import { ReasonForm, useNoteStep } from './IssuePanel.tsx';
import { pressWordsIn } from './press-words.ts';

import type { PanelProps } from './use-note-content.ts';
import { useFindings } from './use-note-content.ts';

type PartialAnswers = Partial<ReadingAnswers>;

/** The second officer reads what was typed, answers the questions, and issues the note or sends it back. */
export function ReadPanel({ detail, lists, onDone }: PanelProps & { lists: PressForm }) {
  const { note } = detail;
  const { words } = useConsole(pressWordsIn);
  const findings = useFindings(note.fields, lists);
  const isBlocked = findings.some(({ level }) => level === 'block');
  return (
    <section aria-labelledby="press-read">
      <h2 id="press-read">{words.readTitle}</h2>
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
    </section>
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
        <Question
          key={question}
          question={question}
          answer={answers[question]}
          isMissing={isTried && answers[question] === undefined}
          onAnswer={(answer) => setAnswers((last) => ({ ...last, [question]: answer }))}
        />
      ))}
      {isYes && <p className="notice bad">{words.saidYes}</p>}
    </AskForm>
  );
}

interface QuestionProps {
  question: ReadingQuestion;
  answer: 'yes' | 'no' | undefined;
  isMissing: boolean;
  onAnswer: (answer: 'yes' | 'no') => void;
}

function Question({ question, answer, isMissing, onAnswer }: QuestionProps) {
  const { words } = useConsole(pressWordsIn);
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
