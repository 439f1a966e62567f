import { useEffect, useMemo, useRef, useState } from 'react';
import { toDay } from '../../../../../../campaigns/tracker/clock.ts';
import type { BlastDetail } from '../../../../../../messaging/contract/phone/blasts.ts';
import type { GatewayAnswer } from '../../../../../../messaging/contract/phone/gateways.ts';
import type { TextsAnswer } from '../../../../../../messaging/contract/phone/templates.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { LinkHold } from '../../../ui/LinkHold.tsx';
import { ErrorNotice } from '../../../ui/parts.tsx';
import { useAction } from '../../../ui/use-service.ts';
import { blastPath, editPath, newPath } from '../blast-paths.ts';
import { Problems } from '../DraftActions.tsx';
import { problemsIn } from '../problems-in.ts';
import { useBlastWords } from '../use-blast-words.ts';
import { AudienceStep } from './AudienceStep.tsx';
import { type DraftForm, draftBody } from './draft-form.ts';
import { type Faults, findFaults, type Step, steps, withinLaw } from './form-faults.ts';
import { ScheduleStep } from './ScheduleStep.tsx';
import { StepTitle } from './StepTitle.tsx';
import { SummaryStep } from './SummaryStep.tsx';
import type { StepProps } from './step-props.ts';
import { TestStep } from './TestStep.tsx';
import { TextStep } from './TextStep.tsx';
import { askedStep, useStep } from './use-step.ts';

interface StepsProps {
  texts: TextsAnswer;
  gateways: readonly GatewayAnswer[];
  today: string;
  given: DraftForm;
  /** The draft as the service keeps it; null until it has what is needed. */
  kept: BlastDetail | null;
}

/** A long list is counted in some seconds. */
const countedAgainMs = 1500;

/** Milliseconds from the browser's clock to the service's, whose campaign may be replayed. */
function clockShift(today: string): number {
  return Date.parse(today) - Date.parse(toDay(new Date()));
}

export function Steps({ texts, gateways, today, given, kept }: StepsProps) {
  const { language, service } = useConsole();
  const words = useBlastWords();
  const [draft, setDraft] = useState(kept);
  const [faults, setFaults] = useState<Faults>({});
  const { step, go } = useStep(
    kept === null ? 'text' : askedStep(),
    draft === null ? newPath(language) : editPath(language, draft.blast.id),
  );
  const { busy, error, run } = useAction();
  const place = useRef<HTMLFormElement>(null);
  const templates = useMemo(() => texts.templates.map(({ template }) => template), [texts]);
  const [form, setForm] = useState(() => withinLaw(given, templates));
  const at = steps.indexOf(step);

  useEffect(() => {
    // What is wrong is where the officer goes on.
    if (Object.keys(faults).length > 0) {
      place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [faults]);

  const counted = draft?.counting === true ? draft.blast : null;
  useEffect(() => {
    if (counted === null) return;
    const timer = setTimeout(() => {
      const { id, revision } = counted;
      service.ask('GET /api/blasts/:id', { params: { id } }).then(
        // What was saved meanwhile has a count of its own.
        (read) => setDraft((last) => (last?.blast.revision === revision ? read : last)),
        () => undefined,
      );
    }, countedAgainMs);
    return () => clearTimeout(timer);
  }, [counted, service]);

  const change = (part: Partial<DraftForm>) =>
    setForm((last) => withinLaw({ ...last, ...part }, templates));
  /** The draft is kept from the moment when it has a text and a list. */
  const save = async (): Promise<BlastDetail> => {
    const body = draftBody(form, templates);
    const saved =
      draft === null
        ? await service.ask('POST /api/blasts', { body })
        : await service.ask('PUT /api/blasts/:id', { params: { id: draft.blast.id }, body });
    setDraft(saved);
    return saved;
  };
  const look = () => findFaults(step, form, { templates, now: Date.now() + clockShift(today) });
  const forward = () => {
    const found = look();
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
  };
  const open = (earlier: Step) => {
    setFaults({});
    go(earlier);
  };
  // What was put right meanwhile is no longer said to be wrong.
  const present = Object.keys(faults).length === 0 ? faults : look();
  const shown = Object.fromEntries(
    Object.entries(faults).filter(([field]) => present[field] !== undefined),
  );
  const shared: StepProps = { form, change, faults: shown, texts, gateways, today, draft };
  const problems = problemsIn(error);
  return (
    <div className="wizard">
      <ol className="plain steps" aria-label={words.wizard.steps}>
        {steps.map((name, index) => {
          const label = (
            <>
              <span>{index + 1}</span> <span className="step-name">{words.wizard.names[name]}</span>
            </>
          );
          return (
            <li
              key={name}
              className={index < at ? 'done' : undefined}
              aria-current={name === step ? 'step' : undefined}
            >
              {index < at ? (
                <button type="button" onClick={() => open(name)}>
                  {label}
                </button>
              ) : (
                label
              )}
            </li>
          );
        })}
      </ol>
      <StepTitle step={step} />
      {(step === 'text' || step === 'summary') && <LinkHold {...texts.link} />}
      <form
        ref={place}
        className="step"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          forward();
        }}
      >
        {step === 'text' && <TextStep {...shared} />}
        {step === 'audience' && <AudienceStep {...shared} />}
        {step === 'test' && <TestStep {...shared} />}
        {step === 'schedule' && <ScheduleStep {...shared} />}
        {step === 'summary' && <SummaryStep {...shared} />}
        {problems === null ? <ErrorNotice error={error} /> : <Problems problems={problems} />}
        <div className="row step-buttons">
          {at > 0 && (
            <button
              type="button"
              className="button quiet"
              disabled={busy}
              onClick={() => open(steps[at - 1] ?? 'text')}
            >
              {words.wizard.back}
            </button>
          )}
          <button type="submit" className="button" disabled={busy}>
            {step === 'summary' ? words.wizard.submit : words.wizard.next}
          </button>
          {draft !== null && <p className="detail">{words.wizard.saved}</p>}
        </div>
      </form>
    </div>
  );
}
