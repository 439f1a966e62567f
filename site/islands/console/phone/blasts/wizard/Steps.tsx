import { useEffect, useRef } from 'react';
import { Form } from '../../../ui/Form.tsx';
import { LinkHold } from '../../../ui/LinkHold.tsx';
import { ErrorNotice } from '../../../ui/parts.tsx';
import { Problems } from '../DraftActions.tsx';
import { readProblems } from '../problems.ts';
import { useBlastWords } from '../use-blast-words.ts';
import { AudienceStep } from './AudienceStep.tsx';
import { type Step, steps } from './form-faults.ts';
import { ScheduleStep } from './ScheduleStep.tsx';
import { StepTitle } from './StepTitle.tsx';
import { SummaryStep } from './SummaryStep.tsx';
import type { StepProps } from './step-props.ts';
import { TestStep } from './TestStep.tsx';
import { TextStep } from './TextStep.tsx';
import { useWizard, type WizardProps } from './use-wizard.ts';

const stepParts: Record<Step, (props: StepProps) => React.ReactNode> = {
  text: TextStep,
  audience: AudienceStep,
  test: TestStep,
  schedule: ScheduleStep,
  summary: SummaryStep,
};

export function Steps(props: WizardProps) {
  const words = useBlastWords();
  const { texts, gateways, today } = props;
  const { draft, form, change, faults, present, step, at, busy, error, ...wizard } =
    useWizard(props);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // What is wrong is where the officer goes on.
    if (Object.keys(faults).length > 0) {
      place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [faults]);
  const problems = readProblems(error);
  const Part = stepParts[step];
  const shared = { form, change, faults: present, texts, gateways, today, draft };
  return (
    <div className="wizard">
      <StepList at={at} onOpen={wizard.open} />
      <StepTitle step={step} />
      {(step === 'text' || step === 'summary') && <LinkHold {...texts.link} />}
      <Form ref={place} className="step" noValidate onSubmit={wizard.forward}>
        <Part {...shared} />
        {problems === null ? <ErrorNotice error={error} /> : <Problems problems={problems} />}
        <div className="row step-buttons">
          {at > 0 && (
            <button type="button" className="button quiet" disabled={busy} onClick={wizard.back}>
              {words.wizard.back}
            </button>
          )}
          <button type="submit" className="button" disabled={busy}>
            {step === 'summary' ? words.wizard.submit : words.wizard.next}
          </button>
          {draft !== null && <p className="detail">{words.wizard.saved}</p>}
        </div>
      </Form>
    </div>
  );
}

/** The way through the wizard; steps that were done can be opened again. */
function StepList({ at, onOpen }: { at: number; onOpen: (step: Step) => void }) {
  const words = useBlastWords();
  return (
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
            aria-current={index === at ? 'step' : undefined}
          >
            {index < at ? (
              <button type="button" onClick={() => onOpen(name)}>
                {label}
              </button>
            ) : (
              label
            )}
          </li>
        );
      })}
    </ol>
  );
}
