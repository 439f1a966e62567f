import { useEffect, useRef, useState } from 'react';
import type {
  PressForm,
  PressNoteDetail,
} from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { useAction } from '../../ui/use-service.ts';
import {
  emptyNote,
  findFactFaults,
  type NoteFaults,
  type NoteFormState,
  toFields,
  toForm,
} from './note-form.ts';
import { notePath } from './press-paths.ts';
import { useFindings } from './use-findings.ts';

export const noteSteps = ['kind', 'facts', 'words'] as const;
export type NoteStep = (typeof noteSteps)[number];

export interface NoteFormProps {
  lists: PressForm;
  district: string;
  kept: PressNoteDetail['note'] | null;
}

/** A note as it is being written, with the step that is shown and what is wrong in it. */
export function useNoteForm({ lists, district, kept }: NoteFormProps) {
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
