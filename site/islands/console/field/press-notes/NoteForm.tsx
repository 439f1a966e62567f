import { useEffect, useRef, useState } from 'react';
import { noteNotices } from '../../../../../campaigns/press-notes/note-notices.ts';
import type {
  PressForm,
  PressNoteDetail,
} from '../../../../../messaging/contract/field/press-notes.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { LinkHold } from '../../ui/LinkHold.tsx';
import { Await, ErrorNotice } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { FactsStep } from './FactsStep.tsx';
import { KindStep } from './KindStep.tsx';
import {
  emptyNote,
  factFaults,
  type NoteFaults,
  type NoteFormState,
  toFields,
  toForm,
} from './note-form.ts';
import { listPath, notePath } from './press-paths.ts';
import { useFindings } from './use-findings.ts';
import { usePressWords } from './use-press-words.ts';
import { WordsStep } from './WordsStep.tsx';

const steps = ['kind', 'facts', 'words'] as const;
export type Step = (typeof steps)[number];

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

interface StepsProps {
  lists: PressForm;
  district: string;
  kept: PressNoteDetail['note'] | null;
}

function Steps({ lists, district, kept }: StepsProps) {
  const { language, service } = useConsole();
  const words = usePressWords();
  // A month is reported when it is over, where there is one.
  const [form, setForm] = useState<NoteFormState>(() =>
    kept === null ? emptyNote(usualMonth(lists)) : toForm(kept.fields, usualMonth(lists)),
  );
  const [step, setStep] = useState<Step>(kept === null ? 'kind' : 'facts');
  const [faults, setFaults] = useState<NoteFaults>({});
  const place = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  const { busy, error, run } = useAction();
  const at = steps.indexOf(step);
  const change = (part: Partial<NoteFormState>) => setForm((last) => ({ ...last, ...part }));

  useEffect(() => {
    if (shown.current !== step) title.current?.focus();
    shown.current = step;
  }, [step]);
  useEffect(() => {
    // What is wrong is where the officer goes on.
    if (Object.keys(faults).length > 0)
      place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  const findings = useFindings(form, lists);
  const isBlocked = findings.some(({ level }) => level === 'block');
  const fields = toFields(form);
  const look = (): NoteFaults => {
    if (step === 'kind') return form.kind === '' ? { kind: 'kind' } : {};
    return step === 'facts' ? factFaults(form, lists.days) : {};
  };
  const forward = () => {
    const found = look();
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    if (step !== 'words') return setStep(steps[at + 1] ?? 'words');
    if (fields === null || isBlocked) return;
    run(async () => {
      const { note } =
        kept === null
          ? await service.ask('POST /api/press-notes', { body: { district, fields } })
          : await service.ask('PUT /api/press-notes/:id', {
              params: { id: kept.id },
              body: { version: kept.version, fields },
            });
      location.assign(notePath(language, note.id));
    });
  };
  const present = Object.keys(faults).length === 0 ? faults : look();
  const shownFaults = Object.fromEntries(
    Object.entries(faults).filter(([field]) => present[field] !== undefined),
  );
  return (
    <div className="wizard press-form">
      <p>
        <a href={listPath(language)}>← {words.back}</a>
      </p>
      <ol className="plain steps" aria-label={words.steps}>
        {steps.map((name, index) => (
          <li
            key={name}
            className={index < at ? 'done' : undefined}
            aria-current={name === step ? 'step' : undefined}
          >
            {index < at ? (
              <button type="button" onClick={() => setStep(name)}>
                <span>{index + 1}</span> <span className="step-name">{words.stepNames[name]}</span>
              </button>
            ) : (
              <>
                <span>{index + 1}</span> <span className="step-name">{words.stepNames[name]}</span>
              </>
            )}
          </li>
        ))}
      </ol>
      <LinkHold {...lists.linkHost} />
      <h2 ref={title} className="step-title" tabIndex={-1}>
        {words.stepTitles[step]}
      </h2>
      <form
        ref={place}
        className="step"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          forward();
        }}
      >
        {step === 'kind' && <KindStep form={form} change={change} faults={shownFaults} />}
        {step === 'facts' && (
          <FactsStep form={form} change={change} faults={shownFaults} lists={lists} />
        )}
        {step === 'words' && fields !== null && (
          <WordsStep
            form={form}
            change={change}
            fields={fields}
            findings={findings}
            lists={lists}
            district={district}
            notices={kept === null ? [] : noteNotices(kept, form.language)}
          />
        )}
        <ErrorNotice error={error} />
        <div className="row step-buttons">
          {at > 0 && (
            <button
              type="button"
              className="button quiet"
              disabled={busy}
              onClick={() => setStep(steps[at - 1] ?? 'kind')}
            >
              {words.previous}
            </button>
          )}
          <button
            type="submit"
            className="button"
            disabled={busy || (step === 'words' && isBlocked)}
          >
            {step === 'words' ? words.save : words.next}
          </button>
        </div>
      </form>
    </div>
  );
}

function usualMonth({ months }: PressForm): string {
  const [year = 0, month = 0] = months.last.split('-').map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return before >= months.first ? before : months.last;
}
