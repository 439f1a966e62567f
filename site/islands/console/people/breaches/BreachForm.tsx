import { fieldText, instantOfField } from '../../../../../campaigns/tracker/clock.ts';
import type { Breach, BreachEntry } from '../../../../../messaging/contract/people/breaches.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { ErrorNotice, Field, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';

/** Records a breach, or adds to the record of one. */
export function BreachForm({
  breach,
  onSaved,
  onCancel,
}: {
  breach: Breach | null;
  onSaved: (id: number) => void;
  onCancel: () => void;
}) {
  const { words, service } = useConsole();
  const { busy, error, run } = useAction();
  const save = (fields: FormData) => {
    const entry = readEntry(fields);
    run(async () => {
      const saved =
        breach === null
          ? await service.ask('POST /api/breaches', { body: entry })
          : await service.ask('PUT /api/breaches/:id', {
              params: { id: breach.id },
              body: { ...entry, version: breach.version },
            });
      onSaved(saved.id);
    });
  };
  const texts = ['what', 'whose', 'measures'] as const;
  const moments = ['knownAt', 'happenedAt', 'boardToldAt', 'peopleToldAt'] as const;
  return (
    <Form className="narrow" onSubmit={save}>
      {texts.map((name) => (
        <Field
          key={name}
          label={words.breaches[name]}
          hint={name === 'what' ? words.breaches.whatHint : undefined}
        >
          {(ids) => (
            <textarea
              {...ids}
              name={name}
              rows={3}
              maxLength={2000}
              required={name !== 'measures'}
              defaultValue={breach?.[name] ?? ''}
            />
          )}
        </Field>
      ))}
      <TextField
        label={words.breaches.people}
        name="people"
        inputMode="numeric"
        min={0}
        defaultValue={breach?.people ?? ''}
      />
      {moments.map((name) => (
        <TextField
          key={name}
          label={words.breaches[name]}
          name={name}
          type="datetime-local"
          required={name === 'knownAt'}
          defaultValue={toFieldText(breach?.[name] ?? null)}
        />
      ))}
      <ErrorNotice error={error} />
      <div className="row">
        <button type="submit" className="button" disabled={busy}>
          {words.breaches.save}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </Form>
  );
}

function readEntry(form: FormData): BreachEntry {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const moment = (name: string) =>
    text(name) === '' ? null : instantOfField(text(name)).toISOString();
  return {
    what: text('what'),
    whose: text('whose'),
    measures: text('measures'),
    people: text('people') === '' ? null : Number(text('people')),
    knownAt: moment('knownAt') ?? '',
    happenedAt: moment('happenedAt'),
    boardToldAt: moment('boardToldAt'),
    peopleToldAt: moment('peopleToldAt'),
  };
}

const toFieldText = (moment: string | null) => (moment === null ? '' : fieldText(new Date(moment)));
