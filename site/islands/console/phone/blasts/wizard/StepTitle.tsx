import { useEffect, useRef } from 'react';
import { useBlastWords } from '../use-blast-words.ts';
import type { Step } from './form-faults.ts';

/** Takes the focus when another step is opened, so that it is read out and seen from its beginning. */
export function StepTitle({ step }: { step: Step }) {
  const words = useBlastWords();
  const place = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) place.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <h2 ref={place} className="step-title" tabIndex={-1}>
      {words.wizard.titles[step]}
    </h2>
  );
}
