import { noteNotices } from '../../../../../campaigns/press-notes/note-notices.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { LinkHold } from '../../ui/LinkHold.tsx';
import { Await, ErrorNotice } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { FactsStep } from './FactsStep.tsx';
import { KindStep } from './KindStep.tsx';
import { listPath } from './press-paths.ts';
import { type NoteFormProps, type NoteStep, noteSteps, useNoteForm } from './use-note-form.ts';
import { usePressWords } from './use-press-words.ts';
import { WordsStep } from './WordsStep.tsx';

/** Writes a note in three steps, or changes one that is not issued. */
export function NoteForm({ id }: { id: number | null }) {
  const me = useMe();
  const district = me.area ?? '';
  const form = useLoad('GET /api/press-notes/form', { query: { district } });
  const kept = useLoad(id === null ? null : 'GET /api/press-notes/:id', {
    params: { id: id ?? 0 },
  });
  return (
    <Await state={form.state} retry={form.reload}>
      {(lists) =>
        id === null ? (
          <Steps lists={lists} district={district} kept={null} />
        ) : (
          <Await state={kept.state} retry={kept.reload}>
            {(detail) => <Steps lists={lists} district={district} kept={detail.note} />}
          </Await>
        )
      }
    </Await>
  );
}

function Steps(props: NoteFormProps) {
  const { lists, district, kept } = props;
  const { language } = useConsole();
  const words = usePressWords();
  const writing = useNoteForm(props);
  const { form, change, fields, faults, step, setStep, at, busy } = writing;
  const submit = () => {
    writing.goOn();
  };
  return (
    <div className="press-form">
      <p>
        <a href={listPath(language)}>← {words.back}</a>
      </p>
      <StepList at={at} onStep={setStep} />
      <LinkHold {...lists.linkHost} />
      <h2 ref={writing.title} className="step-title" tabIndex={-1}>
        {words.stepTitles[step]}
      </h2>
      <Form ref={writing.place} className="step" noValidate onSubmit={submit}>
        {step === 'kind' && <KindStep form={form} change={change} faults={faults} />}
        {step === 'facts' && (
          <FactsStep form={form} change={change} faults={faults} lists={lists} />
        )}
        {step === 'words' && fields !== null && (
          <WordsStep
            form={form}
            change={change}
            fields={fields}
            findings={writing.findings}
            lists={lists}
            district={district}
            notices={kept === null ? [] : noteNotices(kept, form.language)}
          />
        )}
        <ErrorNotice error={writing.error} />
        <div className="row step-buttons">
          {at > 0 && (
            <button
              type="button"
              className="button quiet"
              disabled={busy}
              onClick={() => setStep(noteSteps[at - 1] ?? 'kind')}
            >
              {words.previous}
            </button>
          )}
          <button type="submit" className="button" disabled={!writing.canGoOn}>
            {step === 'words' ? words.save : words.next}
          </button>
        </div>
      </Form>
    </div>
  );
}

/** The steps, of which those that are done can be opened again. */
function StepList({ at, onStep }: { at: number; onStep: (step: NoteStep) => void }) {
  const words = usePressWords();
  return (
    <ol className="plain steps" aria-label={words.steps}>
      {noteSteps.map((step, index) => {
        const name = (
          <>
            <span>{index + 1}</span> <span className="step-name">{words.stepNames[step]}</span>
          </>
        );
        return (
          <li
            key={step}
            className={index < at ? 'done' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            {index < at ? (
              <button type="button" onClick={() => onStep(step)}>
                {name}
              </button>
            ) : (
              name
            )}
          </li>
        );
      })}
    </ol>
  );
}
