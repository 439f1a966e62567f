import {
  endLabels,
  endNames,
  type Field,
  rupeesText,
} from '../../../../../campaigns/fields/field.ts';
import { parseField } from '../../../../../campaigns/fields/field-text.ts';
import { fieldText, instantOfField, toDay } from '../../../../../campaigns/tracker/clock.ts';
import { useConsole } from '../console-context.ts';
import { DayField, DistrictField, FileField, photoTypes } from '../DayField.tsx';
import { readText } from '../form-text.ts';
import { SelectField, TextArea, TextField } from '../parts.tsx';
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
  /** Shown until one of the choices is made; without it the first one is. */
  unchosen?: string | undefined;
  /** First and last day, by default up to today. */
  bounds?: { min: string; max: string } | undefined;
  /** Fault of the value that was sent. A form that says them, undefined for none, leaves bounds of numbers to the service. */
  error?: string | undefined;
}

/** Types of files for a certificate or a cutting. */
const paperTypes = `${photoTypes},application/pdf,.pdf`;
const numeric = { inputMode: 'numeric' } as const;
/** Attributes of the inputs of types that have some. */
const inputs: Partial<Record<Field['type'], React.ComponentProps<'input'>>> = {
  code: { autoCapitalize: 'characters', autoComplete: 'off', spellCheck: false },
  link: { type: 'url', maxLength: 500 },
  count: numeric,
  measure: numeric,
  money: { inputMode: 'decimal' },
  moment: { type: 'datetime-local' },
};

/** The control of a declared field. */
export function FieldControl(props: FieldControlProps) {
  const { name, field, value, choices, unchosen, bounds, error } = props;
  const { words } = useConsole();
  const say = useSay();
  const listChoices = useChoices();
  const { type, maybe, none, unless, min = type === 'text' ? 1 : 0, max, lines } = field;
  const label = say(field.label);
  const hint =
    field.hint === undefined
      ? type === 'names'
        ? words.entry.namesHint
        : undefined
      : say(field.hint);
  const required = (maybe !== true || unless !== undefined) && (type !== 'text' || min > 0);
  const shared = { label, hint, name, required, error };
  const given = writeValue(field, value);
  const listed = choices ?? listChoices(field);
  if (listed !== undefined) {
    const empty = [['', none === undefined ? words.choose : say(none)]] as const;
    const options = maybe === true ? [...empty, ...listed] : listed;
    const select = { ...shared, options, defaultValue: given };
    return maybe === true || unchosen === undefined ? (
      <SelectField {...select} />
    ) : (
      <SelectField {...select} unchosen={unchosen} />
    );
  }
  if (lines !== undefined)
    return <TextArea {...shared} rows={lines} maxLength={max} defaultValue={given} />;
  switch (type) {
    case 'day':
      return (
        <DayField
          {...shared}
          given={given}
          max={field.ahead ? lastDay : toDay(new Date())}
          {...bounds}
        />
      );
    case 'days': {
      const [from = '', to = ''] = given.split('/');
      const labels = endLabels(field);
      const names = endNames(name);
      const days = { required, max: toDay(new Date()), ...bounds };
      return (
        <div className="ends">
          <DayField
            {...days}
            label={say(labels.from)}
            name={names.from}
            given={from}
            error={error}
          />
          <DayField {...days} label={say(labels.to)} name={names.to} given={to} />
        </div>
      );
    }
    case 'attachment':
      return (
        <FileField label={label} hint={words.entry.paperHint} name={name} accept={paperTypes} />
      );
    case 'flag':
      return (
        <label className="check">
          <input type="checkbox" name={name} defaultChecked={value === true} /> {label}
        </label>
      );
    case 'district':
      return <DistrictField {...shared} maybe={maybe} defaultValue={given} />;
    default:
      return (
        <TextField
          {...shared}
          {...(type === 'text' || type === 'code'
            ? { maxLength: max }
            : !('error' in props) && { min })}
          {...inputs[type]}
          defaultValue={given}
        />
      );
  }
}

/** A value as its control has it. */
function writeValue({ type, given = '' }: Field, value: unknown): string {
  if (value === undefined) return given;
  if (value === null) return '';
  if (type === 'moment') return fieldText(new Date(String(value)));
  return type === 'money' ? rupeesText(Number(value)) : [value].flat().join(', ');
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

function readValue(field: Field, typed: string): unknown {
  const { type, maybe } = field;
  if (type === 'flag') return typed !== '';
  if (typed === '' && maybe === true) return null;
  if (type === 'moment' && typed !== '') return instantOfField(typed).toISOString();
  return parseField(field, typed) ?? typed;
}
