import { useEffect, useRef, useState } from 'react';
import { pressNoteKinds } from '../../../../../campaigns/press-notes/note-fields.ts';
import { noteNotices } from '../../../../../campaigns/press-notes/note-status.ts';
import type {
  PressForm,
  PressNoteDetail,
} from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { Form } from '../../ui/AskForm.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { LinkHold } from '../../ui/LinkNotice.tsx';
import { BackLink, Submit } from '../../ui/lines.tsx';
import { Await, Button, ErrorNotice, Radios } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { FactsStep } from './FactsStep.tsx';
import {
  emptyNote,
  findFactFaults,
  type NoteFaults,
  type NoteFormState,
  toFields,
  toForm,
} from './note-form.ts';
import { pressWordsIn } from './press-words.ts';
import { listPath, notePath, useFindings } from './use-note-content.ts';

import { WordsStep } from './WordsStep.tsx';

const noteSteps = ['kind', 'facts', 'words'] as const;
type NoteStep = (typeof noteSteps)[number];

interface NoteFormProps {
  lists: PressForm;
  district: string;
  kept: PressNoteDetail['note'] | null;
}

/** A note as it is being written, with the step that is shown and what is wrong in it. */
function useNoteForm({ lists, district, kept }: NoteFormProps) {
  const { language, service } = useConsole();
  const [form, setForm] = useState<NoteFormState>(() =>
    kept === null ? emptyNote(usualMonth(lists)) : toForm(kept.fields, usualMonth(lists)),
  );
  const [step, setStep] = useState<NoteStep>(kept === null ? 'kind' : 'facts');
  const [faults, setFaults] = useState<NoteFaults>({});
  const { busy, error, run } = useAction();
  const at = noteSteps.indexOf(step);
  const findings = useFindings(form, lists);
  const isBlocked = findings.some(({ level }) => level === 'block');
  const fields = toFields(form);
  const findFaults = (): NoteFaults => {
    if (step === 'kind') return form.kind === '' ? { kind: 'kind' } : {};
    return step === 'facts' ? findFactFaults(form, lists.days) : {};
  };
  const save = async () => {
    if (fields === null || isBlocked) return;
    const { note } =
      kept === null
        ? await service.ask('POST /api/press-notes', { body: { district, fields } })
        : await service.ask('PUT /api/press-notes/:id', {
            params: { id: kept.id },
            body: { version: kept.version, fields },
          });
    location.assign(notePath(language, note.id));
  };
  const goOn = () => {
    const found = findFaults();
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    if (step === 'words') run(save);
    else setStep(noteSteps[at + 1] ?? 'words');
  };
  // What was corrected since the officer tried is no longer shown as wrong.
  const present = Object.keys(faults).length === 0 ? faults : findFaults();
  const shownFaults = Object.fromEntries(
    Object.entries(faults).filter(([field]) => present[field] !== undefined),
  );
  return {
    form,
    change: (part: Partial<NoteFormState>) => setForm((last) => ({ ...last, ...part })),
    fields,
    findings,
    faults: shownFaults,
    step,
    setStep,
    at,
    goOn,
    canGoOn: !busy && !(step === 'words' && isBlocked),
    busy,
    error,
    ...useStepFocus(step, faults),
  };
}

/** Leads to the title of a new step, and to the first field that is wrong. */
function useStepFocus(step: NoteStep, faults: NoteFaults) {
  const place = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) title.current?.focus();
    shown.current = step;
  }, [step]);
  useEffect(() => {
    if (Object.keys(faults).length > 0)
      place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  return { place, title };
}

/** A month is reported when it is over, where there is one. */
function usualMonth({ months }: PressForm): string {
  const [year = 0, month = 0] = months.last.split('-').map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return before >= months.first ? before : months.last;
}

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
  const { language, words } = useConsole(pressWordsIn);
  const writing = useNoteForm(props);
  const { form, change, fields, faults, step, setStep, at, busy } = writing;
  const submit = () => {
    writing.goOn();
  };
  return (
    <div className="press-form">
      <BackLink to={listPath(language)}>{words.back}</BackLink>
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
            <Button disabled={busy} onClick={() => setStep(noteSteps[at - 1] ?? 'kind')}>
              {words.previous}
            </Button>
          )}
          <Submit busy={!writing.canGoOn}>{step === 'words' ? words.save : words.next}</Submit>
        </div>
      </Form>
    </div>
  );
}

/** The steps, of which those that are done can be opened again. */
function StepList({ at, onStep }: { at: number; onStep: (step: NoteStep) => void }) {
  const { words } = useConsole(pressWordsIn);
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

interface KindStepProps {
  form: NoteFormState;
  change: (part: Partial<NoteFormState>) => void;
  faults: NoteFaults;
}

function KindStep({ form, change, faults }: KindStepProps) {
  const { words } = useConsole(pressWordsIn);
  return (
    <Radios
      legend={<span className="sr-only">{words.stepTitles.kind}</span>}
      name="kind"
      fault={faults['kind'] && words.faults.kind}
      value={form.kind}
      of={pressNoteKinds.map((kind) => [kind, words.kinds[kind].name, words.kinds[kind].hint])}
      onChoose={(kind) => change({ kind })}
    />
  );
}
