import { useEffect, useRef } from 'react';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { ErrorNotice } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { usePhoneWords } from '../use-phone-words.ts';

interface DeleteNumberProps {
  number: string;
  masked: string;
  onCancel: () => void;
  onDeleted: (held: number) => void;
}

/** Asks once, since it cannot be undone, and whether the number stays on the stop list. */
export function DeleteNumber({ number, masked, onCancel, onDeleted }: DeleteNumberProps) {
  const { words: common, service } = useConsole();
  const words = usePhoneWords();
  const { busy, error, run } = useAction();
  const question = useRef<HTMLParagraphElement>(null);
  // It has taken the place of the button that was pressed.
  useEffect(() => question.current?.focus(), []);
  const submit = (fields: FormData) =>
    run(async () => {
      const body = { number, keepOptOut: fields.get('keep') !== null };
      onDeleted((await service.ask('POST /api/numbers/delete', { body })).held);
    });
  return (
    <Form className="notice bad" onSubmit={submit}>
      <p ref={question} tabIndex={-1}>
        {words.numbers.sure(masked)}
      </p>
      <label className="phone-tick">
        <input type="checkbox" name="keep" defaultChecked /> {words.numbers.keep}
      </label>
      <ErrorNotice error={error} />
      <div className="row">
        <button type="submit" className="button call" disabled={busy}>
          {words.numbers.confirmDelete}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {common.cancel}
        </button>
      </div>
    </Form>
  );
}
