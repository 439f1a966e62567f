import { useState } from 'react';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { ErrorNotice, Outcome } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { usePhoneWords } from '../use-phone-words.ts';
import { NumberField } from './NumberField.tsx';

/** Puts a number on the stop list, on its owner's word. */
export function AddStop({ onAdded }: { onAdded: () => void }) {
  const { service } = useConsole();
  const words = usePhoneWords();
  const [outcome, setOutcome] = useState<{ changed: boolean; ending: string } | null>(null);
  const { busy, error, run } = useAction();
  const submit = (fields: FormData, form: HTMLFormElement) => {
    const number = String(fields.get('number'));
    run(async () => {
      setOutcome(null);
      const { changed } = await service.ask('POST /api/opt-outs/add', { body: { number } });
      setOutcome({ changed, ending: `••${number.replace(/\D/g, '').slice(-2)}` });
      form.reset();
      onAdded();
    });
  };
  return (
    <Form className="narrow" onSubmit={submit} autoComplete="off">
      <NumberField label={words.numbers.stopNumber} />
      <ErrorNotice error={error} />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.numbers.add}
      </button>
      {outcome !== null && (
        <Outcome tone={outcome.changed ? 'good' : 'plain'}>
          <p>
            {outcome.changed
              ? words.numbers.added(outcome.ending)
              : words.numbers.already(outcome.ending)}
          </p>
        </Outcome>
      )}
    </Form>
  );
}
