import { type ComponentProps, type ReactNode, useState } from 'react';
import { useConsole } from './console-context.ts';
import { HeldNotice, ReasonWanted } from './Effect.tsx';
import { Form } from './Form.tsx';
import { Button, ErrorNotice } from './parts.tsx';
import { useAction } from './use-service.ts';

interface AskFormProps extends Omit<ComponentProps<'form'>, 'onSubmit'> {
  /** Words of its button. */
  button: ReactNode;
  /** Names its subject for screen readers. */
  label?: string;
  look?: string;
  disabled?: boolean | undefined;
  /** Words of its button after a first press, where two are needed. */
  sure?: ReactNode;
  /** Sends the fields; why that failed stands above the button. */
  send: (fields: FormData, form: HTMLFormElement) => Promise<unknown>;
  onCancel?: (() => void) | undefined;
  /** Words of the button for it. */
  cancel?: string;
  /** Another button beside its own. */
  beside?: ReactNode;
  /** Its outcome, below the button. */
  outcome?: ReactNode;
}

/** A form that does one thing. Where that waits for a second officer, it asks for the reason and says so. */
export function AskForm({
  button,
  label,
  look = 'button',
  disabled,
  sure,
  send,
  onCancel,
  cancel,
  beside,
  outcome,
  children,
  ...form
}: AskFormProps) {
  const { words } = useConsole();
  const { busy, error, run } = useAction();
  const [isSure, setSure] = useState(sure === undefined);
  const [answer, setAnswer] = useState<unknown>(null);
  const press = (
    <button type="submit" className={look} disabled={busy || disabled} aria-label={label}>
      {(isSure && sure) || button}
    </button>
  );
  return (
    <Form
      className="narrow"
      {...form}
      onSubmit={(fields, place) =>
        isSure ? run(async () => setAnswer(await send(fields, place))) : setSure(true)
      }
    >
      {children}
      <ErrorNotice error={error} />
      <ReasonWanted error={error} />
      {onCancel === undefined && beside === undefined ? (
        press
      ) : (
        <div className="row">
          {press}
          {onCancel !== undefined && <Button onClick={onCancel}>{cancel ?? words.cancel}</Button>}
          {beside}
        </div>
      )}
      <HeldNotice answer={answer} />
      {outcome}
    </Form>
  );
}

interface Ask {
  button: string;
  /** Names its subject for screen readers. */
  label?: string | undefined;
  look?: string | undefined;
  disabled?: boolean;
  send: () => Promise<unknown>;
}

/** A button that does one thing; why that failed stands above it. */
export function AskButton(ask: Ask) {
  const { busy, error, run } = useAction();
  return (
    <>
      <ErrorNotice error={error} />
      <PressButton ask={ask} busy={busy} run={run} />
    </>
  );
}

/** Such buttons in a row, of which one works at a time. */
export function AskRow({ asks }: { asks: readonly (Ask | false)[] }) {
  const { busy, error, run } = useAction();
  return (
    <>
      <ErrorNotice error={error} />
      <div className="row">
        {asks.map((ask) => ask && <PressButton key={ask.button} ask={ask} busy={busy} run={run} />)}
      </div>
    </>
  );
}

type PressProps = { ask: Ask } & Pick<ReturnType<typeof useAction>, 'busy' | 'run'>;

function PressButton({ ask, busy, run }: PressProps) {
  const { button, label, look, disabled, send } = ask;
  return (
    <Button look={look} disabled={busy || disabled} aria-label={label} onClick={() => run(send)}>
      {button}
    </Button>
  );
}
