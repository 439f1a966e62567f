import { useEffect, useState } from 'react';
import { type Step, steps } from './form-faults.ts';

/** The step that the address names. */
export function readStep(): Step {
  const named = new URLSearchParams(location.search).get('step');
  return steps.find((step) => step === named) ?? 'text';
}

/**
 * The step that is open. Each has an entry in the browser's history, so that Back goes a step back,
 * and a reload of a kept draft comes back to the same one.
 * @param path address of the wizard for this draft, which changes when the draft is first kept
 */
export function useStep(first: Step, path: string): { step: Step; go: (step: Step) => void } {
  const [step, setStep] = useState(first);
  useEffect(() => {
    history.replaceState({ step }, '', `${path}&step=${step}`);
  }, [path, step]);
  useEffect(() => {
    const onReturn = ({ state }: PopStateEvent) => {
      const { step: left } = (state ?? {}) as { step?: Step };
      if (left !== undefined) setStep(left);
    };
    addEventListener('popstate', onReturn);
    return () => removeEventListener('popstate', onReturn);
  }, []);
  return {
    step,
    go(next) {
      history.pushState({ step: next }, '');
      setStep(next);
    },
  };
}
