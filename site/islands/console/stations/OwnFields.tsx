import type { FormEvent } from 'react';
import { cleanOwnValue, ownFields } from '../../../../campaigns/own-fields/own-fields.ts';
import { stationWordsIn } from '../../../i18n/station-words.ts';
import { useConsole } from '../console-context.ts';
import { ErrorNotice, TextField } from '../parts.tsx';
import { useAction } from '../use-service.ts';

/** What the station fills in on its artwork; the proof above follows each key. */
export function OwnFields({
  district,
  station,
  fields,
  onChange,
  onSaved,
}: {
  district: string;
  station: string;
  fields: Record<string, string>;
  onChange: (fields: Record<string, string>) => void;
  onSaved: () => void;
}) {
  const { language, service } = useConsole();
  const words = stationWordsIn(language);
  const { busy, error, run } = useAction();
  const refused = error?.code === 'wrong-station' ? error.body['field'] : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    run(async () => {
      await service.ask('POST /api/stations/:district/:station/fields', {
        params: { district, station },
        body: { fields },
      });
      onSaved();
    });
  };
  return (
    <form className="narrow own-fields" onSubmit={submit} noValidate>
      <h3>{words.ownFields}</h3>
      <p className="detail">{words.ownFieldsHint}</p>
      {ownFields.map(({ id, label, hint, check }) => {
        const value = fields[id] ?? '';
        const clean = cleanOwnValue(value);
        const fault = clean === '' ? null : check(clean);
        return (
          <TextField
            key={id}
            label={label[language]}
            hint={hint[language]}
            error={
              fault === null && refused !== id
                ? undefined
                : words.expected(fault?.[language] ?? hint[language], '')
            }
            value={value}
            maxLength={80}
            inputMode={id === 'local-line' ? 'text' : 'numeric'}
            autoComplete="off"
            onChange={({ currentTarget }) => onChange({ ...fields, [id]: currentTarget.value })}
          />
        );
      })}
      <ErrorNotice error={error} />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.saveFields}
      </button>
    </form>
  );
}
