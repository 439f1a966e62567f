import { type FormEvent, type ReactNode, useState } from 'react';
import { Held } from './Effect.tsx';
import { readText } from './form-text.ts';
import { ErrorNotice, Field } from './parts.tsx';
import { useAction } from './use-service.ts';

interface Decision<Action extends string> {
  action: Action;
  button: string;
  /** Names its subject for screen readers. */
  label?: string;
  /** It is not taken without a reason. */
  needsReason?: boolean;
  disabled?: boolean;
}

interface DecisionFormProps<Action extends string> {
  label: string;
  hint?: string;
  /** Words for a reason that is missing. */
  missing?: string;
  /** Of a longer reason. */
  lines?: number;
  given?: string | undefined;
  className?: string;
  maxLength?: number;
  /** By default the first one. */
  usual?: Action;
  decisions: readonly (Decision<Action> | false)[];
  send: (action: Action, reason: string) => Promise<unknown>;
  /** Above the buttons. */
  children?: ReactNode;
}

/** A reason and the decisions that can be taken with it, each a button. */
export function DecisionForm<Action extends string>(props: DecisionFormProps<Action>) {
  const { label, hint, missing, given, className, maxLength = 500, lines, send, children } = props;
  const { busy, error, run } = useAction();
  const [isLacking, setLacking] = useState(false);
  const [answer, setAnswer] = useState<unknown>(null);
  const decisions = props.decisions.filter((decision) => decision !== false);
  const usual = props.usual ?? decisions[0]?.action;
  const decide = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const focus = () => form.querySelector<HTMLElement>('[name="reason"]')?.focus();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const pressed = submitter?.getAttribute('value');
    const decision = decisions.find(({ action }) => action === pressed) ?? decisions[0];
    if (decision === undefined) return;
    const reason = readText(new FormData(form), 'reason');
    const lacks = decision.needsReason === true && reason === '';
    setLacking(lacks);
    if (lacks) focus();
    else
      run(async () => {
        try {
          setAnswer(await send(decision.action, reason));
        } catch (error) {
          focus();
          throw error;
        }
      });
  };
  return (
    <form onSubmit={decide} className={className}>
      <Field label={label} hint={hint} error={isLacking ? missing : undefined}>
        {(ids) => {
          const field = { ...ids, name: 'reason', defaultValue: given, maxLength };
          return lines === undefined ? (
            <input
              {...field}
              autoComplete="off"
              // Enter would take the first decision, whichever one the reason was written for.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          ) : (
            <textarea {...field} rows={lines} />
          );
        }}
      </Field>
      {children}
      <ErrorNotice error={error} />
      <Held error={error} answer={answer} hasReason />
      <div className="row">
        {decisions.map(({ action, button, label: name, disabled }) => (
          <button
            key={action}
            type="submit"
            className={action === usual ? 'button' : 'button quiet'}
            value={action}
            aria-label={name}
            disabled={busy || disabled}
          >
            {button}
          </button>
        ))}
      </div>
    </form>
  );
}
