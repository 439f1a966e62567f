import { fieldText, instantOfField, toDay } from '../../../../../campaigns/tracker/clock.ts';
import type { Field } from '../../../../../messaging/kit/feature.ts';
import { useConsole } from '../console-context.ts';
import { DayField } from '../DayField.tsx';
import { DistrictOptions } from '../DistrictOptions.tsx';
import { readText } from '../form-text.ts';
import { Field as Labelled, SelectField, TextField } from '../parts.tsx';
import { useSay } from './use-feature.ts';

const lastDay = '2099-12-31';

interface FieldControlProps {
  name: string;
  field: Field;
  /** As it is answered; undefined in a new entry. */
  value: unknown;
}

/** The control of a declared field. */
export function FieldControl({ name, field, value }: FieldControlProps) {
  const { words, language, campaign } = useConsole();
  const say = useSay();
  const { type, maybe, min = type === 'text' ? 1 : 0, max, lines, options = {} } = field;
  const label = say(field.label);
  const hint = field.hint && say(field.hint);
  const required = maybe !== true && (type !== 'text' || min > 0);
  const shared = { label, hint, name, required };
  const given = value === undefined || value === null ? '' : String(value);
  const unchosen =
    maybe === true
      ? { unchosen: words.choose, defaultValue: given }
      : { defaultValue: given || undefined };
  switch (type) {
    case 'text':
      if (lines === undefined)
        return <TextField {...shared} maxLength={max} defaultValue={given} />;
      return (
        <Labelled label={label} hint={hint}>
          {(ids) => (
            <textarea
              {...ids}
              name={name}
              rows={lines}
              maxLength={max}
              required={required}
              defaultValue={given}
            />
          )}
        </Labelled>
      );
    case 'code':
      return (
        <TextField
          {...shared}
          maxLength={max}
          defaultValue={given}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
        />
      );
    case 'link':
      return <TextField {...shared} type="url" maxLength={500} defaultValue={given} />;
    case 'count':
    case 'measure':
      return <TextField {...shared} inputMode="numeric" min={min} defaultValue={given} />;
    case 'moment':
      return (
        <TextField
          {...shared}
          type="datetime-local"
          defaultValue={given === '' ? '' : fieldText(new Date(given))}
        />
      );
    case 'day':
      return <DayField {...shared} given={given} max={field.ahead ? lastDay : toDay(new Date())} />;
    case 'flag':
      return (
        <label className="check">
          <input type="checkbox" name={name} defaultChecked={value === true} /> {label}
        </label>
      );
    case 'district':
      return (
        <Labelled label={label} hint={hint}>
          {(ids) => (
            <select {...ids} name={name} required={required} defaultValue={given}>
              {maybe === true && <option value="">{words.wholeState}</option>}
              <DistrictOptions />
            </select>
          )}
        </Labelled>
      );
    case 'service':
      return (
        <SelectField
          {...shared}
          {...unchosen}
          options={campaign.services.map(({ id, name: of }) => [id, of[language]] as const)}
        />
      );
    case 'choice':
      return (
        <SelectField
          {...shared}
          {...unchosen}
          options={Object.entries(options).map(([key, pair]) => [key, say(pair)] as const)}
        />
      );
  }
}

/** Reads the fields of a form as they are sent. */
export function readFields(
  fields: readonly (readonly [name: string, Field])[],
  form: FormData,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(([name, field]) => [name, readValue(field, readText(form, name))]),
  );
}

function readValue({ type, maybe }: Field, typed: string): unknown {
  if (type === 'flag') return typed !== '';
  if (typed === '' && maybe === true) return null;
  if (type === 'count' || type === 'measure') return Number(typed);
  return type === 'moment' && typed !== '' ? instantOfField(typed).toISOString() : typed;
}
