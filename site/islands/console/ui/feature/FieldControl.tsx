import { fieldText, instantOfField, toDay } from '../../../../../campaigns/tracker/clock.ts';
import type { Field } from '../../../../../messaging/kit/feature.ts';
import { useConsole } from '../console-context.ts';
import { DayField } from '../DayField.tsx';
import { DistrictOptions } from '../DistrictOptions.tsx';
import { readText } from '../form-text.ts';
import { Field as Labelled, SelectField, TextField } from '../parts.tsx';
import { useSay } from './use-feature.ts';

const lastDay = '2099-12-31';

/** Values with their words. */
export type Choices = readonly (readonly [value: string, text: string])[];

interface FieldControlProps {
  name: string;
  field: Field;
  /** As it is answered; undefined in a new entry. */
  value: unknown;
  /** Choices that the campaign or the register says. */
  choices?: Choices | undefined;
}

const numeric = { inputMode: 'numeric' } as const;
/** Attributes of the inputs of types that have some. */
const inputs: Partial<Record<Field['type'], React.ComponentProps<'input'>>> = {
  code: { autoCapitalize: 'characters', autoComplete: 'off', spellCheck: false },
  link: { type: 'url', maxLength: 500 },
  count: numeric,
  measure: numeric,
  moment: { type: 'datetime-local' },
};

/** The control of a declared field. */
export function FieldControl({ name, field, value, choices }: FieldControlProps) {
  const { words } = useConsole();
  const say = useSay();
  const listChoices = useChoices();
  const { type, maybe, none, unless, min = type === 'text' ? 1 : 0, max, lines } = field;
  const label = say(field.label);
  const hint = field.hint && say(field.hint);
  const required = (maybe !== true || unless !== undefined) && (type !== 'text' || min > 0);
  const shared = { label, hint, name, required };
  const given = value === undefined || value === null ? '' : String(value);
  const listed = choices ?? listChoices(field);
  if (listed !== undefined) {
    const empty = [['', none === undefined ? words.choose : say(none)]] as const;
    const options = maybe === true ? [...empty, ...listed] : listed;
    return <SelectField {...shared} options={options} defaultValue={given} />;
  }
  if (lines !== undefined)
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
  switch (type) {
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
    default:
      return (
        <TextField
          {...shared}
          {...(type === 'count' || type === 'measure' ? { min } : { maxLength: max })}
          {...inputs[type]}
          defaultValue={type === 'moment' && given !== '' ? fieldText(new Date(given)) : given}
        />
      );
  }
}

/** Choices of a field; undefined where it is not one. */
function useChoices(): (field: Field) => Choices | undefined {
  const { language, campaign } = useConsole();
  const say = useSay();
  return ({ type, options = {} }) => {
    if (type === 'service') return campaign.services.map(({ id, name }) => [id, name[language]]);
    if (type !== 'choice') return undefined;
    return Object.entries(options).map(([key, pair]) => [key, say(pair)]);
  };
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
