import type { ReactNode } from 'react';
import { Form } from './Form.tsx';
import { ErrorNotice } from './parts.tsx';
import { useAction } from './use-service.ts';

interface AskFormProps {
  /** Words of its button. */
  button: string;
  look?: string;
  disabled?: boolean;
  /** Sends the fields; why that failed stands above the button. */
  send: (fields: FormData, form: HTMLFormElement) => Promise<void>;
  children?: ReactNode;
}

/** A form that does one thing. */
export function AskForm({ button, look = 'button', disabled, send, children }: AskFormProps) {
  const { busy, error, run } = useAction();
  return (
    <Form className="narrow" onSubmit={(fields, form) => run(() => send(fields, form))}>
      {children}
      <ErrorNotice error={error} />
      <button type="submit" className={look} disabled={busy || disabled}>
        {button}
      </button>
    </Form>
  );
}
