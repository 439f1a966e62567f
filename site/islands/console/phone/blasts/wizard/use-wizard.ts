import { useEffect, useMemo, useState } from 'react';
import { toDay } from '../../../../../../campaigns/tracker/clock.ts';
import type { BlastDetail } from '../../../../../../messaging/contract/phone/blasts.ts';
import type { GatewayAnswer } from '../../../../../../messaging/contract/phone/gateways.ts';
import type { TextsAnswer } from '../../../../../../messaging/contract/phone/templates.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { useAction } from '../../../ui/use-service.ts';
import { blastPath, editPath, newPath } from '../blast-paths.ts';
import { type DraftForm, toDraftBody } from './draft-form.ts';
import { type Faults, findFaults, keepWithinLaw, type Step, steps } from './form-faults.ts';
import { readStep, useStep } from './use-step.ts';

export interface WizardProps {
  texts: TextsAnswer;
  gateways: readonly GatewayAnswer[];
  today: string;
  /** First values of the fields. */
  begin: DraftForm;
  /** The draft as the service keeps it; null until it has what is needed. */
  kept: BlastDetail | null;
}

/** A long list is counted in some seconds. */
const countedAgainMs = 1500;

/** The draft that is being written, the step that is open, and the way from one step to the next. */
export function useWizard({ texts, today, begin, kept }: WizardProps) {
  const { language, service } = useConsole();
  const [draft, setDraft] = useState(kept);
  const [faults, setFaults] = useState<Faults>({});
  const templates = useMemo(() => texts.templates.map(({ template }) => template), [texts]);
  const [form, setForm] = useState(() => keepWithinLaw(begin, templates));
  const { busy, error, run } = useAction();
  const path = draft === null ? newPath(language) : editPath(language, draft.blast.id);
  const { step, go } = useStep(kept === null ? 'text' : readStep(), path);
  const at = steps.indexOf(step);
  useLaterCount(draft, setDraft);

  /** The draft is kept from the moment when it has a text and a list. */
  const save = async (): Promise<BlastDetail> => {
    const body = toDraftBody(form, templates);
    const saved = await (draft === null
      ? service.ask('POST /api/blasts', { body })
      : service.ask('PUT /api/blasts/:id', { params: { id: draft.blast.id }, body }));
    setDraft(saved);
    return saved;
  };
  const find = () => findFaults(step, form, { templates, now: Date.now() + readClockShift(today) });
  const open = (earlier: Step) => {
    setFaults({});
    go(earlier);
  };
  return {
    draft,
    form,
    change: (part: Partial<DraftForm>) =>
      setForm((last) => keepWithinLaw({ ...last, ...part }, templates)),
    /** As they were at the last try to go on. */
    faults,
    // A fault that was corrected since is not shown any more.
    present: Object.keys(faults).length === 0 ? faults : keepPresent(faults, find()),
    step,
    at,
    busy,
    error,
    open,
    back: () => open(steps[at - 1] ?? 'text'),
    forward: () => {
      const found = find();
      setFaults(found);
      if (Object.keys(found).length > 0) return;
      run(async () => {
        const saved = draft !== null || step !== 'text' ? await save() : null;
        if (step === 'summary' && saved !== null) {
          await service.ask('POST /api/blasts/:id/submit', { params: { id: saved.blast.id } });
          location.assign(blastPath(language, saved.blast.id));
          return;
        }
        go(steps[at + 1] ?? 'summary');
      });
    },
  };
}

/** Reads the draft again while the service still counts its list. */
function useLaterCount(
  draft: BlastDetail | null,
  setDraft: (next: (last: BlastDetail | null) => BlastDetail | null) => void,
): void {
  const { service } = useConsole();
  const counted = draft?.counting === true ? draft.blast : null;
  useEffect(() => {
    if (counted === null) return;
    const { id, revision } = counted;
    const timer = setTimeout(() => {
      service.ask('GET /api/blasts/:id', { params: { id } }).then(
        // A newer revision is counted by itself.
        (read) => setDraft((last) => (last?.blast.revision === revision ? read : last)),
        () => undefined,
      );
    }, countedAgainMs);
    return () => clearTimeout(timer);
  }, [counted, service, setDraft]);
}

/** Milliseconds from the browser's clock to the service's, whose campaign may be replayed. */
function readClockShift(today: string): number {
  return Date.parse(today) - Date.parse(toDay(new Date()));
}

function keepPresent(faults: Faults, present: Faults): Faults {
  return Object.fromEntries(
    Object.entries(faults).filter(([field]) => present[field] !== undefined),
  );
}
