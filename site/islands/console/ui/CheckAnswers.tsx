import { type ReactNode, useEffect, useRef } from 'react';
import { useConsole } from './console-context.ts';
import { Button, ErrorNotice, type Fact, Facts } from './parts.tsx';
import type { ServiceError } from './service.ts';

interface CheckAnswersProps {
  title: string;
  /** Shown before the facts. */
  first?: ReactNode;
  facts?: readonly Fact[];
  /** Beside the facts. */
  children?: ReactNode;
  /** Words of the button that decides. */
  button: string;
  /** Sends the form around it, in place of `onConfirm`. */
  submits?: boolean;
  onConfirm?: () => void;
  /** Words and act of the way back. */
  back?: string;
  onBack: () => void;
  busy: boolean;
  disabled?: boolean;
  error?: ServiceError | null;
  /** Why it was refused, where the error's own words do not say it. */
  refused?: ReactNode;
}

/** All that a decision is about, then the one button that takes it, which stays in view (GOV.UK's “check answers”). */
export function CheckAnswers(props: CheckAnswersProps) {
  const { title, first, facts = [], children, button, submits = false, onConfirm } = props;
  const { back, onBack, busy, disabled = false, error = null, refused } = props;
  const { words } = useConsole();
  const head = useRef<HTMLHeadingElement>(null);
  // In a block: newer browsers answer with a promise, which is no clean-up.
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section className="check-answers" aria-labelledby="check-answers">
      <h2 id="check-answers" ref={head} tabIndex={-1}>
        {title}
      </h2>
      {first}
      {facts.length > 0 && <Facts className="facts" facts={facts} />}
      {children}
      <div className="actions">
        {refused ?? <ErrorNotice error={error} />}
        <div className="row">
          <Button
            look="button"
            type={submits ? 'submit' : 'button'}
            disabled={busy || disabled}
            onClick={onConfirm}
          >
            {button}
          </Button>
          <Button disabled={busy} onClick={onBack}>
            {back ?? words.cancel}
          </Button>
        </div>
      </div>
    </section>
  );
}
