import { useId } from 'react';
import { type FieldPath, valueAt } from '../../../../../campaigns/studio/path.ts';
import type { Column } from '../../../../../campaigns/studio/studio-fields.ts';
import type { FaultView } from '../../../../../messaging/print/proofs/proofs-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { SelectField, TextField } from '../../ui/parts.tsx';
import { studioWordsIn } from './studio-words.ts';

interface Words {
  hi: string;
  en: string;
}

/** Finds the first fault at a path or below it. */
export function findFault(faults: readonly FaultView[], path: FieldPath): FaultView | undefined {
  return faults.find((fault) => path.every((step, place) => fault.path[place] === step));
}

interface WordsInputProps {
  label: string;
  value: Words | undefined;
  most: number | undefined;
  long?: boolean | undefined;
  path: FieldPath;
  faults: readonly FaultView[];
  onChange: (language: 'hi' | 'en', text: string) => void;
}

/** Hindi and English side by side, each counted. */
export function WordsInput(props: WordsInputProps) {
  const { label, value, most, long, path, faults, onChange } = props;
  const { words } = useConsole(studioWordsIn);
  const id = useId();
  return (
    <fieldset className="studio-words">
      <legend>{label}</legend>
      {(['hi', 'en'] as const).map((key) => (
        <div key={key} className="studio-word">
          <CountedText
            id={`${id}-${key}`}
            lang={key}
            aria-label={`${label}, ${words[key]}`}
            caption={<span>{words[key]}</span>}
            value={value?.[key] ?? ''}
            most={most}
            rows={long ? 3 : (most ?? 0) > 30 ? 2 : undefined}
            fault={findFault(faults, [...path, key])}
            onText={(text) => onChange(key, text)}
          />
        </div>
      ))}
    </fieldset>
  );
}

interface CountedTextProps
  extends Pick<React.ComponentProps<'input'>, 'lang' | 'dir' | 'aria-label'> {
  id: string;
  caption: React.ReactNode;
  value: string;
  /** As many characters are usual; more is shown. */
  most: number | undefined;
  /** Lines of a longer text, which is kept on one. */
  rows: number | undefined;
  fault: FaultView | undefined;
  onText: (text: string) => void;
}

/** A text with its count and what is wrong with it. */
export function CountedText(props: CountedTextProps) {
  const { caption, most, rows, fault, onText, ...given } = props;
  const { language, words } = useConsole(studioWordsIn);
  const { id, value } = given;
  const count = [...value].length;
  const shared = {
    ...given,
    'aria-invalid': fault === undefined ? undefined : true,
    'aria-describedby': fault === undefined ? undefined : `${id}-fault`,
  };
  return (
    <>
      <p className="detail studio-count" aria-hidden="true">
        {caption}
        {most !== undefined && (
          <span>{count > most ? words.long(count, most) : words.of(count, most)}</span>
        )}
      </p>
      {rows === undefined ? (
        <input {...shared} onChange={({ currentTarget }) => onText(currentTarget.value)} />
      ) : (
        <textarea
          {...shared}
          rows={rows}
          onChange={({ currentTarget }) => onText(currentTarget.value.replace(/\s*\n\s*/g, ' '))}
        />
      )}
      {fault && (
        <p className="wrong" id={`${id}-fault`}>
          {fault.message[language]}
        </p>
      )}
    </>
  );
}

interface ColumnInputProps {
  column: Column;
  row: unknown;
  path: FieldPath;
  faults: readonly FaultView[];
  /** The row's name, for screen readers. */
  rowName: string;
  isNew: boolean;
  onChange: (steps: FieldPath, value: unknown) => void;
}

/** One control of a row. */
export function ColumnInput(props: ColumnInputProps) {
  const { column, row, path, faults, rowName, isNew, onChange } = props;
  const { language } = useConsole();
  const steps = column.key === '' ? [] : column.key.split('.');
  const value = valueAt(row, steps);
  const label = column.label[language];
  if (column.kind === 'words') {
    return (
      <WordsInput
        label={label}
        value={value as Words | undefined}
        most={column.most}
        path={[...path, ...steps]}
        faults={faults}
        onChange={(key, text) => onChange(steps, { ...(value as Words), [key]: text })}
      />
    );
  }
  const put = (next: unknown) => onChange(steps, next);
  if (column.kind === 'yes')
    return <Switch label={label} of={rowName} on={value === true} onSwitch={put} />;
  return (
    <div className="studio-cell">
      <CellField
        column={column}
        value={value}
        disabled={column.fixed === true && !isNew}
        label={label}
        aria-label={`${label}, ${rowName}`}
        error={findFault(faults, [...path, ...steps])?.message[language]}
        onPut={put}
      />
    </div>
  );
}

interface CellFieldProps {
  column: Column;
  value: unknown;
  label: string;
  'aria-label': string;
  error: string | undefined;
  disabled: boolean;
  onPut: (value: unknown) => void;
}

function CellField({ column, value, disabled, onPut, ...shared }: CellFieldProps) {
  const { language, words } = useConsole(studioWordsIn);
  const { kind, choices } = column;
  if (choices !== undefined)
    return (
      <SelectField
        {...shared}
        value={String(value)}
        options={choices.map((choice) => [String(choice.value), choice.label[language]] as const)}
        onChoose={(text) => onPut(choices.find((choice) => String(choice.value) === text)?.value)}
      />
    );
  const empty = 'empty' in column ? column.empty : null;
  return (
    <TextField
      {...shared}
      type={kind === 'day' ? 'date' : kind === 'text' ? 'text' : 'number'}
      step={kind === 'measure' ? 'any' : undefined}
      min={kind === 'count' || kind === 'measure' ? 0 : undefined}
      placeholder={column.canBeEmpty && empty === null ? words.notKnown : undefined}
      disabled={disabled}
      value={value === null || value === undefined ? '' : String(value)}
      onChange={({ currentTarget: { value: text } }) => onPut(readInput(column, text, empty))}
    />
  );
}

interface SwitchProps {
  label: string;
  /** Name of its row, for screen readers. */
  of: string;
  on: boolean;
  onSwitch: (on: boolean) => void;
}

/** Switches something of a row on and off. */
export function Switch({ label, of, on, onSwitch }: SwitchProps) {
  const id = useId();
  return (
    <div className="studio-cell is-yes">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="checkbox"
        aria-label={`${label}, ${of}`}
        checked={on}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
    </div>
  );
}

function readInput(column: Column, text: string, empty: null | undefined): unknown {
  if (column.kind === 'text') return text;
  if (text === '') return column.kind === 'day' && !column.canBeEmpty ? '' : empty;
  return column.kind === 'day' ? text : Number(text);
}
