import { useId } from 'react';
import { urduNamed } from '../../../../../campaigns/studio/field-labels.ts';
import { type FieldPath, valueAt } from '../../../../../campaigns/studio/path.ts';
import type { UrduField } from '../../../../../campaigns/studio/studio-fields.ts';
import { useConsole } from '../../ui/console-context.ts';
import { CountedText, findFault } from './FieldInput.tsx';
import { studioWordsIn } from './studio-words.ts';

import type { OpenDraft } from './use-draft.ts';

interface UrduFieldProps<Kind extends UrduField['kind']> {
  field: Extract<UrduField, { kind: Kind }>;
  open: OpenDraft;
}

/** One text in Urdu below the words that it translates. */
export function UrduWords({ field, open }: UrduFieldProps<'urdu'>) {
  const { language } = useConsole();
  const original = valueAt(open.content, field.path.slice(1)) as { hi: string } | undefined;
  return (
    <UrduInput
      label={field.label[language]}
      instead={original?.hi}
      value={valueAt(open.content, field.path)}
      path={field.path}
      most={field.most}
      long={field.long}
      open={open}
      onChange={(text) => open.set(field.path, text)}
    />
  );
}

/** Rows in Urdu, one for each row that they translate. */
export function UrduRows({ field, open }: UrduFieldProps<'urdu-rows'>) {
  const { language } = useConsole();
  const originals = (valueAt(open.content, field.path.slice(1)) ?? []) as unknown[];
  const written = (valueAt(open.content, field.path) ?? []) as unknown[];
  const put = (place: number, key: string, text: string) =>
    open.set(
      field.path,
      originals.map((_, at) => {
        const row = written[at];
        if (key === '') return at === place ? text : (row ?? '');
        const whole = Object.fromEntries(
          field.columns.map(({ key: column }) => [column, valueAt(row, [column]) ?? '']),
        );
        return at === place ? { ...whole, [key]: text } : whole;
      }),
    );
  return originals.map((row, place) => {
    const rowName = String(place + 1);
    return field.columns.map(({ key, label, most }) => {
      const steps = key === '' ? [] : [key];
      const instead = valueAt(row, steps) as { hi: string } | undefined;
      return (
        <UrduInput
          key={`${rowName} ${key}`}
          label={[field.label[language], rowName, ...(key === '' ? [] : [label[language]])].join(
            ' · ',
          )}
          instead={instead?.hi}
          value={valueAt(written[place], steps)}
          path={[...field.path, String(place), ...steps]}
          most={most}
          open={open}
          onChange={(text) => put(place, key, text)}
        />
      );
    });
  });
}

/** A name in Urdu for each thing of a list; an empty one is shown in Hindi. */
export function UrduNameList({ field, open }: UrduFieldProps<'urdu-names'>) {
  const { language, districts, words } = useConsole(studioWordsIn);
  const named = urduNamed(field.path[1], open.content, districts);
  const without = named.filter(
    ({ id }) => valueAt(open.content, [...field.path, id]) === undefined,
  );
  return (
    <details className="studio-row">
      <summary>
        <span>{field.label[language]}</span>
        {without.length > 0 && <span className="tag">{words.urduMissing(without.length)}</span>}
      </summary>
      <p className="detail">{words.urduEmpty}</p>
      {named.map(({ id, name }) => {
        const path = [...field.path, id];
        return (
          <UrduInput
            key={id}
            label={name[language]}
            value={valueAt(open.content, path)}
            path={path}
            most={field.most}
            open={open}
            onChange={(text) => open.set(path, text === '' ? undefined : text)}
          />
        );
      })}
    </details>
  );
}

interface UrduInputProps {
  label: string;
  /** The words that it translates, where the label does not say them. */
  instead?: string | undefined;
  value: unknown;
  path: FieldPath;
  most: number | undefined;
  long?: boolean | undefined;
  open: OpenDraft;
  onChange: (text: string) => void;
}

function UrduInput(props: UrduInputProps) {
  const { label, instead, value, path, most, long, open, onChange } = props;
  const id = useId();
  return (
    <div className="studio-urdu studio-words">
      <label htmlFor={id}>{label}</label>
      <CountedText
        id={id}
        lang="ur"
        dir="rtl"
        caption={<span lang="hi">{instead}</span>}
        value={typeof value === 'string' ? value : ''}
        most={most}
        rows={long ? 2 : undefined}
        fault={findFault(open.draft.faults, path)}
        onText={onChange}
      />
    </div>
  );
}
